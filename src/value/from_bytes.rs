//! JSON from bytes, by serde_json.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{MAX_DEPTH, MAX_ROWS, Value};

pub(super) fn json(bytes: &[u8]) -> Result<Value, String> {
    let mut read = serde_json::from_slice(bytes);
    if read.as_ref().is_err_and(|error| error.to_string().starts_with("number out of range")) {
        read = serde_json::from_slice(&without_infinities(bytes));
    }
    if read.as_ref().is_err_and(|error| error.to_string().contains("hex escape")) {
        read = serde_json::from_slice(&without_lone_surrogates(bytes));
    }
    read.map_err(|error| error.to_string())
}

/// The same document with `\ufffd` for each half of a pair that stands alone, as in a text that JavaScript cut within an
/// emoji.
fn without_lone_surrogates(json: &[u8]) -> Vec<u8> {
    let unit = |at: &[u8]| {
        let digits = at.strip_prefix(br"\u")?.get(..4)?;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    let mut out = Vec::with_capacity(json.len());
    let mut rest = json;
    while !rest.is_empty() {
        let next = || rest.get(6..).and_then(unit);
        let (length, is_lone) = match unit(rest) {
            Some(0xD800..=0xDBFF) if matches!(next(), Some(0xDC00..=0xDFFF)) => (12, false),
            Some(0xD800..=0xDFFF) => (6, true),
            Some(_) => (6, false),
            None if rest.first() == Some(&b'\\') => (2, false),
            None => (1, false),
        };
        let (token, after) = rest.split_at(length.min(rest.len()));
        out.extend_from_slice(if is_lone { br"\ufffd" } else { token });
        rest = after;
    }
    out
}

/// The shortest decimal text of a number that is not whole, or large.
pub(super) fn shortest(number: f64) -> String {
    match number.abs() {
        f64::INFINITY => format!("{}Infinity", if number < 0.0 { "-" } else { "" }),
        size if (1e-6..1e21).contains(&size) || number.is_nan() => number.to_string(),
        _ => format!("{number:e}"),
    }
}

/// The same document with each number that no `f64` holds, such as `1e999`, as the text that
/// JavaScript has for it: its field is unreadable then, and the others are read.
fn without_infinities(json: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len());
    let (mut in_text, mut escaped) = (false, false);
    let mut rest = json;
    while let Some((first, after)) = rest.split_first() {
        let length = match first {
            b'-' | b'0'..=b'9' if !in_text => {
                let part = |b: &u8| b.is_ascii_digit() || b"+-.eE".contains(b);
                rest.iter().position(|b| !part(b)).unwrap_or(rest.len())
            }
            _ => 1,
        };
        let (token, next) = rest.split_at(length);
        match std::str::from_utf8(token).ok().and_then(|token| token.parse::<f64>().ok()) {
            Some(f64::INFINITY) if !in_text => out.extend_from_slice(b"\"Infinity\""),
            Some(f64::NEG_INFINITY) if !in_text => out.extend_from_slice(b"\"-Infinity\""),
            _ => out.extend_from_slice(token),
        }
        in_text ^= *first == b'"' && !escaped;
        escaped = in_text && *first == b'\\' && !escaped;
        rest = if length == 1 { after } else { next };
    }
    out
}

impl<'de> serde::Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Below(MAX_DEPTH).deserialize(deserializer)
    }
}

/// Decodes a value with so many levels still allowed below it.
pub(crate) struct Below(pub usize);

impl<'de> DeserializeSeed<'de> for Below {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        if self.0 == 0 {
            // Passed over without recursion: depth costs no stack.
            deserializer.deserialize_ignored_any(IgnoredAny)?;
            return Ok(Value::too_deep());
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Below {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    #[expect(clippy::cast_precision_loss, reason = "as JavaScript reads the same digits")]
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "as JavaScript reads the same digits")]
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Below(self.0 - 1))? {
            items.push(item);
            if items.len() > MAX_ROWS {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                break;
            }
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            entries.push((key, map.next_value_seed(Below(self.0 - 1))?));
        }
        Ok(Value::Object(entries))
    }
}
