//! The pieces that a sentence of numbers is made of, each written straight at its end: a report has a dozen such
//! sentences, and the general formatting of the standard library would cost more than what they tell.

use std::borrow::Cow;

use super::words::choose;
use crate::check::Lang;
use crate::digits::FromEnd;
use crate::money::{BasisPoints, Cents};

/// What knows how it is written in a sentence.
pub(super) trait Piece {
    fn put(&self, out: &mut String);
}

/// A piece by itself.
pub(super) fn written(piece: &impl Piece) -> String {
    let mut out = String::new();
    piece.put(&mut out);
    out
}

/// A template in a language, French first, with a piece for each `{}`.
pub(super) fn sentence(templates: [&str; 2], lang: Lang, pieces: &[&dyn Piece]) -> String {
    let mut out = String::new();
    fill(&mut out, choose(templates, lang), pieces);
    out
}

/// Writes a template at the end of a text, with a piece for each `{}`.
pub(super) fn fill(out: &mut String, template: &str, pieces: &[&dyn Piece]) {
    debug_assert_eq!(template.matches("{}").count(), pieces.len(), "{template}");
    let mut pieces = pieces.iter();
    let mut rest = template;
    // The pieces lie close together: a search made for long texts would take longer.
    while let Some(place) = rest.bytes().position(|byte| byte == b'{')
        && let Some((before, after)) = rest.split_at_checked(place)
    {
        out.push_str(before);
        if let Some(piece) = pieces.next() {
            piece.put(out);
        }
        rest = after.get(2..).unwrap_or_default();
    }
    out.push_str(rest);
}

impl Piece for &str {
    fn put(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Piece for String {
    fn put(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Piece for Cow<'_, str> {
    fn put(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Piece for u64 {
    fn put(&self, out: &mut String) {
        let mut text = FromEnd::new();
        text.put_whole(*self);
        out.push_str(text.as_str());
    }
}

impl Piece for u32 {
    fn put(&self, out: &mut String) {
        u64::from(*self).put(out);
    }
}

impl Piece for i32 {
    fn put(&self, out: &mut String) {
        if *self < 0 {
            out.push('-');
        }
        self.unsigned_abs().put(out);
    }
}

/// An amount as people write it: « 1 234,56 € », “€1,234.56”.
pub(super) struct Amount(pub Cents, pub Lang);

impl Piece for Amount {
    fn put(&self, out: &mut String) {
        let Self(amount, lang) = self;
        let [before, point, after] = choose([["", ",", "\u{a0}€"], ["€", ".", ""]], *lang);
        if amount.0 < 0 {
            out.push('-');
        }
        out.push_str(before);
        Grouped(amount.0.unsigned_abs() / 100, *lang).put(out);
        out.push_str(point);
        put_digits(amount.0.unsigned_abs(), 2, out);
        out.push_str(after);
    }
}

/// A whole number in groups of three digits: « 1 234 », “1,234”.
pub(super) struct Grouped(pub u64, pub Lang);

impl Piece for Grouped {
    fn put(&self, out: &mut String) {
        let Self(number, lang) = *self;
        if number < 1000 {
            return number.put(out);
        }
        Self(number / 1000, lang).put(out);
        out.push_str(choose(["\u{202f}", ","], lang));
        put_digits(number, 3, out);
    }
}

/// The last digits of a number.
pub(super) fn put_digits(number: u64, digits: usize, out: &mut String) {
    let mut text = FromEnd::new();
    text.put_digits(number, digits);
    out.push_str(text.as_str());
}

/// A share as people write it: « 65 % », « 72,5 % ».
pub(super) struct Percent(pub BasisPoints, pub Lang);

impl Piece for Percent {
    fn put(&self, out: &mut String) {
        let Self(share, lang) = self;
        let (whole, part) = (share.0 / 100, share.0 % 100);
        whole.put(out);
        if part > 0 {
            out.push(if *lang == Lang::Fr { ',' } else { '.' });
            (part / 10).put(out);
            if part % 10 > 0 {
                (part % 10).put(out);
            }
        }
        out.push_str(choose(["\u{a0}%", "%"], *lang));
    }
}

/// A number with its noun, in the singular and in the plural.
pub(super) struct Count(u64, [&'static str; 2]);

impl Count {
    pub(super) fn of(number: impl TryInto<u64>, noun: [&'static str; 2]) -> Self {
        Self(number.try_into().unwrap_or(0), noun)
    }
}

impl Piece for Count {
    fn put(&self, out: &mut String) {
        let Self(number, [one, several]) = self;
        number.put(out);
        out.push('\u{a0}');
        out.push_str(if *number <= 1 { one } else { several });
    }
}
