//! The tree of a dossier: its places, writing it back, and telling what is remarkable.
//!
//! It is walked by plain functions over three small traits, not by generic code: each kind of field
//! then costs its reading only, which matters in a page.

use std::fmt::Write as _;

use crate::read::{Siren, siren};
use crate::value::{MAX_ROWS, Value};

/// What a field can hold: said to people when what was given is not that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expected {
    /// An amount in euros.
    Amount,
    /// A share, 0.8 or 80 %.
    Share,
    /// A whole number.
    Whole,
    /// A day.
    Date,
    /// A month of a year.
    Month,
    /// Yes or no.
    YesNo,
    /// A SIREN, or the SIRET of which it is taken.
    Siren,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A free text.
    Text,
    /// A list.
    List,
    /// A group of fields.
    Group,
    /// The id of a campaign that is known.
    Campaign,
    /// The id of a shipped scale, or a whole scale without errors.
    Scale,
    /// The code of a région.
    Region,
    /// A level of the scale in force.
    LevelOfScale,
}

#[cfg(feature = "openapi")]
impl Expected {
    /// What is read, as JSON Schema. Anything else is kept, and told as unreadable: never refused.
    pub(crate) fn schema(self) -> schemars::Schema {
        use schemars::json_schema;

        let examples = match self {
            Self::Amount => ["62000.5", "62 000,50 €"],
            Self::Share => ["0.8", "80 %"],
            Self::Date => ["2023-09-15", "15/09/2023"],
            Self::Month => ["2024-01", "01/2024"],
            Self::Siren => ["200069391", "200 069 391"],
            Self::Whole => return json_schema!({"type": ["integer", "string", "null"]}),
            Self::YesNo => return json_schema!({"type": ["boolean", "string", "integer", "null"]}),
            Self::Scale => return json_schema!({"type": ["string", "object", "null"]}),
            Self::Word(words) => {
                return json_schema!({"type": ["string", "null"], "examples": words});
            }
            Self::Text
            | Self::Campaign
            | Self::Region
            | Self::LevelOfScale
            | Self::List
            | Self::Group => return json_schema!({"type": ["string", "number", "null"]}),
        };
        json_schema!({"type": ["string", "number", "null"], "examples": examples})
    }
}

/// Something to tell about what was given at a place, besides what the rules say.
pub(crate) enum Remark<'a> {
    Unreadable {
        given: &'a Value,
        expected: Expected,
    },
    /// A level of fragility: whether it can be read depends on the scale in force.
    LevelOfScale {
        given: &'a Value,
    },
    /// Fourteen digits were given where nine were asked.
    SirenOfSiret {
        given: &'a Value,
        siren: u32,
    },
    UnknownKey,
}

pub(crate) type Tell<'t> = &'t mut dyn FnMut(&str, Remark<'_>);

/// One field.
pub(crate) trait Leaf {
    fn given(&self) -> &Value;
    fn given_mut(&mut self) -> &mut Value;
    /// Reads what is given, and its text where it has one.
    fn read(&mut self, given: &Value, text: Option<&str>);
    fn is_answered(&self) -> bool;
    fn expected(&self) -> Expected;
    fn is_plain(&self) -> bool;
}

impl dyn Leaf + '_ {
    pub(super) fn put(&mut self, given: Value) {
        self.read(&given, given.as_text().as_deref());
        let is_kept = self.is_answered() || !given.is_blank();
        *self.given_mut() = if is_kept { given } else { Value::Null };
    }
}

/// The rows of a list.
pub(crate) trait Rows {
    /// What was given instead of a list that can be read.
    fn unreadable(&self) -> &Value;
    fn unreadable_mut(&mut self) -> &mut Value;
    fn len(&self) -> usize;
    fn row(&self, index: usize) -> Option<Branch<'_>>;
    fn row_mut(&mut self, index: usize) -> Option<BranchMut<'_>>;
    /// Adds a blank row at the end.
    fn grow(&mut self);
    /// Drops the last row.
    fn shrink(&mut self);
    fn swap(&mut self, one: usize, other: usize);
    /// Whether one text with commas can stand for several rows.
    fn are_words(&self) -> bool;
    fn is_plain(&self) -> bool;
}

/// A group of fields, named as in the JSON.
pub(crate) trait Group {
    fn rest(&self) -> &Rest;
    fn rest_mut(&mut self) -> &mut Rest;
    /// The names of its members, in the order of the form.
    fn names(&self) -> &'static [&'static str];
    fn nth(&self, place: usize) -> Option<Branch<'_>>;
    fn nth_mut(&mut self, place: usize) -> Option<BranchMut<'_>>;
    fn is_plain(&self) -> bool;
}

/// What was given to a group besides its own fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rest {
    /// Keys that the group does not have, with what they hold.
    pub(crate) unknown: Vec<(String, Value)>,
    /// What was given instead of a group.
    pub(crate) unreadable: Value,
}

impl Rest {
    pub(crate) fn is_empty(&self) -> bool {
        self.unknown.is_empty() && matches!(self.unreadable, Value::Null)
    }
}

pub(super) fn place_of(group: &dyn Group, name: &str) -> Option<usize> {
    group.names().iter().position(|member| *member == name)
}

fn members(group: &dyn Group) -> impl Iterator<Item = (&'static str, Branch<'_>)> {
    group.names().iter().enumerate().filter_map(|(i, name)| Some((*name, group.nth(i)?)))
}

