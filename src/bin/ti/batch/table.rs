//! Dossiers in a table, as spreadsheets write it: the first line names the columns by the paths of
//! a dossier, each other row is one.

use std::io;

use csv_core::{Reader, ReaderBuilder, Terminator};
use encoding_rs::WINDOWS_1252;
use territoires_industrie::value::Value;
use territoires_industrie::{Context, Dossier, evaluate};
use time::Date;

use super::source::{Found, Given, Lines, feed};

/// What may stand between two cells; the most usual in France first.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// The columns of a table.
pub struct Table {
    delimiter: u8,
    columns: Vec<String>,
    /// Whether text is UTF-8 and nothing else; it may be Windows-1252 too, when nothing says so.
    is_utf8: bool,
}

impl Table {
    /// The columns that the next line that is not blank names.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(lines: &mut Lines) -> io::Result<Self> {
        let mut line = Vec::new();
        let mut told = None;
        while lines.next(&mut line)? == Found::Line {
            match *line.trim_ascii() {
                [] => {}
                // So do spreadsheets say it.
                [b's', b'e', b'p', b'=', delimiter] => told = Some(delimiter),
                _ => break,
            }
            line.clear();
        }
        Ok(match told {
            Some(delimiter) => Self::of(&line, delimiter, lines.is_utf8),
            None => Self::guess(&line, lines.is_utf8),
        })
    }

    /// The columns that a line names, cut so that as many as can be are known.
    pub fn guess(line: &[u8], is_utf8: bool) -> Self {
        DELIMITERS
            .map(|delimiter| Self::of(line, delimiter, is_utf8))
            .into_iter()
            .rev()
            .max_by_key(|table| (table.known().count(), table.columns.len()))
            .unwrap_or(Self { delimiter: b';', columns: Vec::new(), is_utf8 })
    }

    fn of(line: &[u8], delimiter: u8, is_utf8: bool) -> Self {
        let (mut bytes, mut ends) = (Vec::new(), Vec::new());
        feed(&mut rows(delimiter), &[line, b"\n"].concat(), &mut bytes, &mut ends);
        let given = Given { bytes: &bytes, ends: &ends };
        let columns = given.cells().map(|cell| text(cell, is_utf8).trim().to_owned()).collect();
        Self { delimiter, columns, is_utf8 }
    }

    /// What reads the rows below.
    pub fn rows(&self) -> Reader {
        rows(self.delimiter)
    }

    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The columns that a dossier has a place for.
    pub fn known(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str).filter(|column| is_known(column))
    }

    /// What to tell about columns that are not read, or read over one another.
    pub fn warnings(&self) -> Vec<String> {
        let columns = || self.columns.iter().enumerate().map(|(i, name)| (i + 1, name.as_str()));
        let mut warnings = Vec::new();
        let unknown: Vec<&str> = columns()
            .map(|(_, name)| name)
            .filter(|name| !name.is_empty() && !is_known(name))
            .collect();
        if !unknown.is_empty() {
            warnings.push(format!("columns that no dossier has, not read: {}", unknown.join(", ")));
        }
        for (number, name) in columns() {
            if name.is_empty() {
                warnings.push(format!("column {number} has no name and is not read"));
            } else if self.columns.iter().take(number - 1).any(|other| other == name) {
                warnings.push(format!(
                    "column {number}, {name}, stands there before: what it holds wins"
                ));
            }
        }
        warnings
    }

    /// The dossier of a row. A blank cell is no answer.
    pub fn dossier(&self, row: &Given<'_>) -> Result<Dossier, String> {
        let is_utf8 = row.cells().all(|cell| std::str::from_utf8(cell).is_ok());
        if self.is_utf8 && !is_utf8 {
            return Err("no UTF-8, which the file says it is".to_owned());
        }
        let mut dossier = Dossier::default();
        for (column, cell) in self.columns.iter().zip(row.cells()) {
            let given = Value::Text(text(cell, is_utf8));
            if !column.is_empty() && !given.is_blank() {
                dossier.set(column, given);
            }
        }
        Ok(dossier)
    }
}

fn rows(delimiter: u8) -> Reader {
    ReaderBuilder::new().delimiter(delimiter).terminator(Terminator::Any(b'\n')).build()
}

/// A text in UTF-8, or else in the Windows-1252 of Western spreadsheets.
fn text(bytes: &[u8], is_utf8: bool) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if is_utf8 => text.to_owned(),
        _ => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Whether a dossier has a place at a path: whatever has none is told among the unknown keys.
fn is_known(path: &str) -> bool {
    let mut dossier = Dossier::default();
    dossier.set(path, "x");
    !path.is_empty() && evaluate(&dossier, &Context::on(Date::MIN)).unknown_keys.is_empty()
}
