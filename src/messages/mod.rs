//! Every sentence that people read, in French and in English, made from data and only when asked for.

mod describe;
mod document;
mod en;
mod fr;
mod prefill;
mod scale;
mod sentences;
mod slots;
mod steps;
mod words;

use std::fmt;

use time::Date;

use crate::campaign::Offer;
use crate::check::Lang;
use crate::check::Verdict;
use crate::dossier::Expected;
use crate::money::{Cents, FromEnd};
use crate::scale::Scale;
use crate::value::Value;

pub use describe::{chapter, describe, level};
pub(crate) use document::{Word, mention, post, published, share, terms, without_plan, word};
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
    Amount(amount, lang).to_string()
}

/// Bytes of the longest amount as people write it.
const LONGEST_AMOUNT: usize = 48;

/// An amount that shows as people write it.
pub(crate) struct Amount(pub Cents, pub Lang);

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, group, point, after) = match self.1 {
            Lang::Fr => ("", "\u{202f}", ",", "\u{a0}€"),
            Lang::En => ("€", ",", ".", ""),
        };
        let mut text = FromEnd::<LONGEST_AMOUNT>::new();
        let mut left = self.0.0.unsigned_abs();
        text.put(after);
        text.put_digit_of(left);
        text.put_digit_of(left / 10);
        text.put(point);
        left /= 100;
        text.put_digit_of(left);
        let mut digits = 1;
        while left >= 10 {
            left /= 10;
            if digits % 3 == 0 {
                text.put(group);
            }
            text.put_digit_of(left);
            digits += 1;
        }
        text.put(before);
        if self.0.0 < 0 {
            text.put("-");
        }
        f.write_str(text.as_str())
    }
}

/// A number with its noun.
fn count(number: impl TryInto<u64>, one: &str, several: &str) -> String {
    let number = number.try_into().unwrap_or(0);
    format!("{number}\u{a0}{}", if number <= 1 { one } else { several })
}
