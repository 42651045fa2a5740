//! Reading a scale: every mistake is told, with the key, what was found there and what was expected.

use std::borrow::Cow;
use std::fmt;

use time::Date;

use super::{CeilingOn, CeilingPeriod, Level, MAX_LEVELS, Scale, Status, Words, find, shipped};
use crate::campaign::{Label, Source};
use crate::digits::joined;
use crate::money::BasisPoints;
use crate::read;
use crate::value::Value;

/// What was expected at a key of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A JSON object.
    Object,
    /// A list of 1 to [`MAX_LEVELS`] levels.
    Levels,
    /// A text that is not blank.
    Text,
    /// An id that no level before has.
    NewId,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number of basis points, 0 to 10 000.
    Rate,
    /// An amount in euros, as [`read::amount`] reads it, or nothing.
    Amount,
    /// A whole number of months, 1 to [`read::MAX_WHOLE`], or nothing.
    Months,
    /// A day, as [`read::date`] reads it, or nothing.
    Day,
    /// A day that is not before this one.
    DayFrom(Date),
    /// `true` or `false`.
    YesNo,
    /// Nothing: the format has no such key.
    NoKey,
}

/// A mistake in a scale: where, what was found there, what was expected.
///
/// The text is for logs; people are told in their language by [`crate::messages`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleError {
    /// The key, from the top of the scale, for instance `levels.0.rate`; empty for the scale itself.
    pub key: String,
    /// What was found, at most [`crate::value::MAX_TYPED`] characters; nothing when nothing was.
    pub found: Option<String>,
    /// What was expected.
    pub expected: Expected,
}

impl fmt::Display for ScaleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = if self.key.is_empty() { "scale" } else { &self.key };
        let found = self.found.as_deref().unwrap_or("nothing");
        write!(f, "{key}: expected {}, found {found}", self.expected)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object => f.write_str("an object"),
            Self::Levels => write!(f, "a list of 1 to {MAX_LEVELS} levels"),
            Self::Text => f.write_str("a text"),
            Self::NewId => f.write_str("an id of its own"),
            Self::Word(words) => write!(f, "one of {}", joined(&mut words.iter().copied(), ", ")),
            Self::Rate => write!(f, "whole basis points from 0 to {}", BasisPoints::WHOLE.0),
            Self::Amount => f.write_str("an amount in euros or null"),
            Self::Months => f.write_str("a whole number of months from 1 or null"),
            Self::Day => f.write_str("a day or null"),
            Self::DayFrom(day) => write!(f, "a day from {day} on"),
            Self::YesNo => f.write_str("true or false"),
            Self::NoKey => f.write_str("no such key"),
        }
    }
}

impl std::error::Error for ScaleError {}

/// Why there is no scale to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAScale {
    /// No shipped scale has this id.
    UnknownId(String),
    /// The mistakes of a whole scale.
    Mistakes(Vec<ScaleError>),
}