/// A place of a dossier and all that lies below it.
#[derive(Clone, Copy)]
pub(crate) enum Branch<'a> {
    Field(&'a dyn Leaf),
    List(&'a dyn Rows),
    Group(&'a dyn Group),
}

pub(crate) enum BranchMut<'a> {
    Field(&'a mut dyn Leaf),
    List(&'a mut dyn Rows),
    Group(&'a mut dyn Group),
}

/// What can stand in a dossier.
pub(crate) trait Node {
    const IS_FIELD: bool = false;

    fn branch(&self) -> Branch<'_>;
    fn branch_mut(&mut self) -> BranchMut<'_>;
    /// Whether anything given was read: asked of each row by each rule, so not through the tree.
    fn is_answered(&self) -> bool;
    /// Whether nothing is remarkable in it, as in nearly all that is given: asked of everything at each key, so not
    /// through the tree either.
    fn is_plain(&self) -> bool;
}

impl<'a> Branch<'a> {
    /// What was given, to be written back; `Null` when that is nothing.
    pub fn given(self) -> Value {
        match self {
            Self::Field(leaf) => leaf.given().clone(),
            Self::List(rows) if *rows.unreadable() != Value::Null => rows.unreadable().clone(),
            Self::List(rows) => {
                let given: Vec<Value> =
                    (0..rows.len()).filter_map(|i| rows.row(i)).map(Self::given).collect();
                if given.is_empty() { Value::Null } else { Value::List(given) }
            }
            Self::Group(group) if group.rest().unreadable != Value::Null => {
                group.rest().unreadable.clone()
            }
            Self::Group(group) => {
                let mut entries = Vec::new();
                for (name, branch) in members(group).filter(|(_, branch)| branch.is_given()) {
                    entries.push((name.to_owned(), branch.given()));
                }
                for (key, value) in &group.rest().unknown {
                    entries.push((key.clone(), value.clone()));
                }
                if entries.is_empty() { Value::Null } else { Value::Object(entries) }
            }
        }
    }

    /// Whether anything was given, read or not.
    pub fn is_given(self) -> bool {
        match self {
            Self::Field(leaf) => *leaf.given() != Value::Null,
            Self::List(rows) => {
                *rows.unreadable() != Value::Null
                    || (0..rows.len()).filter_map(|i| rows.row(i)).any(Self::is_given)
            }
            Self::Group(group) => {
                let rest = group.rest();
                rest.unreadable != Value::Null
                    || !rest.unknown.is_empty()
                    || members(group).any(|(_, branch)| branch.is_given())
            }
        }
    }

    /// Whether nothing is remarkable here and below.
    fn is_plain(self) -> bool {
        match self {
            Self::Field(leaf) => leaf.is_plain(),
            Self::List(rows) => rows.is_plain(),
            Self::Group(group) => group.is_plain(),
        }
    }

    /// Whether something stands here instead of the list or the group that is expected.
    pub fn is_unreadable(self) -> bool {
        match self {
            Self::Field(_) => false,
            Self::List(rows) => *rows.unreadable() != Value::Null,
            Self::Group(group) => group.rest().unreadable != Value::Null,
        }
    }

    /// The place one step below.
    pub fn child(self, step: &str) -> Option<Self> {
        match self {
            Self::Field(_) => None,
            Self::List(rows) => rows.row(index(step)?),
            Self::Group(group) => group.nth(place_of(group, step)?),
        }
    }

    /// Tells what is remarkable here and below, in the order of the form. `path` ends here.
    pub fn remarks(self, path: &mut String, tell: Tell<'_>) {
        let length = path.len();
        match self {
            Self::Field(leaf) => leaf_remarks(leaf, path, tell),
            Self::List(rows) => {
                let given = rows.unreadable();
                if *given != Value::Null {
                    tell(path, Remark::Unreadable { given, expected: Expected::List });
                }
                for (index, row) in (0..rows.len()).filter_map(|i| Some((i, rows.row(i)?))) {
                    if row.is_plain() {
                        continue;
                    }
                    // Writing to a String cannot fail.
                    let _ = write!(path, ".{index}");
                    row.remarks(path, tell);
                    path.truncate(length);
                }
            }
            Self::Group(group) => {
                let Rest { unknown, unreadable: given } = group.rest();
                if *given != Value::Null {
                    tell(path, Remark::Unreadable { given, expected: Expected::Group });
                }
                for (name, branch) in members(group).filter(|(_, branch)| !branch.is_plain()) {
                    step_into(path, name);
                    branch.remarks(path, tell);
                    path.truncate(length);
                }
                for (key, _) in unknown {
                    step_into(path, key);
                    tell(path, Remark::UnknownKey);
                    path.truncate(length);
                }
            }
        }
    }
}

fn leaf_remarks(leaf: &dyn Leaf, path: &str, tell: Tell<'_>) {
    let given = leaf.given();
    match leaf.expected() {
        _ if *given == Value::Null => {}
        Expected::LevelOfScale => tell(path, Remark::LevelOfScale { given }),
        expected if !leaf.is_answered() => tell(path, Remark::Unreadable { given, expected }),
        Expected::Siren => {
            let read = given.as_text().as_deref().and_then(siren);
            if let Some(Siren::Full { number, from_siret: true, .. }) = read {
                tell(path, Remark::SirenOfSiret { given, siren: number });
            }
        }
        _ => {}
    }
}

fn step_into(path: &mut String, step: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(step);
}

/// The index that a step of a path is, within the rows that are read.
pub(super) fn index(step: &str) -> Option<usize> {
    let digits = !step.is_empty() && step.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| step.parse().ok()).flatten().filter(|index| *index < MAX_ROWS)
}
