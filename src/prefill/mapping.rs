//! The mapping file: which field of a dossier goes to which field of a procedure. `ti ds map` writes
//! it, a person confirms it.

use serde::Serialize;

use super::fields::{self, Field};
use crate::read;
use crate::value::Value;

/// The version of the format.
pub const FORMAT: u32 = 1;

/// A mapping file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// The version of the format: [`FORMAT`].
    pub format: u32,
    /// The procedure.
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

/// A procedure: what is used of its description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Procedure {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Where people begin it: `https://…/commencer/:path`.
    pub url: String,
    /// The revision that was described.
    pub revision: Option<String>,
}

/// A field of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Champ {
    /// Its identifier, as the platform gives it.
    pub champ: String,
    /// The repeatable block that it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub block: Option<String>,
    /// Its label.
    pub label: String,
    /// Its type, in the platform's words: `drop_down_list`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether the platform wants it answered.
    pub required: bool,
    /// What can be chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
}

/// A field of a dossier and the field of the procedure that it goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Match {
    /// The path in the dossier; `*` stands for each row.
    pub field: String,
    /// The field of the procedure.
    pub to: Champ,
    /// For a list of values, which choice each word is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Choice>,
    /// How alike the labels and the types are, in percent.
    pub confidence: u32,
    /// Whether a person has seen that it is right. Nothing else is sent.
    pub confirmed: bool,
}

/// A word of the dossier and the choice of the procedure that it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The word.
    pub word: String,
    /// The choice; nothing when there is none for it.
    pub choice: Option<String>,
}

/// A mistake in a mapping file. People are told in their language by [`crate::messages`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingError {
    /// The key, from the top of the file, for instance `matches.0.field`; empty for the file itself.
    pub key: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong in a mapping file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Something else was found, told in a few characters.
    Expected(Expected, String),
    /// No field of a dossier has this path.
    NoField(String),
    /// Rows go to a repeatable block, and only rows.
    Rows,
    /// No value of the field is this word.
    NoWord(String),
    /// None of the choices of the procedure's field is that of this word.
    NoChoice(String),
    /// No block has this identifier.
    NoBlock(String),
    /// The procedure's field of this label is filled twice.
    Twice(String),
}

/// What a mapping file has at a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A JSON object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A whole number, not negative.
    Whole,
    /// `true` or `false`.
    YesNo,
    /// The version [`FORMAT`].
    Format,
    /// An address that [`is_address`] accepts.
    Address,
}

impl Mapping {
    /// Reads a mapping file. Keys that the format does not have are passed over.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(file: &Value) -> Result<Self, Vec<MappingError>> {
        let mut faults = Vec::new();
        let mut top = Reader { value: file, key: String::new(), faults: &mut faults };
        top.object();
        let mapping = Self {
            format: top.at("format").whole(),
            procedure: top.at("procedure").procedure(),
            matches: top.at("matches").list(|it| it.one_match()),
            blocks: top.at("blocks").list(|it| it.champ()),
            unmatched_champs: top.at("unmatched_champs").list(|it| it.champ()),
            unmatched_fields: top.at("unmatched_fields").list(|mut it| it.text()),
        };
        top.at("format").check(Expected::Format, mapping.format == FORMAT);
        let address = is_address(&mapping.procedure.url);
        top.at("procedure").at("url").check(Expected::Address, address);
        if faults.is_empty() {
            mapping.tell_faults(&mut faults);
        }
        if faults.is_empty() { Ok(mapping) } else { Err(faults) }
    }

    /// What does not fit together.
    fn tell_faults(&self, faults: &mut Vec<MappingError>) {
        for (i, one) in self.matches.iter().enumerate() {
            let mut tell = |key: &str, fault| {
                faults.push(MappingError { key: format!("matches.{i}{key}"), fault });
            };
            let Some(field) = one.known() else {
                tell(".field", Fault::NoField(one.field.clone()));
                continue;
            };
            if one.has_rows() != one.to.block.is_some() {
                tell("", Fault::Rows);
            }
            for Choice { word, choice } in &one.words {
                if !field.words().iter().any(|(known, _)| known == word) {
                    tell(".words", Fault::NoWord(word.clone()));
                }
                if choice.as_ref().is_some_and(|choice| !one.to.choices.contains(choice)) {
                    tell(".words", Fault::NoChoice(word.clone()));
                }
            }
            let is_block = |block: &String| self.blocks.iter().any(|one| one.champ == *block);
            if let Some(block) = one.to.block.as_ref().filter(|block| !is_block(block)) {
                tell(".to.block", Fault::NoBlock(block.clone()));
            }
            let mut before = self.matches.iter().take(i);
            if before.any(|other| other.to.champ == one.to.champ) {
                tell("", Fault::Twice(one.to.label.clone()));
            }
        }
    }

    /// Every field of the procedure that was described.
    pub fn champs(&self) -> impl Iterator<Item = &Champ> {
        self.matches.iter().map(|one| &one.to).chain(&self.blocks).chain(&self.unmatched_champs)
    }
}

