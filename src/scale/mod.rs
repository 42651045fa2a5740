//! Funding scales: the rate and the ceiling of the State's aid to a post, by level of fragility.
//!
//! # Design
//! A scale is data, in one JSON format: the shipped ones, those of a file, and those that a person
//! types in a page are read by the same function. Nothing is guessed: a scale with a mistake is
//! refused as a whole, with all its mistakes at once.
//!
//! No public document gives the rates and ceilings of 2023-2027 (FAQ 5.4 says that they depend on
//! the fragility of the territory, and that they will follow): [`Scale::status`] says what the
//! figures of a scale are worth.

mod read;

use std::borrow::Cow;
use std::sync::OnceLock;

use serde::{Serialize, Serializer};
use time::Date;

use crate::campaign::{Label, Source};
use crate::money::{BasisPoints, Cents};
use crate::value::Value;

pub use read::{Expected, NotAScale, ScaleError};

/// The id of the scale that is used when none is named.
pub const DEFAULT_ID: &str = "hypothesis-2023";

/// The most levels that a scale may have.
pub const MAX_LEVELS: usize = 100;

/// The words of the JSON format for a list of values, and what each means, in the same order.
type Words<T> = (&'static [&'static str], &'static [T]);

/// What the figures of a scale are worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Published by the State.
    Official,
    /// Working figures of ours.
    Hypothesis,
    /// One real case, as it was reported.
    Case,
    /// Another scheme, to compare with.
    Comparison,
    /// Known to exist, never published: its rates may be missing.
    Unpublished,
    /// Typed by the person, for instance from the territory's own convention.
    Custom,
}

impl Status {
    const WORDS: Words<Self> = (
        &["official", "hypothesis", "case", "comparison", "unpublished", "custom"],
        &[
            Self::Official,
            Self::Hypothesis,
            Self::Case,
            Self::Comparison,
            Self::Unpublished,
            Self::Custom,
        ],
    );
}

/// What a ceiling limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CeilingOn {
    /// The aid itself.
    Grant,
    /// The cost that the rate applies to.
    Base,
}

impl CeilingOn {
    const WORDS: Words<Self> = (&["grant", "base"], &[Self::Grant, Self::Base]);
}

/// The time that a ceiling is given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CeilingPeriod {
    /// Twelve months, prorated to the cofinanced months of each calendar year.
    Year,
    /// The whole post, whatever its duration.
    Total,
}

impl CeilingPeriod {
    const WORDS: Words<Self> = (&["year", "total"], &[Self::Year, Self::Total]);
}

/// A funding scale. Written as JSON, it has the format that it is read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Scale {
    /// Its id, not blank.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// What its figures are worth.
    pub status: Status,
    /// The document that its figures come from.
    pub source: Source,
    /// First day on which a post may start under it.
    #[serde(serialize_with = "write_day")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<String>"))]
    pub valid_from: Option<Date>,
    /// Last day on which a post may start under it, not before [`Scale::valid_from`].
    #[serde(serialize_with = "write_day")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<String>"))]
    pub valid_to: Option<Date>,
    /// Longest duration that is cofinanced, in months, at least 1.
    pub max_months: Option<u32>,
    /// Its levels, 1 to [`MAX_LEVELS`], with distinct ids.
    pub levels: Vec<Level>,
}

/// A level of fragility, and the aid that it opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema), schemars(rename = "ScaleLevel"))]
pub struct Level {
    /// Its id, not blank.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// Share of the cost that the State pays, 0 to 10 000; not known for some unpublished scales.
    pub rate: Option<BasisPoints>,
    /// The most that the State pays, or that the rate applies to; none when there is no limit.
    pub ceiling: Option<Cents>,
    /// What the ceiling limits.
    pub ceiling_on: CeilingOn,
    /// The time that the ceiling is given for.
    pub ceiling_period: CeilingPeriod,
    /// Whether the ceiling is reduced with the working time given to the programme.
    pub ceiling_follows_working_time: bool,
}

impl Scale {
    /// The level of this id.
    #[must_use]
    pub fn level(&self, id: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }
}

/// The shipped scales, [`DEFAULT_ID`] first.
#[must_use]
pub fn shipped() -> &'static [Scale] {
    static SCALES: OnceLock<Vec<Scale>> = OnceLock::new();
    SCALES.get_or_init(|| {
        [
            include_str!("../data/scales/hypothesis-2023.json"),
            include_str!("../data/scales/argentan-2023.json"),
            include_str!("../data/scales/pvd.json"),
            include_str!("../data/scales/fragile-2019.json"),
        ]
        .iter()
        .filter_map(|file| Scale::read(&Value::from_json(file).ok()?).ok())
        .collect()
    })
}

/// The shipped scale of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Scale> {
    shipped().iter().find(|scale| scale.id == id)
}

/// The scale that is used when none is named.
#[must_use]
pub fn default_scale() -> &'static Scale {
    static NONE: Scale = Scale {
        id: String::new(),
        label: Label { fr: Cow::Borrowed(""), en: Cow::Borrowed("") },
        status: Status::Unpublished,
        source: Source { document: Cow::Borrowed(""), section: None },
        valid_from: None,
        valid_to: None,
        max_months: None,
        levels: Vec::new(),
    };
    // The first is always there, as a test shows; the other keeps this total.
    shipped().first().unwrap_or(&NONE)
}

pub(crate) fn write_day<S: Serializer>(
    day: &Option<Date>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}
