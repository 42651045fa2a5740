//! The sentences of reports besides those of rules, in French.

use super::count;
use super::words::{levels, list};
use crate::campaign::{self, Offer, Service};
use crate::check::Lang::Fr;
use crate::dossier::Expected;
use crate::scale::Scale;

/// An offer of the toolbox.
pub(super) fn offer(offer: &Offer) -> String {
    let figure = offer.figure.unwrap_or_default();
    let what = match offer.service {
        Service::Training => {
            "Un soutien aux écoles de production et aux plateaux techniques, avec les acteurs de la formation"
        }
        Service::PoleEmploi => {
            "Pôle emploi (France Travail depuis 2024), partenaire du programme, pour le recrutement"
        }
        Service::ActionLogement => {
            "Action Logement, partenaire du programme, pour le logement des salariés"
        }
        Service::Sites => {
            "Des sites repérés et aménagés avec la Banque des Territoires, sans artificialisation nette"
        }
        Service::Ademe => "L'ADEME, partenaire du programme",
        Service::France2030 => "Un accompagnement vers les financements de France 2030",
        Service::Bpifrance => "Bpifrance, partenaire du programme",
        Service::BusinessFrance => {
            "Business France, partenaire du programme, pour l'export et l'attractivité"
        }
        Service::RebondIndustriel => {
            "L'extension du dispositif Rebond industriel aux territoires qui ont subi un choc industriel"
        }
        Service::Investment => {
            "Un soutien aux investissements industriels structurants, en concertation avec la Région"
        }
    };
    let figure = match offer.service {
        _ if offer.figure.is_none() => String::new(),
        Service::Investment => format!(" ({figure} millions d'euros par an)"),
        _ => format!(" ({figure} en tout)"),
    };
    let ours = if offer.ours { " (rapprochement de notre part)" } else { "" };
    format!(
        "{what}{figure} : annonce de {}{ours}, à vérifier avant de s'y fier.",
        offer.announced.fr
    )
}

/// B1.
pub(super) fn overlap(epcis: usize) -> String {
    match epcis {
        0 => "Aucune intercommunalité ne figure dans plusieurs dossiers.".to_owned(),
        _ => format!(
            "{} dans plusieurs dossiers : les textes ne l'interdisent pas ; à rapprocher entre les territoires concernés.",
            count(epcis, "intercommunalité figure", "intercommunalités figurent")
        ),
    }
}

/// B2.
pub(super) fn by_region(order_of_magnitude: Option<u32>) -> String {
    match order_of_magnitude {
        Some(territories) => format!(
            "Dossiers par région. En regard, un ordre de grandeur national : autour de {territories} territoires, comme en première phase ; ce n'est ni un quota ni un pronostic."
        ),
        None => "Dossiers par région ; ce n'est ni un quota ni un pronostic.".to_owned(),
    }
}

/// B3.
pub(super) fn budget(posts: u64) -> String {
    match posts {
        0 => "Aucun poste n'est assez décrit pour être simulé.".to_owned(),
        _ => format!(
            "{} : aides de l'État simulées selon le barème de chaque dossier, sans valeur officielle ; un territoire sur plusieurs régions compte dans celle de la plus grande part de sa population.",
            count(posts, "poste simulé", "postes simulés")
        ),
    }
}

/// What was expected where something could not be read.
pub(super) fn expected(expected: Expected, scale: &Scale) -> String {
    let fixed = match expected {
        Expected::Amount => {
            "un montant en euros entre 0 et 1 000 000 000, avec deux décimales au plus, par exemple 62 000,50"
        }
        Expected::Share => "une part comme 0,8 ou 80 %",
        Expected::Whole => "un nombre entier, de 0 à 1\u{202f}000\u{202f}000\u{202f}000",
        Expected::Date => "une date comme 15/09/2023",
        Expected::Month => "un mois comme 01/2024",
        Expected::YesNo => "oui ou non",
        Expected::Siren => "un SIREN de neuf chiffres",
        Expected::Word(words) => {
            return format!("l'une de ces valeurs : {}", list(words.iter().copied()));
        }
        Expected::Text => "un texte",
        Expected::List => "une liste de 10 000 lignes au plus",
        Expected::Group => "un groupe de champs",
        Expected::Campaign => {
            return format!("une campagne connue, par exemple {}", campaign::newest().id);
        }
        Expected::Scale => "le nom d'un barème fourni, ou un barème complet et sans erreur",
        Expected::Region => "le code d'une région, par exemple 53",
        Expected::LevelOfScale => return format!("un niveau du barème : {}", levels(scale, Fr)),
    };
    fixed.to_owned()
}

pub(super) fn unreadable(expected: &str) -> String {
    format!("Valeur non lue. Attendu : {expected}.")
}

pub(super) fn siren_of_siret() -> &'static str {
    "Quatorze chiffres font un SIRET : les neuf premiers, le SIREN, sont retenus."
}
