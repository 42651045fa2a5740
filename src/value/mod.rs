//! What was given, before it is read: JSON from a file, an object from JavaScript, a typed text.
//!
//! Every surface turns its input into a [`Value`]; the one reader of [`crate::dossier`] takes it
//! from there.

#[cfg_attr(target_arch = "wasm32", path = "from_js.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "from_bytes.rs")]
mod decode;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod json;

use std::borrow::Cow;
use std::fmt::{self, Write as _};

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use decode::Below;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
pub(crate) use decode::{from_js, string_of};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::digits::FromEnd;

/// Levels of nesting that are read; what lies deeper is replaced by `…`.
pub const MAX_DEPTH: usize = 32;

/// Rows of a list that are read; a longer list is unreadable as a whole.
pub const MAX_ROWS: usize = 10_000;

/// Characters of a given value that are repeated to people.
pub const MAX_TYPED: usize = 80;

const CUT: char = '…';

/// A value as it was given: the JSON model, with the keys in the order of the source.
///
/// ```
/// use territoires_industrie::value::Value;
///
/// let value = Value::from_json(r#"{"months": 36}"#)?;
/// assert_eq!(value.to_string(), r#"{"months":36}"#);
/// # Ok::<(), territoires_industrie::value::NotJson>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing was given.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as JavaScript holds it; it is only ever read through its shortest decimal text.
    Number(f64),
    /// A text, as typed.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object. A key given twice stands twice; the last wins when it is read.
    Object(Vec<(String, Value)>),
}

/// The bytes are no JSON document; the message says where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotJson(String);

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotJson {}

impl Value {
    /// Decodes a JSON document. A byte order mark before it is passed over.
    ///
    /// # Errors
    /// [`NotJson`] when the bytes are no JSON document in UTF-8.
    pub fn from_json(bytes: impl AsRef<[u8]>) -> Result<Self, NotJson> {
        let bytes = bytes.as_ref();
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        decode::json(bytes).map_err(NotJson)
    }

    /// What stands for a value that lies too deep.
    pub(crate) fn too_deep() -> Self {
        Self::Text(CUT.to_string())
    }

    /// True for what counts as no answer: nothing, blanks, and lists or objects of nothing else.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Bool(_) | Self::Number(_) => false,
            Self::Text(text) => is_blank(text),
            Self::List(items) => items.iter().all(Self::is_blank),
            Self::Object(entries) => entries.iter().all(|(_, value)| value.is_blank()),
        }
    }

    /// The value of `key`, when this is an object that has it; the last one, when given twice.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.iter().rev().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The text that the reader sees: a text as typed, a number as its shortest decimal.
    pub(crate) fn as_text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Number(number) => Some(Cow::Owned(number_text(*number))),
            _ => None,
        }
    }

    /// At most [`MAX_TYPED`] characters of it, to show people what was found.
    #[must_use]
    pub fn typed(&self) -> String {
        let mut out = Short { text: String::new(), room: MAX_TYPED };
        // The one error is that the room ran out.
        let cut = match self {
            Self::Text(text) => out.write_str(text),
            other => write!(out, "{other}"),
        };
        if cut.is_err() {
            out.text.pop();
            out.text.push(CUT);
        }
        out.text
    }

    /// Puts `given` at a place inside this value, making objects and lists on the way.
    pub(crate) fn set_at(&mut self, steps: &[&str], given: Self) {
        let Some((step, rest)) = steps.split_first() else {
            *self = given;
            return;
        };
        let index = step.parse::<usize>().ok().filter(|index| *index < MAX_ROWS);
        match (self, index) {
            (Self::List(items), Some(index)) => {
                if items.len() <= index {
                    items.resize(index + 1, Self::Null);
                }
                if let Some(item) = items.get_mut(index) {
                    item.set_at(rest, given);
                }
            }
            (Self::Object(entries), _) => {
                if let Some((_, value)) = entries.iter_mut().rev().find(|(key, _)| key == step) {
                    value.set_at(rest, given);
                } else {
                    let mut value = Self::Null;
                    value.set_at(rest, given);
                    entries.push(((*step).to_owned(), value));
                }
            }
            (other, index) => {
                // A first row begins a list.
                let is_list = *other == Self::Null && index == Some(0);
                *other = if is_list { Self::List(Vec::new()) } else { Self::Object(Vec::new()) };
                other.set_at(steps, given);
            }
        }
    }
}

/// Compact JSON.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(true) => f.write_str("true"),
            Self::Bool(false) => f.write_str("false"),
            Self::Number(number) => f.write_str(&number_text(*number)),
            Self::Text(text) => quoted(f, text),
            Self::List(items) => {
                f.write_char('[')?;
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        f.write_char(',')?;
                    }
                    item.fmt(f)?;
                }
                f.write_char(']')
            }
            Self::Object(entries) => {
                f.write_char('{')?;
                for (i, (key, value)) in entries.iter().enumerate() {
                    if i > 0 {
                        f.write_char(',')?;
                    }
                    quoted(f, key)?;
                    f.write_char(':')?;
                    value.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            c if c < ' ' => write!(f, "\\u{:04x}", u32::from(c))?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

/// A writer that stops once its room is used up.
struct Short {
    text: String,
    room: usize,
}

impl fmt::Write for Short {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            if self.room == 0 {
                return Err(fmt::Error);
            }
            self.room -= 1;
            self.text.push(c);
        }
        Ok(())
    }
}

/// The shortest decimal text of a number, as JavaScript writes it but for the `+` of an exponent.
fn number_text(number: f64) -> String {
    /// Below it, every whole number is exact.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "compared with the number")]
    let whole = number as i64;
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    if number.abs() < EXACT && whole as f64 == number {
        let mut text = FromEnd::new();
        text.put_whole(whole.unsigned_abs());
        text.put(if whole < 0 { "-" } else { "" });
        return text.as_str().to_owned();
    }
    decode::shortest(number)
}

/// True when the text has no character but blanks (zero-width ones included).
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_unseen(c))
}

/// A mark without a width, as copied texts have them around a number.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Number(number) => {
                #[expect(clippy::cast_possible_truncation, reason = "compared with the number")]
                let whole = *number as i32;
                if f64::from(whole) == *number {
                    serializer.serialize_i32(whole)
                } else if number.is_finite() {
                    serializer.serialize_f64(*number)
                } else {
                    serializer.serialize_str(&number_text(*number))
                }
            }
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
