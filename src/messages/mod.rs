//! Every sentence that people read, in French and in English, made from data and only when asked for.

mod describe;
mod document;
mod en;
mod fr;
mod pieces;
mod prefill;
mod scale;
mod sentences;
mod slots;
mod steps;
mod words;

use time::Date;

use crate::campaign::Offer;
use crate::check::Lang;
use crate::check::Verdict;
use crate::dossier::Expected;
use crate::money::Cents;
use crate::scale::Scale;
use crate::value::Value;

use pieces::{Amount, Count, written};

pub use describe::{chapter, describe, level};
pub use document::terms;
pub(crate) use document::{Word, mention, post, published, share, without_plan, word};
pub use prefill::{left_out, mapping_error};
pub use scale::scale_error;
pub(crate) use sentences::say;
pub use steps::status;
pub(crate) use steps::{percent, step};

/// A verdict in words. It is no decision of the administration.
#[must_use]
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match (verdict, lang) {
        (Verdict::Admissible, Lang::Fr) => "Rien ne manque au regard de la FAQ",
        (Verdict::Incomplete, Lang::Fr) => "À compléter",
        (Verdict::Inadmissible, Lang::Fr) => "À corriger au regard de la FAQ",
        (Verdict::Admissible, Lang::En) => "Nothing is missing with regard to the FAQ",
        (Verdict::Incomplete, Lang::En) => "To complete",
        (Verdict::Inadmissible, Lang::En) => "To correct with regard to the FAQ",
    }
}

/// What every verdict comes with: it is indicative, and others decide.
#[must_use]
pub fn disclaimer(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => {
            "Contrôle indicatif, non officiel, d'après la FAQ de juin 2023\u{a0}; le guide et le \
             formulaire peuvent demander davantage. L'instruction et la sélection relèvent de \
             l'État et des Régions."
        }
        Lang::En => {
            "Indicative check, not official, after the FAQ of June 2023; the guide and the form \
             may ask for more. The State and the Régions examine and select."
        }
    }
}

/// Why something given could not be read. A whole scale is told with each of its errors.
pub(crate) fn unreadable(expected: Expected, given: &Value, lang: Lang, scale: &Scale) -> String {
    let (mut what, message): (String, fn(&str) -> String) = match lang {
        Lang::Fr => (fr::expected(expected, scale), fr::unreadable),
        Lang::En => (en::expected(expected, scale), en::unreadable),
    };
    if let (Expected::Scale, Value::Object(_)) = (expected, given) {
        for error in Scale::read(given).err().into_iter().flatten() {
            what += " ; ";
            what += &scale_error(&error, lang);
        }
    }
    message(&what)
}

/// What the toolbox offers, as announced on its day.
pub(crate) fn offer(offer: &Offer, lang: Lang) -> String {
    match lang {
        Lang::Fr => fr::offer(offer),
        Lang::En => en::offer(offer),
    }
}

/// What rule B1 says of so many EPCI that stand in several dossiers.
pub(crate) fn overlap(epcis: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => fr::overlap(epcis),
        Lang::En => en::overlap(epcis),
    }
}

/// What rule B2 says, beside an order of magnitude.
pub(crate) fn by_region(order_of_magnitude: Option<u32>, lang: Lang) -> String {
    match lang {
        Lang::Fr => fr::by_region(order_of_magnitude),
        Lang::En => en::by_region(order_of_magnitude),
    }
}

/// What rule B3 says of so many posts.
pub(crate) fn budget(posts: u64, lang: Lang) -> String {
    match lang {
        Lang::Fr => fr::budget(posts),
        Lang::En => en::budget(posts),
    }
}

/// That the SIREN was taken from a SIRET.
pub(crate) fn siren_of_siret(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => fr::siren_of_siret(),
        Lang::En => en::siren_of_siret(),
    }
}

/// A day in words: « 22 septembre 2023 », “22 September 2023”.
pub(crate) fn day(date: Date, lang: Lang) -> String {
    const FR: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let names = if lang == Lang::Fr { FR } else { EN };
    let month = names.get(usize::from(u8::from(date.month())) - 1).copied().unwrap_or_default();
    let first = if lang == Lang::Fr && date.day() == 1 { "er" } else { "" };
    format!("{}{first}\u{a0}{month}\u{a0}{}", date.day(), date.year())
}

/// An amount as people write it: « 1 234,56 € », “€1,234.56”.
#[must_use]
pub fn amount(amount: Cents, lang: Lang) -> String {
    written(&Amount(amount, lang))
}

/// A number with its noun.
fn count(number: impl TryInto<u64>, one: &'static str, several: &'static str) -> String {
    written(&Count::of(number, one, several))
}