impl fmt::Display for NotAScale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownId(id) => {
                write!(f, "no scale `{id}`; expected a whole scale or one of:")?;
                shipped().iter().try_for_each(|scale| write!(f, " {}", scale.id))
            }
            Self::Mistakes(mistakes) => {
                for (i, mistake) in mistakes.iter().enumerate() {
                    write!(f, "{}{mistake}", if i > 0 { "; " } else { "" })?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for NotAScale {}

impl Scale {
    /// Reads a scale.
    ///
    /// Nothing and `null` are one. In a scale of status `custom`, only `id`, `status`, and the `id`
    /// and `rate` of each level are indispensable.
    ///
    /// ```
    /// use territoires_industrie::{money::BasisPoints, scale::Scale, value::Value};
    ///
    /// let typed = r#"{"id": "ours", "status": "custom", "levels": [{"id": "one", "rate": 7250}]}"#;
    /// let scale = Scale::read(&Value::from_json(typed)?).map_err(|errors| format!("{errors:?}"))?;
    /// assert_eq!(scale.levels[0].rate, Some(BasisPoints(7_250)));
    ///
    /// let errors = Scale::read(&Value::from_json(r#"{"status": "custom"}"#)?).unwrap_err();
    /// let keys: Vec<_> = errors.iter().map(|error| error.key.as_str()).collect();
    /// assert_eq!(keys, ["id", "levels"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Every mistake of the scale, in the order of the format, keys that it does not have last.
    pub fn read(value: &Value) -> Result<Self, Vec<ScaleError>> {
        let mut errors = Vec::new();
        let mut reader = Reader { value, path: "", errors: &mut errors };
        if !matches!(value, Value::Object(_)) {
            reader.note("", Some(value), Expected::Object);
            return Err(errors);
        }
        let scale = reader.scale();
        if errors.is_empty() { Ok(scale) } else { Err(errors) }
    }

    /// The scale that a caller asks for: the id of a shipped one, or a whole one.
    ///
    /// # Errors
    /// [`NotAScale`] with the unknown id, or with every mistake of the whole scale.
    pub fn choose(value: &Value) -> Result<Self, NotAScale> {
        match value {
            Value::Object(_) => Self::read(value).map_err(NotAScale::Mistakes),
            other => other
                .as_text()
                .and_then(|id| find(id.trim()).cloned())
                .ok_or_else(|| NotAScale::UnknownId(other.typed())),
        }
    }
}

/// An object inside a scale that is being read, and the mistakes found so far.
///
/// Reading goes on after a mistake, with whatever stands for the value: the result is thrown away.
struct Reader<'a> {
    value: &'a Value,
    /// Where the object is, with a dot behind; nothing for the scale itself.
    path: &'a str,
    errors: &'a mut Vec<ScaleError>,
}

impl<'a> Reader<'a> {
    fn scale(&mut self) -> Scale {
        let id = self.text("id", true);
        let status = self.word("status", Status::WORDS, true);
        let custom = status == Some(Status::Custom);
        let label = self
            .label(!custom)
            .unwrap_or_else(|| Label { fr: "Barème saisi".into(), en: "Scale as typed".into() });
        let source = self.source(!custom);
        let valid_from = self.day("valid_from");
        let valid_to = self.day("valid_to");
        if let (Some(from), Some(to)) = (valid_from, valid_to)
            && to < from
        {
            self.refuse("valid_to", Expected::DayFrom(from));
        }
        let max_months = self.read("max_months", Expected::Months, false, |months| {
            whole(months).filter(|months| *months > 0)
        });
        let levels = self.levels(status);
        self.only(&[
            "id",
            "label",
            "status",
            "source",
            "valid_from",
            "valid_to",
            "max_months",
            "levels",
        ]);
        Scale {
            id: id.unwrap_or_default(),
            label,
            status: status.unwrap_or(Status::Custom),
            source,
            valid_from,
            valid_to,
            max_months,
            levels,
        }
    }

    fn levels(&mut self, status: Option<Status>) -> Vec<Level> {
        let mut levels: Vec<Level> = Vec::new();
        let rows = self.read("levels", Expected::Levels, true, |levels| match levels {
            Value::List(rows) if rows.len() <= MAX_LEVELS => Some(rows.as_slice()),
            _ => None,
        });
        // As everywhere, a blank row of a form does not count.
        let rows = rows.unwrap_or_default().iter().enumerate().filter(|(_, row)| !row.is_blank());
        for (i, value) in rows {
            if !matches!(value, Value::Object(_)) {
                self.note(&format!("levels.{i}"), Some(value), Expected::Object);
                continue;
            }
            let path = format!("levels.{i}.");
            let mut row = Reader { value, path: &path, errors: self.errors };
            let level = row.level(status);
            if !level.id.is_empty() && levels.iter().any(|earlier| earlier.id == level.id) {
                row.refuse("id", Expected::NewId);
            }
            levels.push(level);
        }
        levels
    }

    fn level(&mut self, status: Option<Status>) -> Level {
        let stated = status != Some(Status::Custom);
        let id = self.text("id", true).unwrap_or_default();
        let label = self
            .label(stated)
            .unwrap_or_else(|| Label { fr: id.clone().into(), en: id.clone().into() });
        let rate = self.read("rate", Expected::Rate, status != Some(Status::Unpublished), |rate| {
            whole(rate).map(BasisPoints).filter(|rate| *rate <= BasisPoints::WHOLE)
        });
        let ceiling = self.read("ceiling", Expected::Amount, false, |ceiling| {
            ceiling.as_text().and_then(|text| read::amount(&text))
        });
        let ceiling_on = self.word("ceiling_on", CeilingOn::WORDS, stated);
        let ceiling_period = self.word("ceiling_period", CeilingPeriod::WORDS, stated);
        let follows =
            self.read("ceiling_follows_working_time", Expected::YesNo, stated, |yes| match yes {
                Value::Bool(yes) => Some(*yes),
                _ => None,
            });
        self.only(&[
            "id",
            "label",
            "rate",
            "ceiling",
            "ceiling_on",
            "ceiling_period",
            "ceiling_follows_working_time",
        ]);
        Level {
            id,
            label,
            rate,
            ceiling,
            ceiling_on: ceiling_on.unwrap_or(CeilingOn::Grant),
            ceiling_period: ceiling_period.unwrap_or(CeilingPeriod::Year),
            ceiling_follows_working_time: follows.unwrap_or(true),
        }
    }

    fn label(&mut self, required: bool) -> Option<Label> {
        self.inside("label", required, |label| {
            label.only(&["fr", "en"]);
            Some(Label { fr: label.text("fr", true)?.into(), en: label.text("en", true)?.into() })
        })
    }

    fn source(&mut self, required: bool) -> Source {
        self.inside("source", required, |source| {
            source.only(&["document", "section"]);
            Some(Source {
                document: source.text("document", true)?.into(),
                section: source.text("section", false).map(Cow::Owned),
            })
        })
        .unwrap_or_else(|| Source { document: "custom".into(), section: None })
    }

    fn text(&mut self, key: &str, required: bool) -> Option<String> {
        self.read(key, Expected::Text, required, |value| match value {
            Value::Text(text) => Some(text.trim().to_owned()),
            _ => None,
        })
    }

    fn word<T: Copy>(&mut self, key: &str, words: Words<T>, required: bool) -> Option<T> {
        let expected = Expected::Word(words.0);
        self.read(key, expected, required, |value| match value {
            Value::Text(text) => {
                let place = words.0.iter().position(|word| *word == text.trim())?;
                words.1.get(place).copied()
            }
            _ => None,
        })
    }

    fn day(&mut self, key: &str) -> Option<Date> {
        self.read(key, Expected::Day, false, |value| {
            value.as_text().and_then(|text| read::date(&text))
        })
    }

    /// What is given at `key`, unless it is blank.
    fn given(&self, key: &str) -> Option<&'a Value> {
        self.value.get(key).filter(|value| !value.is_blank())
    }

    /// Reads the value of `key`, and notes a mistake when that fails or a required one is missing.
    fn read<T>(
        &mut self,
        key: &str,
        expected: Expected,
        required: bool,
        read: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Option<T> {
        let given = self.given(key);
        let value = given.and_then(read);
        if value.is_none() && (required || given.is_some()) {
            self.refuse(key, expected);
        }
        value
    }

    /// Reads the object at `key`, which notes its own mistakes.
    fn inside<T>(
        &mut self,
        key: &str,
        required: bool,
        read: impl FnOnce(&mut Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        match self.value.get(key) {
            Some(value @ Value::Object(_)) if required || !value.is_blank() => {
                let path = format!("{}{key}.", self.path);
                read(&mut Reader { value, path: &path, errors: self.errors })
            }
            given if !required && given.is_none_or(Value::is_blank) => None,
            _ => {
                self.refuse(key, Expected::Object);
                None
            }
        }
    }

    /// Notes every key that is none of these.
    fn only(&mut self, keys: &[&str]) {
        if let Value::Object(entries) = self.value {
            for (key, _) in entries {
                if !keys.contains(&key.as_str()) {
                    self.refuse(key, Expected::NoKey);
                }
            }
        }
    }

    /// Notes that what stands at `key` is not what was expected.
    fn refuse(&mut self, key: &str, expected: Expected) {
        self.note(key, self.value.get(key), expected);
    }

    fn note(&mut self, key: &str, found: Option<&Value>, expected: Expected) {
        let found = found.filter(|value| **value != Value::Null).map(Value::typed);
        self.errors.push(ScaleError { key: format!("{}{key}", self.path), found, expected });
    }
}

/// A whole number, not a text: rates and months are never typed by hand into a scale.
fn whole(value: &Value) -> Option<u32> {
    match value {
        Value::Number(_) => value.as_text().and_then(|text| read::whole(&text)),
        _ => None,
    }
}