impl Match {
    /// The field, whatever its row.
    #[must_use]
    pub fn known(&self) -> Option<&'static Field> {
        let any_row = |step| if str::parse::<usize>(step).is_ok() { "*" } else { step };
        let path: Vec<&str> = self.field.split('.').map(any_row).collect();
        fields::field(&path.join("."))
    }

    fn has_rows(&self) -> bool {
        self.field.split('.').any(|step| step == "*")
    }

    /// The choice that a word is.
    #[must_use]
    pub fn choice(&self, word: &str) -> Option<&str> {
        self.words.iter().find(|choice| choice.word == word)?.choice.as_deref()
    }
}

/// A value of the file, at its key. What is not as expected is told, and read as nothing.
struct Reader<'v, 'f> {
    value: &'v Value,
    key: String,
    faults: &'f mut Vec<MappingError>,
}

impl<'v> Reader<'v, '_> {
    fn at(&mut self, key: &str) -> Reader<'v, '_> {
        let value = self.value.get(key).unwrap_or(&Value::Null);
        self.below(key, value)
    }

    fn below(&mut self, key: &str, value: &'v Value) -> Reader<'v, '_> {
        let dot = if self.key.is_empty() { "" } else { "." };
        Reader { value, key: [&self.key, dot, key].concat(), faults: self.faults }
    }

    /// Tells once what is not as expected.
    fn check(&mut self, expected: Expected, holds: bool) {
        if !holds && self.faults.iter().all(|fault| fault.key != self.key) {
            let fault = Fault::Expected(expected, self.value.typed());
            self.faults.push(MappingError { key: self.key.clone(), fault });
        }
    }

    fn is_given(&self) -> bool {
        *self.value != Value::Null
    }

    fn object(&mut self) {
        self.check(Expected::Object, matches!(self.value, Value::Object(_)));
    }

    fn list<T>(&mut self, read: fn(Reader<'v, '_>) -> T) -> Vec<T> {
        let mut found = Vec::new();
        self.check(Expected::List, matches!(self.value, Value::List(_)));
        if let Value::List(items) = self.value {
            for (i, item) in items.iter().enumerate() {
                found.push(read(self.below(&i.to_string(), item)));
            }
        }
        found
    }

    /// A list that need not be there.
    fn any<T>(&mut self, read: fn(Reader<'v, '_>) -> T) -> Vec<T> {
        if self.is_given() { self.list(read) } else { Vec::new() }
    }

    fn text(&mut self) -> String {
        self.check(Expected::Text, matches!(self.value, Value::Text(_)));
        if let Value::Text(text) = self.value { text.clone() } else { String::new() }
    }

    fn any_text(&mut self) -> Option<String> {
        self.is_given().then(|| self.text())
    }

    fn whole(&mut self) -> u32 {
        let text = if let Value::Number(_) = self.value { self.value.as_text() } else { None };
        let read = text.and_then(|text| read::whole(&text));
        self.check(Expected::Whole, read.is_some());
        read.unwrap_or_default()
    }

    fn yes_no(&mut self) -> bool {
        self.check(Expected::YesNo, matches!(self.value, Value::Bool(_)));
        *self.value == Value::Bool(true)
    }

    fn procedure(mut self) -> Procedure {
        self.object();
        Procedure {
            number: self.at("number").whole(),
            title: self.at("title").text(),
            url: self.at("url").text(),
            revision: self.at("revision").any_text(),
        }
    }

    fn champ(mut self) -> Champ {
        self.object();
        Champ {
            champ: self.at("champ").text(),
            block: self.at("block").any_text(),
            label: self.at("label").text(),
            kind: self.at("type").text(),
            required: self.at("required").is_given() && self.at("required").yes_no(),
            choices: self.at("choices").any(|mut it| it.text()),
        }
    }

    fn one_match(mut self) -> Match {
        self.object();
        Match {
            field: self.at("field").text(),
            to: self.at("to").champ(),
            words: self.at("words").any(|mut it| Choice {
                word: it.at("word").text(),
                choice: it.at("choice").any_text(),
            }),
            confidence: if self.at("confidence").is_given() {
                self.at("confidence").whole()
            } else {
                0
            },
            confirmed: self.at("confirmed").yes_no(),
        }
    }
}

/// Whether an address can begin a procedure: with TLS, or on this machine; a host and a path, nothing
/// else.
#[must_use]
pub fn is_address(url: &str) -> bool {
    let (secure, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return false,
    };
    let host = rest.split_once('/').map_or(rest, |(host, _)| host);
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let is_here = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:[]%".contains(&byte);
    (secure || is_here) && !name.is_empty() && rest.bytes().all(plain)
}

/// Whether the platform takes a value for a field of this type before the person does.
#[must_use]
pub fn is_prefillable(kind: &str) -> bool {
    const TYPES: [&str; 24] = [
        "text",
        "textarea",
        "decimal_number",
        "integer_number",
        "formatted",
        "email",
        "phone",
        "iban",
        "civilite",
        "pays",
        "regions",
        "departements",
        "communes",
        "address",
        "date",
        "datetime",
        "yes_no",
        "checkbox",
        "drop_down_list",
        "repetition",
        "multiple_drop_down_list",
        "epci",
        "dossier_link",
        "siret",
    ];
    TYPES.contains(&kind)
}
