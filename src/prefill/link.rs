//! The link that begins a procedure with what a dossier holds.
//!
//! The platform drops a value that it cannot read without a word: what is not sure to be read is
//! left out here, and told.

use std::fmt::Write as _;

use serde::Serialize;

use super::fields::FIELDS;
use super::given::given;
use super::mapping::{Champ, Mapping, Match, is_prefillable};
use crate::value::Value;

/// The longest link that every browser opens: the platform warns above it.
pub const LONGEST: usize = 2_000;

/// A value on its way to a field of the procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Sent {
    /// The path in the dossier.
    pub field: String,
    /// The label of the procedure's field.
    pub label: String,
    /// Its identifier.
    #[serde(skip)]
    pub champ: String,
    /// The row that it is in.
    #[serde(skip)]
    pub row: Option<Row>,
    /// What is sent.
    #[serde(skip)]
    pub given: Given,
}

/// A row of a repeatable block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The identifier of the block.
    pub block: String,
    /// The place of the row among those of the dossier.
    pub index: usize,
}

/// What a field of a procedure is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// One text.
    One(String),
    /// A list of texts.
    Several(Vec<String>),
}

/// A value that stays behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct LeftOut {
    /// The path in the dossier.
    pub field: String,
    /// Why.
    pub why: Why,
}

/// Why a value stays behind. People are told in their language by [`crate::messages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// No field of the procedure for it.
    Unmatched,
    /// Nobody confirmed the match.
    Unconfirmed,
    /// The platform takes no value for a field of this type.
    NotPrefillable,
    /// The dossier holds something that cannot be read.
    Unreadable,
    /// None of the choices of the procedure.
    NoChoice,
    /// The platform knows no such intercommunalité.
    NoEpci,
    /// A SIRET is asked where a SIREN is known.
    NoSiret,
    /// The type of the procedure's field cannot hold it.
    DoesNotFit,
    /// The link would be too long.
    TooLong,
}

/// What of a dossier is sent, and what stays behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prefill {
    /// What is sent.
    pub sent: Vec<Sent>,
    /// What stays behind.
    pub left_out: Vec<LeftOut>,
}

/// A field of the procedure that the person fills on the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ToFill {
    /// Its label.
    pub label: String,
    /// Its type, in the platform's words.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether the platform wants it answered.
    pub required: bool,
    /// Whether the platform could take a value for it.
    pub prefillable: bool,
}

impl Prefill {
    /// Sorts what a dossier holds, in the order of the mapping.
    #[must_use]
    pub fn of(mapping: &Mapping, dossier: &Value) -> Self {
        let mut prefill = Self::default();
        for one in &mapping.matches {
            prefill.take(one, dossier);
        }
        for field in FIELDS {
            let is_matched =
                |one: &Match| one.known().is_some_and(|known| known.path == field.path);
            if !mapping.matches.iter().any(is_matched) {
                let answered = at(dossier, field.path).into_iter();
                let left = answered.map(|(field, _)| LeftOut { field, why: Why::Unmatched });
                prefill.left_out.extend(left);
            }
        }
        prefill
    }

    fn take(&mut self, one: &Match, dossier: &Value) {
        let mut rows = 0;
        for (field, value) in at(dossier, &one.field) {
            let given = if !one.confirmed {
                Err(Why::Unconfirmed)
            } else if !is_prefillable(&one.to.kind) {
                Err(Why::NotPrefillable)
            } else {
                given(one, value)
            };
            match given {
                Ok(given) => {
                    let index = row_of(&field, &one.field).unwrap_or(rows);
                    rows += 1;
                    let row = one.to.block.clone().map(|block| Row { block, index });
                    let (champ, label) = (one.to.champ.clone(), one.to.label.clone());
                    self.sent.push(Sent { field, label, champ, row, given });
                }
                Err(why) => self.left_out.push(LeftOut { field, why }),
            }
        }
    }

