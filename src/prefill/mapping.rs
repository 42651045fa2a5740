//! The mapping file: which field of a dossier goes to which field of a procedure. `ti ds map` writes
//! it, a person confirms it; see the README beside.

use serde::{Deserialize, Serialize};

use super::fields::{self, Field};
use super::schema::{Champ, Procedure};

/// A mapping file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The version of the format.
    pub format: u32,
    pub procedure: Procedure,
    /// What is sent once it is confirmed.
    pub matches: Vec<Match>,
    /// The repeatable blocks of the procedure that rows are sent to.
    pub blocks: Vec<Champ>,
    /// Fields of the procedure that nothing is sent to.
    pub unmatched_champs: Vec<Champ>,
    /// Fields of a dossier that are not sent.
    pub unmatched_fields: Vec<String>,
}

pub const FORMAT: u32 = 1;

/// A field of a dossier and the field of the procedure that it goes to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Match {
    /// The path in the dossier; `*` stands for each row.
    pub field: String,
    pub to: Champ,
    /// For a list of values, which choice each word is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Choice>,
    /// How alike the labels and the types are, in percent.
    #[serde(default)]
    pub confidence: u8,
    /// Whether a person has seen that it is right. Nothing else is sent.
    pub confirmed: bool,
}

/// A word of the dossier and the choice of the procedure that it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub word: String,
    pub choice: Option<String>,
}

impl Mapping {
    /// Reads a mapping file; in words all that is wrong with it.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let mapping: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        let mut faults = Vec::new();
        if mapping.format != FORMAT {
            faults.push(format!("format: found {}, expected {FORMAT}", mapping.format));
        }
        if !mapping.procedure.url.starts_with("http") {
            faults.push("procedure.url: expected an address, https://…/commencer/…".to_owned());
        }
        for (i, one) in mapping.matches.iter().enumerate() {
            let at = format!("matches.{i}");
            let Some(field) = one.known() else {
                faults.push(format!("{at}.field: no field of a dossier is “{}”", one.field));
                continue;
            };
            if one.field.contains('*') != one.to.block.is_some() {
                faults.push(format!("{at}: rows go to a repeatable block, and only rows"));
            }
            for Choice { word, choice } in &one.words {
                if !field.words().iter().any(|(known, _)| known == word) {
                    faults.push(format!("{at}.words: no value of {} is “{word}”", one.field));
                }
                if choice.as_ref().is_some_and(|choice| !one.to.choices.contains(choice)) {
                    faults.push(format!("{at}.words: “{word}” is none of the choices"));
                }
            }
            let is_block = |block: &String| mapping.blocks.iter().any(|one| one.champ == *block);
            if one.to.block.as_ref().is_some_and(|block| !is_block(block)) {
                faults.push(format!("{at}.to.block: none of the blocks"));
            }
            let before = mapping.matches.get(..i).unwrap_or_default();
            if before.iter().any(|other| other.to.champ == one.to.champ) {
                faults.push(format!("{at}: the field “{}” is filled twice", one.to.label));
            }
        }
        if faults.is_empty() { Ok(mapping) } else { Err(faults.join("; ")) }
    }

    /// Every field of the procedure that was described.
    pub fn champs(&self) -> impl Iterator<Item = &Champ> {
        self.matches.iter().map(|one| &one.to).chain(&self.blocks).chain(&self.unmatched_champs)
    }
}

impl Match {
    /// The field, whatever its row.
    pub fn known(&self) -> Option<&'static Field> {
        let any_row = |step: &str| {
            if step.parse::<usize>().is_ok() { "*".to_owned() } else { step.to_owned() }
        };
        let path: Vec<String> = self.field.split('.').map(any_row).collect();
        fields::field(&path.join("."))
    }

    /// The choice that a word is.
    pub fn choice(&self, word: &str) -> Option<&str> {
        self.words.iter().find(|choice| choice.word == word)?.choice.as_deref()
    }
}
