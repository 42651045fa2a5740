//! The sentences of reports besides those of rules.

use super::pieces::sentence;
use super::scale::scale_error;
use super::words::{choose, label, list};
use crate::campaign::{self, Offer, Service};
use crate::check::{Lang, Verdict};
use crate::dossier::Expected;
use crate::scale::Scale;
use crate::value::Value;

/// A verdict in words. It is no decision of the administration.
#[must_use]
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    let words = match verdict {
        Verdict::Admissible => {
            ["Rien ne manque au regard de la FAQ", "Nothing is missing with regard to the FAQ"]
        }
        Verdict::Incomplete => ["À compléter", "To complete"],
        Verdict::Inadmissible => {
            ["À corriger au regard de la FAQ", "To correct with regard to the FAQ"]
        }
    };
    choose(words, lang)
}

/// What every verdict comes with: it is indicative, and others decide.
#[must_use]
pub fn disclaimer(lang: Lang) -> &'static str {
    let words = [
        "Contrôle indicatif, non officiel, d'après la FAQ de juin 2023\u{a0}; le guide et le \
         formulaire peuvent demander davantage. L'instruction et la sélection relèvent de l'État \
         et des Régions.",
        "Indicative check, not official, after the FAQ of June 2023; the guide and the form may \
         ask for more. The State and the Régions examine and select.",
    ];
    choose(words, lang)
}

/// Why something given could not be read. A whole scale is told with each of its errors.
pub(crate) fn unreadable(expected: Expected, given: &Value, lang: Lang, scale: &Scale) -> String {
    let mut what = self::expected(expected, lang, scale);
    if let (Expected::Scale, Value::Object(_)) = (expected, given) {
        for error in Scale::read(given).err().into_iter().flatten() {
            what += choose(["\u{a0}; ", "; "], lang);
            what += &scale_error(&error, lang);
        }
    }
    sentence(["Valeur non lue. Attendu\u{a0}: {}.", "Not read. Expected: {}."], lang, &[&what])
}

/// What was expected where something could not be read.
fn expected(expected: Expected, lang: Lang, scale: &Scale) -> String {
    let words = match expected {
        Expected::Amount => [
            "un montant en euros entre 0 et 1\u{202f}000\u{202f}000\u{202f}000, avec deux décimales au plus, par exemple 62\u{202f}000,50",
            "an amount in euros from 0 to 1,000,000,000 with at most two decimals, such as 62000.50",
        ],
        Expected::Share => ["une part comme 0,8 ou 80\u{a0}%", "a share such as 0.8 or 80%"],
        Expected::Whole => [
            "un nombre entier sans unité, comme 36, au plus 1\u{202f}000\u{202f}000\u{202f}000",
            "a whole number without a unit, such as 36, at most 1,000,000,000",
        ],
        Expected::Date => ["une date comme 15/09/2023", "a date such as 15/09/2023 or 2023-09-15"],
        Expected::Month => ["un mois comme 01/2024", "a month such as 01/2024 or 2024-01"],
        Expected::YesNo => ["oui ou non", "yes or no"],
        Expected::Siren => ["un SIREN de neuf chiffres", "a SIREN of nine digits"],
        Expected::Text => ["un texte", "a text"],
        Expected::List => {
            ["une liste de 10\u{202f}000 lignes au plus", "a list of at most 10,000 rows"]
        }
        Expected::Group => ["un groupe de champs", "a group of fields"],
        Expected::Scale => [
            "le nom d'un barème fourni, ou un barème complet et sans erreur",
            "the name of a shipped scale, or a whole scale without errors",
        ],
        Expected::Region => {
            ["le code d'une région, par exemple 53", "the code of a région, such as 53"]
        }
        Expected::Word(words) => {
            let words = list(words.iter().copied());
            return sentence(["l'une de ces valeurs\u{a0}: {}", "one of: {}"], lang, &[&words]);
        }
        Expected::Campaign => {
            let templates = ["une campagne connue, par exemple {}", "a known campaign, such as {}"];
            return sentence(templates, lang, &[&campaign::newest().id]);
        }
        Expected::LevelOfScale => {
            let ids = list(scale.levels.iter().map(|level| &*level.id));
            let templates = ["un niveau du barème\u{a0}: {}", "a level of the scale: {}"];
            return sentence(templates, lang, &[&ids]);
        }
    };
    choose(words, lang).to_owned()
}

/// That the SIREN was taken from a SIRET.
pub(crate) fn siren_of_siret(lang: Lang) -> &'static str {
    let words = [
        "Quatorze chiffres font un SIRET\u{a0}: les neuf premiers, le SIREN, sont retenus.",
        "Fourteen digits are a SIRET: the first nine, the SIREN, are taken.",
    ];
    choose(words, lang)
}

/// What the toolbox offers, as announced on its day.
pub(crate) fn offer(offer: &Offer, lang: Lang) -> String {
    let what = match offer.service {
        Service::Training => [
            "Un soutien aux écoles de production et aux plateaux techniques, avec les acteurs de la formation",
            "Support for écoles de production and technical platforms, with the actors of training",
        ],
        Service::PoleEmploi => [
            "Pôle emploi (France Travail depuis 2024), partenaire du programme, pour le recrutement",
            "Pôle emploi (France Travail since 2024), a partner of the programme, for recruitment",
        ],
        Service::ActionLogement => [
            "Action Logement, partenaire du programme, pour le logement des salariés",
            "Action Logement, a partner of the programme, for the housing of employees",
        ],
        Service::Sites => [
            "Des sites repérés et aménagés avec la Banque des Territoires, sans artificialisation nette",
            "Sites found and prepared with the Banque des Territoires, without net land take",
        ],
        Service::Ademe => ["L'ADEME, partenaire du programme", "ADEME, a partner of the programme"],
        Service::France2030 => [
            "Un accompagnement vers les financements de France 2030",
            "Guidance to the funding of France 2030",
        ],
        Service::Bpifrance => {
            ["Bpifrance, partenaire du programme", "Bpifrance, a partner of the programme"]
        }
        Service::BusinessFrance => [
            "Business France, partenaire du programme, pour l'export et l'attractivité",
            "Business France, a partner of the programme, for export and attractiveness",
        ],
        Service::RebondIndustriel => [
            "L'extension du dispositif Rebond industriel aux territoires qui ont subi un choc industriel",
            "The extension of Rebond industriel to territories that met an industrial shock",
        ],
        Service::Investment => [
            "Un soutien aux investissements industriels structurants, en concertation avec la Région",
            "Support for structuring industrial investments, in concert with the Région",
        ],
    };
    let figure = offer.figure.map(|figure| match offer.service {
        Service::Investment => {
            sentence([" ({} millions d'euros par an)", " (€{} million a year)"], lang, &[&figure])
        }
        _ => sentence([" ({} en tout)", " ({} in all)"], lang, &[&figure]),
    });
    let ours =
        if offer.ours { [" (rapprochement de notre part)", " (matched by us)"] } else { [""; 2] };
    sentence(
        [
            "{}{}\u{a0}: annonce de {}{}, à vérifier avant de s'y fier.",
            "{}{}: announced in {}{}, to be checked before relying on it.",
        ],
        lang,
        &[
            &choose(what, lang),
            &figure.unwrap_or_default(),
            &label(&offer.announced, lang),
            &choose(ours, lang),
        ],
    )
}
