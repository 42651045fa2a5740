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
    let mut line = |cells: &[String]| {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                out.push(style.delimiter);
            }
            quoted(cell, style.delimiter, &mut out);
        }
        out.push_str("\r\n");
    };
    let grouped = !table.group.is_empty();
    let begin = |group: &str| if grouped { vec![no_formula(group)] } else { Vec::new() };

    let mut head = begin(&table.group);
    head.extend(table.head.iter().map(|name| no_formula(name)));
    head.push(word(Word::Standing, *lang).to_owned());
    line(&head);
    for group in &table.groups {
        for row in &group.rows {
            let mut cells = begin(&group.title);
            cells.push(no_formula(&row.name));
            cells.extend(row.cells.iter().map(|cell| shown(cell, style, *lang)));
            cells.push(standing.clone());
            line(&cells);
        }
    }
    out
}

fn shown(cell: &Cell, style: Style, lang: Lang) -> String {
    let comma = if lang == Lang::Fr { ',' } else { '.' };
    let with_comma = |text: &str, from: char| -> String {
        text.chars().map(|c| if c == from { style.comma } else { c }).collect()
    };
    match cell {
        Cell::Amount(None) | Cell::Difference(None) => String::new(),
        Cell::Amount(Some(cents)) | Cell::Difference(Some(cents)) => {
            with_comma(&cents.to_string(), '.')
        }
        Cell::Figure(text) => with_comma(text, comma),
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

/// A cell as RFC 4180 writes it: in quotes when it holds what would end it, its quotes doubled.
fn quoted(cell: &str, delimiter: char, out: &mut String) {
    let special = |c: char| c == delimiter || matches!(c, '"' | '\r' | '\n');
    if !cell.chars().any(special) {
        out.push_str(cell);
        return;
    }
    out.push('"');
    for c in cell.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}
