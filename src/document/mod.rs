//! Documents for people: a title, what it is worth, facts, one table, notes; written as text,
//! Markdown, CSV or HTML.
//!
//! # Design
//! A document has one table, whose rows stand in groups: it stays one rectangle in a spreadsheet.
//! Every format says that the amounts are a simulation, and on what.

mod comparison;
mod csv;
mod financing_plan;
mod html;
mod markdown;
mod national_view;
mod text;

pub use comparison::comparison;
pub use financing_plan::financing_plan;
pub use national_view::national_view;
pub use text::columns;

use crate::check::Lang;
use crate::digits::joined;
use crate::messages::{amount, mention};
use crate::money::Cents;
use crate::scale::Status;

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// In columns, for a terminal or a message.
    Text,
    /// Markdown with tables.
    Markdown,
    /// The table alone, as French spreadsheets open it: semicolons, decimal commas, UTF-8 with a
    /// byte order mark.
    Csv,
    /// The table alone: commas, decimal points, UTF-8 without a mark.
    PlainCsv,
    /// A page of its own, ready to print.
    Html,
}

impl Format {
    /// The words that callers write, in the order of the formats.
    pub const WORDS: [&'static str; 5] = ["text", "md", "csv", "csv-plain", "html"];

    /// The format of a word of [`Format::WORDS`].
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        let formats = [Self::Text, Self::Markdown, Self::Csv, Self::PlainCsv, Self::Html];
        Self::WORDS.iter().zip(formats).find(|(known, _)| **known == word).map(|(_, format)| format)
    }
}

/// A document, before it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language of its words.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// What its figures are worth: beside the title in every format.
    pub mention: String,
    /// A word of that for each row of a spreadsheet.
    pub standing: String,
    /// What it is about, each with its label.
    pub facts: Vec<(String, String)>,
    /// Its figures.
    pub table: Table,
    /// Remarks below the table.
    pub remarks: Vec<String>,
    /// The title of the explanation, and its lines.
    pub explanation: (String, Vec<String>),
    /// What stands at its end.
    pub closing: String,
}

/// A table whose rows stand in groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the groups are, for a spreadsheet.
    pub group: String,
    /// The head of each column; the first column names the rows.
    pub head: Vec<String>,
    /// The groups, in order.
    pub groups: Vec<Group>,
}

/// Rows under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The heading; nothing when the table has one group.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its cells, one for each column besides the first.
    pub cells: Vec<Cell>,
    /// Whether it sums up others.
    pub total: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// An amount; nothing when there is none.
    Amount(Option<Cents>),
    /// A difference between amounts, with its sign.
    Difference(Option<Cents>),
    /// A number or a share, as it is shown.
    Figure(String),
    /// Words.
    Words(String),
}

impl Cell {
    /// As people read it.
    fn shown(&self, lang: Lang) -> String {
        match self {
            Self::Amount(Some(cents)) => amount(*cents, lang),
            Self::Difference(Some(cents)) if cents.0 > 0 => format!("+{}", amount(*cents, lang)),
            Self::Difference(Some(cents)) => amount(*cents, lang),
            Self::Amount(None) | Self::Difference(None) => "–".to_owned(),
            Self::Figure(text) | Self::Words(text) => text.clone(),
        }
    }

    fn is_words(&self) -> bool {
        matches!(self, Self::Words(_))
    }
}

impl Document {
    /// What stands between a label and its fact.
    fn colon(&self) -> &'static str {
        colon(self.lang)
    }

    /// The document in a format. Texts of the dossier are never markup in it, nor formulas.
    #[must_use]
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Text => text::write(self),
            Format::Markdown => markdown::write(self),
            Format::Csv => csv::write(self, csv::Style::FRENCH),
            Format::PlainCsv => csv::write(self, csv::Style::PLAIN),
            Format::Html => html::write(self),
        }
    }
}

fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "\u{a0}: ",
        Lang::En => ": ",
    }
}

/// What the figures of these scales are worth, each said once.
fn mentions(statuses: &[Status], lang: Lang) -> String {
    let mut said: Vec<&str> = Vec::new();
    for status in statuses {
        let mention = mention(*status, lang);
        if !said.contains(&mention) {
            said.push(mention);
        }
    }
    joined(&mut said.into_iter(), " ")
}
