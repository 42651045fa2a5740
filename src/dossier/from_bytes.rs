//! A dossier from JSON in one pass, each value straight to its place: reading the whole into a
//! [`Value`] first costs an allocation for each key and row. It only ever gives what reading that
//! value gives; what is unusual, such as a number instead of a list, it leaves to that one.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Dossier;
use super::edit::drop_trailing_blanks;
use super::node::{BranchMut, Group, Node, Rows};
use crate::value::{Below, MAX_DEPTH, MAX_ROWS, Value};

/// The dossier, when the bytes are a JSON object without anything unusual.
pub(super) fn dossier(bytes: &[u8]) -> Option<Dossier> {
    // Looked at once as a whole, and not string by string.
    let json = std::str::from_utf8(bytes).ok()?;
    if !json.trim_start().starts_with('{') {
        return None;
    }
    let mut dossier = Dossier::default();
    let mut reader = serde_json::Deserializer::from_str(json);
    Place { branch: dossier.branch_mut(), depth: MAX_DEPTH }.deserialize(&mut reader).ok()?;
    reader.end().ok()?;
    Some(dossier)
}

/// A place that is blank so far, with so many levels allowed in it.
struct Place<'a> {
    branch: BranchMut<'a>,
    depth: usize,
}

fn put(branch: BranchMut<'_>, given: Value) {
    // As a whole, a place takes whatever it is given.
    drop(branch.put(&[], given));
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.branch {
            BranchMut::Field(leaf) => {
                leaf.put(Below(self.depth).deserialize(deserializer)?);
                Ok(())
            }
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        put(self.branch, Below(self.depth).visit_str(text)?);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let rows = match self.branch {
            BranchMut::List(rows) => rows,
            other => {
                put(other, Below(self.depth).visit_seq(seq)?);
                return Ok(());
            }
        };
        while seq.next_element_seed(Next { rows: &mut *rows, depth: self.depth - 1 })?.is_some() {}
        drop_trailing_blanks(rows);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let group = match self.branch {
            BranchMut::Group(group) => group,
            other => {
                put(other, Below(self.depth).visit_map(map)?);
                return Ok(());
            }
        };
        let depth = self.depth - 1;
        let (mut seen, mut likely) = (0u64, 0);
        while let Some(key) = map.next_key_seed(KeyOf { group: &*group, likely })? {
            match key {
                Key::Member(place) => {
                    likely = place + 1;
                    // A key given twice: the last wins.
                    if seen >> place & 1 == 1
                        && let Some(branch) = group.nth_mut(place)
                    {
                        put(branch, Value::Null);
                    }
                    seen |= 1 << place;
                    if let Some(branch) = group.nth_mut(place) {
                        map.next_value_seed(Place { branch, depth })?;
                    }
                }
                Key::Unknown(key) => {
                    let value = map.next_value_seed(Below(depth))?;
                    group.rest_mut().unknown.push((key, value));
                }
            }
        }
        Ok(())
    }
}

/// The row after the last one of a list.
struct Next<'a> {
    rows: &'a mut dyn Rows,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Next<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let index = self.rows.len();
        if index == MAX_ROWS {
            return Err(D::Error::custom("unreadable as a whole"));
        }
        self.rows.grow();
        match self.rows.row_mut(index) {
            Some(branch) => Place { branch, depth: self.depth }.deserialize(deserializer),
            None => Err(D::Error::custom("no such row")),
        }
    }
}

enum Key {
    Member(usize),
    Unknown(String),
}

/// A key of a group. Most stand in the order of the form: it is looked for after the last one first.
struct KeyOf<'a> {
    group: &'a dyn Group,
    likely: usize,
}

impl<'de> DeserializeSeed<'de> for KeyOf<'_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyOf<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        let names = self.group.names();
        let (before, after) = names.split_at(self.likely.min(names.len()));
        let find = |names: &[&str]| names.iter().position(|name| *name == key);
        let place = find(after).map(|place| before.len() + place).or_else(|| find(before));
        let unknown = || Key::Unknown(key.to_owned());
        Ok(place.map_or_else(unknown, Key::Member))
    }
}
