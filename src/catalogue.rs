//! The catalogue as documentation: the paragraphs of the FAQ, and the rules that each one gives.
//!
//! ```
//! use territoires_industrie::catalogue;
//!
//! let paragraphs = catalogue::paragraphs();
//! let single = paragraphs.iter().find(|paragraph| paragraph.section == "2.2");
//! let ids: Vec<_> = single.into_iter().flat_map(|p| p.rules()).map(|rule| rule.id).collect();
//! assert_eq!(ids, ["P3", "P5"]);
//! ```

use std::sync::OnceLock;

use serde::Serialize;

use crate::campaign::Label;
use crate::rules::{RULES, Rule};
use crate::value::Value;

/// The id of the document whose paragraphs these are.
pub const DOCUMENT: &str = "faq-2023";

/// A paragraph of the FAQ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Its number, such as `2.2`.
    pub section: String,
    /// What it is about, in our own words.
    pub title: Label,
    /// What it gives besides rules on one dossier: `jobs`, `S` for suggestions, `B2` across dossiers.
    pub beside: Vec<String>,
    /// Why it gives no rule, or why only a part of it gives some.
    pub note: Option<Label>,
}

impl Paragraph {
    fn read(value: &Value) -> Option<Self> {
        let text = |value: &Value| value.as_text().map(std::borrow::Cow::into_owned);
        Some(Self {
            section: text(value.get("section")?)?,
            title: Label::read(value.get("title")?)?,
            beside: match value.get("beside") {
                Some(Value::List(words)) => words.iter().filter_map(text).collect(),
                _ => Vec::new(),
            },
            note: value.get("note").and_then(Label::read),
        })
    }

    /// The rules that cite it, in the order of the table.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        let cites = |rule: &&Rule| {
            let mut sources = rule.sources.iter();
            sources.any(|source| {
                source.document == DOCUMENT && source.section == Some(self.section.as_str())
            })
        };
        RULES.iter().filter(cites)
    }
}

/// The paragraphs of the FAQ, in its order.
#[must_use]
pub fn paragraphs() -> &'static [Paragraph] {
    static PARAGRAPHS: OnceLock<Vec<Paragraph>> = OnceLock::new();
    PARAGRAPHS.get_or_init(|| match Value::from_json(include_str!("data/faq-2023.json")) {
        Ok(Value::List(rows)) => rows.iter().filter_map(Paragraph::read).collect(),
        _ => Vec::new(),
    })
}
