//! Reading what is given into the tree of a dossier, and moving its rows.

use super::node::{Branch, BranchMut, Group, Rest, Rows, index, place_of};
use crate::value::{MAX_ROWS, Value};

impl<'a> BranchMut<'a> {
    /// Replaces what is at `steps` below this place; gives the value back when there is no such
    /// place.
    pub fn put(self, steps: &[&str], given: Value) -> Result<(), Value> {
        match (self, steps.split_first()) {
            (Self::Field(_), Some(_)) => Err(given),
            (Self::Field(leaf), None) => {
                leaf.put(given);
                Ok(())
            }
            (Self::List(rows), None) => {
                read_rows(rows, given);
                Ok(())
            }
            (Self::List(rows), Some((step, rest))) => match index(step) {
                Some(index) => put_in_row(rows, index, steps, rest, given),
                None => Err(given),
            },
            (Self::Group(group), None) => {
                read_group(group, given);
                Ok(())
            }
            (Self::Group(group), Some((step, rest))) => put_in_group(group, step, rest, given),
        }
    }

    /// The list at `steps` below this place.
    pub fn rows(self, steps: &[&str]) -> Option<&'a mut dyn Rows> {
        match (self, steps.split_first()) {
            (Self::List(rows), None) => Some(rows),
            (Self::List(rows), Some((step, rest))) => rows.row_mut(index(step)?)?.rows(rest),
            (Self::Group(group), Some((step, rest))) => {
                group.nth_mut(place_of(group, step)?)?.rows(rest)
            }
            _ => None,
        }
    }
}

/// Drops rows at the end, or adds blank ones.
fn resize(rows: &mut dyn Rows, length: usize) {
    while rows.len() > length {
        rows.shrink();
    }
    while rows.len() < length {
        rows.grow();
    }
}

fn read_rows(rows: &mut dyn Rows, given: Value) {
    const SEPARATORS: [char; 3] = [',', ';', '\n'];
    resize(rows, 0);
    *rows.unreadable_mut() = Value::Null;
    let items: Vec<Value> = match given {
        Value::List(items) if items.len() <= MAX_ROWS => items,
        Value::Text(text) if rows.are_words() && text.split(SEPARATORS).nth(MAX_ROWS).is_none() => {
            text.split(SEPARATORS).map(Value::from).collect()
        }
        Value::Number(_) if rows.are_words() => vec![given],
        other => {
            if !other.is_blank() {
                *rows.unreadable_mut() = other;
            }
            return;
        }
    };
    resize(rows, items.len());
    for (index, item) in items.into_iter().enumerate() {
        if let Some(row) = rows.row_mut(index) {
            // A row has a place for whatever it is given as a whole.
            let _ = row.put(&[], item);
        }
    }
    drop_trailing_blanks(rows);
}

fn put_in_row(
    rows: &mut dyn Rows,
    index: usize,
    steps: &[&str],
    below: &[&str],
    given: Value,
) -> Result<(), Value> {
    if let Value::List(_) = rows.unreadable() {
        let mut all = std::mem::take(rows.unreadable_mut());
        all.set_at(steps, given);
        read_rows(rows, all);
        return Ok(());
    }
    *rows.unreadable_mut() = Value::Null;
    if rows.len() <= index {
        resize(rows, index + 1);
    }
    let placed = match rows.row_mut(index) {
        Some(row) => row.put(below, given),
        None => Err(given),
    };
    drop_trailing_blanks(rows);
    placed
}

pub(super) fn drop_trailing_blanks(rows: &mut dyn Rows) {
    let mut length = rows.len();
    while length > 0 && !rows.row(length - 1).is_some_and(Branch::is_given) {
        length -= 1;
    }
    if length < rows.len() {
        resize(rows, length);
    }
}

/// Puts a blank row before a row. At the end, a blank row is nothing yet: false.
pub(crate) fn insert_row(rows: &mut dyn Rows, index: usize) -> bool {
    let length = rows.len();
    let inside = index < length && length < MAX_ROWS;
    if inside {
        resize(rows, length + 1);
        (index..length).rev().for_each(|i| rows.swap(i, i + 1));
    }
    inside
}

pub(crate) fn remove_row(rows: &mut dyn Rows, index: usize) -> bool {
    let length = rows.len();
    let inside = index < length;
    if inside {
        (index..length - 1).for_each(|i| rows.swap(i, i + 1));
        resize(rows, length - 1);
        drop_trailing_blanks(rows);
    }
    inside
}

/// Moves a row; past the last one, blank rows come between.
pub(crate) fn move_row(rows: &mut dyn Rows, from: usize, to: usize) -> bool {
    let last = from.max(to);
    if from == to || from.min(to) >= rows.len() || last >= MAX_ROWS {
        return false;
    }
    if rows.len() <= last {
        resize(rows, last + 1);
    }
    if from < to {
        (from..to).for_each(|i| rows.swap(i, i + 1));
    } else {
        (to..from).rev().for_each(|i| rows.swap(i, i + 1));
    }
    drop_trailing_blanks(rows);
    true
}

fn read_group(group: &mut dyn Group, given: Value) {
    for place in 0..group.names().len() {
        if let Some(member) = group.nth_mut(place) {
            let _ = member.put(&[], Value::Null);
        }
    }
    *group.rest_mut() = Rest::default();
    match given {
        Value::Object(entries) => {
            for (key, value) in entries {
                match place_of(group, &key).and_then(|place| group.nth_mut(place)) {
                    // As a whole, a member has a place for whatever it is given.
                    Some(member) => drop(member.put(&[], value)),
                    // A key given twice stands twice: none of them is read.
                    None => group.rest_mut().unknown.push((key, value)),
                }
            }
        }
        other if other.is_blank() => {}
        other => group.rest_mut().unreadable = other,
    }
}

fn put_in_group(
    group: &mut dyn Group,
    step: &str,
    below: &[&str],
    given: Value,
) -> Result<(), Value> {
    let place = place_of(group, step);
    if let Some(member) = place.and_then(|place| group.nth_mut(place)) {
        let placed = member.put(below, given);
        if placed.is_ok() {
            group.rest_mut().unreadable = Value::Null;
        }
        return placed;
    }
    let Rest { unknown, unreadable } = group.rest_mut();
    *unreadable = Value::Null;
    match unknown.iter_mut().find(|(key, _)| key == step) {
        Some((_, value)) => value.set_at(below, given),
        None => {
            let mut value = Value::Null;
            value.set_at(below, given);
            unknown.push((step.to_owned(), value));
        }
    }
    Ok(())
}
