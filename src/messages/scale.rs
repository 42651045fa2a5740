//! What is wrong in a scale, in words. In English it is what the error says by itself.

use super::day;
use crate::check::Lang;
use crate::digits::joined;
use crate::money::BasisPoints;
use crate::scale::{Expected, MAX_LEVELS, ScaleError};

/// A mistake of a scale: its key, what was found, what was expected.
#[must_use]
pub fn scale_error(error: &ScaleError, lang: Lang) -> String {
    if lang == Lang::En {
        return error.to_string();
    }
    let key = if error.key.is_empty() { "le barème" } else { &error.key };
    let found = error.found.as_deref().unwrap_or("rien");
    format!("{key}\u{a0}: attendu {}, trouvé {found}", expected(error.expected))
}

fn expected(expected: Expected) -> String {
    match expected {
        Expected::Object => "un objet".to_owned(),
        Expected::Levels => format!("une liste de 1 à {MAX_LEVELS} niveaux"),
        Expected::Text => "un texte".to_owned(),
        Expected::NewId => "un identifiant qu'aucun niveau n'a déjà".to_owned(),
        Expected::Word(words) => {
            format!("l'un de ces mots\u{a0}: {}", joined(&mut words.iter().copied(), ", "))
        }
        Expected::Rate => {
            format!("un nombre entier de points de base, de 0 à {}", BasisPoints::WHOLE.0)
        }
        Expected::Amount => "un montant en euros ou null".to_owned(),
        Expected::Months => "un nombre entier de mois, au moins 1, ou null".to_owned(),
        Expected::Day => "une date ou null".to_owned(),
        Expected::DayFrom(first) => format!("une date à partir du {}", day(first, Lang::Fr)),
        Expected::YesNo => "true ou false".to_owned(),
        Expected::NoKey => "aucune clé de ce nom".to_owned(),
    }
}
