//! The words that rules speak: how binding a rule is, what came out, where, and why.
//!
//! A rule answers with a finding: small plain data. The sentence is made from it only when
//! somebody asks for it, in [`crate::messages`].

mod say;

use std::borrow::Cow;
use std::fmt;

pub(crate) use say::Say;
use serde::{Serialize, Serializer};
use time::Date;

use crate::directory::{self, Departement, Region};
use crate::dossier::{Consulted, Priority};
use crate::money::Cents;

/// The language of the sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The language of a code, `fr` or `en`.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        match code {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// How binding a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Asked by the source: it decides the verdict.
    Required,
    /// Advised by the source: it never changes the verdict.
    Recommended,
    /// Told for information: it never changes the verdict.
    Informative,
}

/// What a rule found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// What it asks is there.
    Met,
    /// What was given, fully read, goes against it.
    Unmet,
    /// Not enough is known yet.
    Unknown,
    /// It does not concern this dossier.
    NotApplicable,
}

/// The verdict on a dossier. It never predicts the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing is missing with regard to the rules.
    Admissible,
    /// Something required is not known or not readable yet.
    Incomplete,
    /// Something required is unmet.
    Inadmissible,
}

/// Where a rule or a figure comes from: a public document and a section of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Source {
    /// The document, such as `faq-2023`; `coherence` for a check of the entry itself.
    pub document: &'static str,
    /// The section, such as `2.2`.
    pub section: Option<&'static str>,
}

/// Where to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema), schemars(with = "String"))]
pub enum Place {
    /// A field, a list or a group that stands in every dossier.
    At(&'static str),
    /// A row of a list, or a field of it.
    Row {
        /// The path of the list.
        list: &'static str,
        /// The row, as in the form.
        row: usize,
        /// The field within the row; empty for the row itself.
        field: &'static str,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(path) => f.write_str(path),
            Self::Row { list, row, field: "" } => write!(f, "{list}.{row}"),
            Self::Row { list, row, field } => write!(f, "{list}.{row}.{field}"),
        }
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::At(path) => serializer.serialize_str(path),
            Self::Row { .. } => serializer.collect_str(self),
        }
    }
}

/// Where to act, most useful first.
pub type Places = Cow<'static, [Place]>;

/// Declares that a type is written in JSON as another one.
macro_rules! written_as {
    ($Type:ty as $Other:ty) => {
        #[cfg(feature = "openapi")]
        impl schemars::JsonSchema for $Type {
            fn schema_name() -> Cow<'static, str> {
                <$Other>::schema_name()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$Other>::json_schema(generator)
            }
        }
    };
}

/// Declares a set of entries of a table of the directory, one bit for each.
macro_rules! places {
    ($( $(#[$about:meta])* $Set:ident($Bits:ty) of $Entry:ty = $table:path; )*) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $Set($Bits);

        impl $Set {
            /// Adds one.
            pub fn insert(&mut self, entry: &$Entry) {
                if let Ok(place) = $table().binary_search_by(|other| other.code.cmp(entry.code)) {
                    self.0 |= 1 << place;
                }
            }

            /// How many there are.
            #[must_use]
            pub fn count(self) -> u32 {
                self.0.count_ones()
            }

            /// Each one, by code.
            pub fn iter(self) -> impl Iterator<Item = &'static $Entry> {
                let all = $table().iter().enumerate();
                all.filter(move |(place, _)| self.0 >> place & 1 == 1).map(|(_, entry)| entry)
            }
        }

        impl Serialize for $Set {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter())
            }
        }

        written_as!($Set as Vec<$Entry>);
    )* };
}

places! {
    /// Some départements.
    Departements(u128) of Departement = directory::departements;
    /// Some régions.
    Regions(u32) of Region = directory::regions;
}

/// Declares a set of the words of a list of values.
macro_rules! sets {
    ($( $(#[$about:meta])* $Set:ident of $Word:ty; )*) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $Set(u8);

        const _: () = assert!(<$Word>::ALL.len() <= u8::BITS as usize, "a bit for each word");

        impl $Set {
            /// Adds one.
            pub fn insert(&mut self, word: $Word) {
                self.0 |= 1 << word as u8;
            }

            /// Whether none is in it.
            #[must_use]
            pub fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Whether it is in it.
            #[must_use]
            pub fn contains(self, word: $Word) -> bool {
                self.0 >> word as u8 & 1 == 1
            }

            /// Those that are not in the other one.
            #[must_use]
            pub fn without(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// Each one, in the order of the form.
            pub fn iter(self) -> impl Iterator<Item = $Word> {
                <$Word>::ALL.iter().copied().filter(move |word| self.contains(*word))
            }
        }

        impl Serialize for $Set {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter().map(|word| {
                    <$Word>::WORDS.get(word as usize).copied().unwrap_or_default()
                }))
            }
        }

        written_as!($Set as Vec<String>);
    )* };
}