    /// The link that begins the procedure with these values. Values that would make it longer than
    /// `longest` are left out, each that does not fit.
    pub fn link(&mut self, mapping: &Mapping, longest: usize) -> String {
        let mut link = mapping.procedure.url.clone();
        let rows = self.rows();
        let mut mark = '?';
        for sent in std::mem::take(&mut self.sent) {
            let before = link.len();
            for (name, value) in sent.parameters(&rows) {
                link.push(mark);
                encode(&name, &mut link);
                link.push('=');
                encode(value, &mut link);
                mark = '&';
            }
            if link.len() <= longest {
                self.sent.push(sent);
            } else {
                link.truncate(before);
                mark = if link.len() > mapping.procedure.url.len() { '&' } else { '?' };
                self.left_out.push(LeftOut { field: sent.field, why: Why::TooLong });
            }
        }
        link
    }

    /// The rows that hold something: a blank row between two is not sent.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for row in self.sent.iter().filter_map(|sent| sent.row.as_ref()) {
            if !rows.contains(row) {
                rows.push(row.clone());
            }
        }
        rows
    }

    /// The fields of the procedure to which nothing is sent.
    #[must_use]
    pub fn to_fill(&self, mapping: &Mapping) -> Vec<ToFill> {
        let matched = mapping.matches.iter().map(|one| &one.to);
        let is_filled = |champ: &Champ| self.sent.iter().any(|one| one.champ == champ.champ);
        let open = matched.chain(&mapping.unmatched_champs).filter(|champ| !is_filled(champ));
        let to_fill = |champ: &Champ| ToFill {
            label: champ.label.clone(),
            kind: champ.kind.clone(),
            required: champ.required,
            prefillable: is_prefillable(&champ.kind),
        };
        open.map(to_fill).collect()
    }
}

impl Row {
    /// Its place among those of its block that hold something.
    #[must_use]
    pub fn place(&self, rows: &[Self]) -> usize {
        rows.iter().filter(|one| one.block == self.block && one.index < self.index).count()
    }
}

/// The name of a field in a request: the identifier without the padding of its encoding.
#[must_use]
pub fn named(champ: &str) -> String {
    format!("champ_{}", champ.trim_end_matches('='))
}

impl Sent {
    fn parameters(&self, rows: &[Row]) -> Vec<(String, &str)> {
        let own = named(&self.champ);
        let name = match &self.row {
            Some(row) => format!("{}[{}][{own}]", named(&row.block), row.place(rows)),
            None => own,
        };
        match &self.given {
            Given::One(text) => vec![(name, text.as_str())],
            Given::Several(texts) => {
                texts.iter().map(|text| (format!("{name}[]"), text.as_str())).collect()
            }
        }
    }
}

/// A text in the query of an address (`application/x-www-form-urlencoded`).
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            // Writing to a String cannot fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
}

/// The index in a path that stands where the pattern has its first `*`.
fn row_of(path: &str, pattern: &str) -> Option<usize> {
    let place = pattern.split('.').position(|step| step == "*")?;
    path.split('.').nth(place)?.parse().ok()
}

/// What a dossier holds at a path, blanks apart; each row where the path has `*`.
fn at<'v>(dossier: &'v Value, path: &str) -> Vec<(String, &'v Value)> {
    let mut found = vec![(String::new(), dossier)];
    for step in path.split('.') {
        let mut next = Vec::new();
        for (path, value) in found {
            let below = |step: &str| {
                if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
            };
            match (value, step.parse::<usize>()) {
                (Value::List(rows), _) if step == "*" => {
                    next.extend(
                        rows.iter().enumerate().map(|(i, row)| (below(&i.to_string()), row)),
                    );
                }
                (Value::List(rows), Ok(i)) => {
                    next.extend(rows.get(i).map(|row| (below(step), row)))
                }
                // One text stands for a list of one.
                (Value::Text(_) | Value::Number(_), _) if step == "*" => {
                    next.push((below("0"), value))
                }
                _ => next.extend(value.get(step).map(|value| (below(step), value))),
            }
        }
        found = next;
    }
    found.retain(|(_, value)| !value.is_blank());
    found
}
