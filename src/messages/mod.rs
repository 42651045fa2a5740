//! Every sentence that people read, in French and in English, made from data and only when asked for.

mod describe;
mod document;
mod pieces;
mod prefill;
mod report;
mod scale;
mod sentences;
mod slots;
mod steps;
mod summary;
mod words;

use time::Date;

use crate::check::Lang;
use crate::money::Cents;

use pieces::{Amount, sentence, written};
use words::choose;

pub use describe::{chapter, describe, level};
pub use document::terms;
pub(crate) use document::{Word, mention, post, published, share, whole, without_plan, word};
pub use prefill::{left_out, mapping_error};
pub use report::{disclaimer, verdict};
pub(crate) use report::{offer, siren_of_siret, unreadable};
pub use scale::scale_error;
pub(crate) use sentences::say;
pub use steps::status;
pub(crate) use steps::{percent, step};
pub(crate) use summary::{budget, by_region, overlap};

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
    let month = choose([&FR, &EN], lang).get(usize::from(u8::from(date.month())) - 1);
    let first = if date.day() == 1 { ["er", ""] } else { [""; 2] };
    sentence(
        ["{}{}\u{a0}{}\u{a0}{}"; 2],
        lang,
        &[
            &u32::from(date.day()),
            &choose(first, lang),
            &month.copied().unwrap_or_default(),
            &date.year(),
        ],
    )
}

/// An amount as people write it: « 1 234,56 € », “€1,234.56”.
#[must_use]
pub fn amount(amount: Cents, lang: Lang) -> String {
    written(&Amount(amount, lang))
}
