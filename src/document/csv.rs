//! The table of a document for spreadsheets.

use csv_core::{Terminator, WriteResult, Writer, WriterBuilder};

use super::{Cell, Document};
use crate::check::Lang;
use crate::messages::{Word, word};

/// What spreadsheets of a country expect.
#[derive(Clone, Copy)]
pub(super) struct Style {
    delimiter: u8,
    comma: char,
    start: &'static str,
}

impl Style {
    pub const FRENCH: Self = Self { delimiter: b';', comma: ',', start: "\u{feff}" };
    pub const PLAIN: Self = Self { delimiter: b',', comma: '.', start: "" };
}

/// A row of the table a line; its group before, what it is worth behind.
pub(super) fn write(document: &Document, style: Style) -> String {
    let Document { lang, standing, table, .. } = document;
    let mut writer =
        WriterBuilder::new().delimiter(style.delimiter).terminator(Terminator::CRLF).build();
    let mut out = style.start.as_bytes().to_vec();
    let mut line = |cells: Vec<String>| {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                put(&mut out, |room| writer.delimiter(room));
            }
            field(&mut writer, cell, &mut out);
        }
        put(&mut out, |room| writer.terminator(room));
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
    // Texts in, texts out.
    String::from_utf8(out).unwrap_or_default()
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

/// A field has a room of at most two bytes for each of its own, and its quotes.
fn field(writer: &mut Writer, text: &str, out: &mut Vec<u8>) {
    let mut left = text.as_bytes();
    loop {
        let mut room = vec![0; 2 * left.len() + 8];
        let (result, read, written) = writer.field(left, &mut room);
        out.extend(room.iter().take(written));
        left = left.get(read..).unwrap_or_default();
        if let WriteResult::InputEmpty = result {
            return;
        }
    }
}

fn put(out: &mut Vec<u8>, write: impl FnOnce(&mut [u8]) -> (WriteResult, usize)) {
    let mut room = [0; 8];
    let (_, written) = write(&mut room);
    out.extend(room.iter().take(written));
}
