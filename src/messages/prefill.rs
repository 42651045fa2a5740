//! What stays behind on the way to the form platform, and what is wrong in a mapping file, in words.

use super::words::choose;
use crate::check::Lang;
use crate::prefill::{Expected, FORMAT, Fault, MappingError, Why};

/// Why a value stays behind.
#[must_use]
pub fn left_out(why: Why, lang: Lang) -> &'static str {
    let words = match why {
        Why::Unmatched => {
            ["aucun champ de la démarche ne lui correspond", "no field of the procedure matches it"]
        }
        Why::Unconfirmed => ["la correspondance n'est pas confirmée", "the match is not confirmed"],
        Why::NotPrefillable => [
            "la plateforme ne préremplit pas ce type de champ",
            "the platform prefills no field of this type",
        ],
        Why::Unreadable => ["la saisie n'est pas lisible", "what was typed cannot be read"],
        Why::NoChoice => [
            "aucun choix de la démarche ne lui correspond",
            "no choice of the procedure matches it",
        ],
        Why::NoEpci => [
            "intercommunalité inconnue de l'annuaire, ou sans fiscalité propre",
            "intercommunalité that the directory does not have, or without taxes of its own",
        ],
        Why::NoSiret => [
            "la démarche demande un SIRET, le dossier a un SIREN",
            "the procedure asks a SIRET, the dossier has a SIREN",
        ],
        Why::DoesNotFit => [
            "le type du champ de la démarche ne peut pas le contenir",
            "the type of the procedure's field cannot hold it",
        ],
        Why::TooLong => ["le lien serait trop long", "the link would be too long"],
    };
    choose(words, lang)
}

/// A mistake of a mapping file: its key and what is wrong there.
#[must_use]
pub fn mapping_error(error: &MappingError, lang: Lang) -> String {
    let fault = match &error.fault {
        Fault::Expected(expected, found) => {
            let expected = choose(words(*expected), lang);
            choose(
                [
                    format!("attendu {expected}, trouvé {found}"),
                    format!("expected {expected}, found {found}"),
                ],
                lang,
            )
        }
        Fault::NoField(path) => {
            let words = ["aucun champ d'un dossier n'est", "no field of a dossier is"];
            format!("{} “{path}”", choose(words, lang))
        }
        Fault::Rows => choose(
            [
                "les lignes d'une liste vont dans un bloc répétable, et elles seules",
                "rows go to a repeatable block, and only rows",
            ],
            lang,
        )
        .to_owned(),
        Fault::NoWord(word) => {
            let words = ["aucune valeur du champ n'est", "no value of the field is"];
            format!("{} “{word}”", choose(words, lang))
        }
        Fault::NoChoice(word) => {
            let words =
                ["le choix n'est pas dans la liste pour", "the choice is none of the list for"];
            format!("{} “{word}”", choose(words, lang))
        }
        Fault::NoBlock(block) => {
            format!("{} “{block}”", choose(["aucun bloc n'est", "no block is"], lang))
        }
        Fault::Twice(label) => choose(
            [
                format!("le champ “{label}” est rempli deux fois"),
                format!("the field “{label}” is filled twice"),
            ],
            lang,
        ),
    };
    if error.key.is_empty() {
        return fault;
    }
    format!("{}{}: {fault}", error.key, choose(["\u{a0}", ""], lang))
}

fn words(expected: Expected) -> [&'static str; 2] {
    // The version of the format stands in the words.
    const { assert!(FORMAT == 1) }
    match expected {
        Expected::Object => ["un objet JSON", "a JSON object"],
        Expected::List => ["une liste", "a list"],
        Expected::Text => ["un texte", "a text"],
        Expected::Whole => ["un nombre entier", "a whole number"],
        Expected::YesNo => ["true ou false", "true or false"],
        Expected::Format => ["la version 1", "the version 1"],
        Expected::Address => {
            ["une adresse https://…/commencer/…", "an address https://…/commencer/…"]
        }
    }
}
