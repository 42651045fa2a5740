//! The table of a document for spreadsheets.

use super::{Cell, Document};
use crate::check::Lang;
use crate::messages::{Word, word};

/// What spreadsheets of a country expect.
#[derive(Clone, Copy)]
pub(super) struct Style {
    delimiter: char,
    comma: char,
    start: &'static str,
}

impl Style {
    pub const FRENCH: Self = Self { delimiter: ';', comma: ',', start: "\u{feff}" };
    pub const PLAIN: Self = Self { delimiter: ',', comma: '.', start: "" };
}

/// A row of the table a line; its group before, what it is worth behind.
pub(super) fn write(document: &Document, style: Style) -> String {
    let Document { lang, standing, table, .. } = document;
    let mut out = style.start.to_owned();
    let mut line = |cells: Vec<String>| {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                out.push(style.delimiter);
            }
            field(cell, style, &mut out);
        }
        out.push_str("\r\n");
    };
    let grouped = !table.group.is_empty();
    let begin = |group: &str| if grouped { vec![no_formula(group)] } else { Vec::new() };

    let mut head = begin(&table.group);
    head.extend(table.head.iter().map(|name| no_formula(name)));
    head.push(word(Word::Standing, *lang).to_owned());
    line(head);
    for group in &table.groups {
        for row in &group.rows {
            let mut cells = begin(&group.title);
            cells.push(no_formula(&row.name));
            cells.extend(row.cells.iter().map(|cell| shown(cell, style, *lang)));
            cells.push(standing.clone());
            line(cells);
        }
    }
    out
}

fn shown(cell: &Cell, style: Style, lang: Lang) -> String {
    match cell {
        Cell::Amount(cents) | Cell::Difference(cents) => {
            let plain = cents.map(|cents| cents.to_string()).unwrap_or_default();
            plain.replace('.', style.comma.encode_utf8(&mut [0; 4]))
        }
        Cell::Figure(text) if lang == Lang::Fr => {
            text.replace(',', style.comma.encode_utf8(&mut [0; 4]))
        }
        Cell::Figure(text) => text.replace('.', style.comma.encode_utf8(&mut [0; 4])),
        Cell::Words(text) => no_formula(text),
    }
}

/// A text that a spreadsheet does not take for a formula.
fn no_formula(text: &str) -> String {
    match text.trim_start().chars().next() {
        Some('=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}') => {
            format!("'{text}")
        }
        _ if text.starts_with(['\t', '\r', '\n']) => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// A field, in quotes where it needs them (RFC 4180). A crate would parse numbers to tell whether
/// they are some, which no quote here depends on: 13 kB in every page.
fn field(text: &str, style: Style, out: &mut String) {
    if !text.contains([style.delimiter, '"', '\r', '\n']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    for part in text.split_inclusive('"') {
        out.push_str(part);
        if part.ends_with('"') {
            out.push('"');
        }
    }
    out.push('"');
}