sets! {
    /// Some of the four priorities.
    Priorities of Priority;
    /// Some of those whose consensus is sought.
    Consultations of Consulted;
}

/// The parts of a fiche-action (FAQ 3.2), as bits in the order of [`FicheParts::NAMES`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema), schemars(with = "Vec<String>"))]
pub struct FicheParts(pub u8);

impl FicheParts {
    /// Their names, as in the dossier where it has one field for them.
    pub const NAMES: [&'static str; 6] =
        ["summary", "lead", "partners", "financing", "calendar", "indicators"];

    /// Of names in that order, those of the parts.
    pub fn of(self, names: [&str; 6]) -> impl Iterator<Item = &str> {
        let names = names.into_iter().enumerate();
        names.filter(move |(i, _)| self.0 >> i & 1 == 1).map(|(_, name)| name)
    }
}

impl Serialize for FicheParts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.of(Self::NAMES))
    }
}

/// The figures behind a message, with fixed keys for each rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Data {
    /// C1.
    Window {
        /// First day of filing.
        #[serde(serialize_with = "as_text")]
        #[cfg_attr(feature = "openapi", schemars(with = "String"))]
        opens: Date,
        /// Last day of filing.
        #[serde(serialize_with = "as_text")]
        #[cfg_attr(feature = "openapi", schemars(with = "String"))]
        closes: Date,
        /// Days from the day of reference to the last day of filing; 0 from then on.
        days_left: i64,
        /// Days from the last day of filing to the day of filing, when that is later.
        days_late: Option<i64>,
    },
    /// P1: totals over the distinct members that the directory has.
    Members {
        /// Distinct members, found in the directory or not.
        members: usize,
        /// Their communes.
        communes: u32,
        /// Their municipal population.
        population: u64,
    },
    /// P9.
    Departements {
        /// Those of the members' communes.
        departements: Departements,
    },
    /// C4 and P10.
    Regions {
        /// Those of the members' communes.
        regions: Regions,
    },
    /// G8.
    Consulted {
        /// Those whose consensus is not said to be sought.
        missing: Consultations,
    },
    /// A4: over the actions that give both dates.
    Durations {
        /// The longest duration that counts, in months.
        longest_months: i32,
        /// The longest one advised.
        max_months: u32,
    },
    /// A5.
    ProgrammeEnd {
        /// The last day of the programme.
        #[serde(serialize_with = "as_text")]
        #[cfg_attr(feature = "openapi", schemars(with = "String"))]
        programme_end: Date,
    },
    /// A7.
    Focus {
        /// Actions of the plan.
        actions: usize,
        /// Above how many the advice is told.
        advised: u32,
    },
    /// A8.
    Unserved {
        /// Priorities that no action serves.
        unserved: Priorities,
    },
    /// A10.
    Fiches {
        /// Actions of the plan.
        actions: usize,
        /// Those whose fiche is complete.
        complete: usize,
        /// What the first incomplete one lacks.
        missing: FicheParts,
    },
    /// G2.
    Leaders {
        /// Élus, substitutes apart.
        elus: usize,
        /// Industriels, substitutes apart.
        industriels: usize,
    },
    /// F6.
    Excess {
        /// By how much grants and other funding exceed the cost.
        excess: Cents,
    },
    /// F7.
    Months {
        /// Months of the post.
        months: u32,
        /// Months that are cofinanced.
        cofinanced_months: u32,
    },
}

/// Writes what prints itself, such as a day: `2023-09-15`.
pub(crate) fn as_text<S: Serializer>(
    value: &impl fmt::Display,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// What a rule found, without its sentence.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    /// What came out.
    pub outcome: Outcome,
    /// What to say of it.
    pub say: Say,
    /// Where to act, most useful first.
    pub places: Places,
    /// The figures behind the message.
    pub data: Option<Data>,
}

/// Places that stand once in the program are one, without a look at their texts: a keystroke
/// compares every finding.
impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.outcome == other.outcome
            && self.say == other.say
            && self.data == other.data
            && (std::ptr::eq(&*self.places, &*other.places) || self.places == other.places)
    }
}

impl Finding {
    /// A finding that points to places known in advance.
    #[must_use]
    pub fn new(outcome: Outcome, say: Say, places: &'static [Place]) -> Self {
        Self { outcome, say, places: Cow::Borrowed(places), data: None }
    }

    /// The same, pointing to other places.
    #[must_use]
    pub fn at(self, places: Vec<Place>) -> Self {
        Self { places: Cow::Owned(places), ..self }
    }

    /// The same, with the figures behind it.
    #[must_use]
    pub fn with(self, data: Data) -> Self {
        Self { data: Some(data), ..self }
    }
}

/// A part of the post that the simulation needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PostPart {
    /// The annual cost.
    AnnualCost,
    /// The working time.
    WorkingTime,
    /// The first day.
    Start,
    /// The number of months.
    Months,
}
