//! Campaigns: the dated parameters of the programme, each with its source.
//!
//! A parameter that a document states cites it; one that is our reading of it, or a threshold of
//! ours, says so ([`Parameter::ours`]). A campaign may lack any of them: what depends on a
//! parameter that is not there has nothing to say. Of the first phase we have press releases only:
//! they give aims, not rules of application, so its rules are not known, and none is made up.

#[path = "data/campaigns/2018-2022.rs"]
mod from_2018;
#[path = "data/campaigns/2023-2027.rs"]
mod from_2023;

use std::borrow::Cow;

use serde::Serialize;
use time::{Date, Month};

use crate::money::Cents;
use crate::read::YearMonth;
use crate::value::Value;

static CAMPAIGNS: [Campaign; 2] = [from_2023::CAMPAIGN, from_2018::CAMPAIGN];

/// A name in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Label {
    /// In French.
    pub fr: Cow<'static, str>,
    /// In English.
    pub en: Cow<'static, str>,
}

impl Label {
    pub(crate) fn read(value: &Value) -> Option<Self> {
        let text = |key| match value.get(key)? {
            Value::Text(text) => Some(Cow::Owned(text.clone())),
            _ => None,
        };
        Some(Self { fr: text("fr")?, en: text("en")? })
    }
}

/// Where a figure or a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema), schemars(rename = "Document"))]
pub struct Source {
    /// The id of the document, for instance `faq-2023`.
    pub document: Cow<'static, str>,
    /// The section of the document, for instance `5.4`, when it has any.
    pub section: Option<Cow<'static, str>>,
}

/// A dated parameter of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter<T> {
    /// The figure, day, word or list.
    pub value: T,
    /// The document that it comes from or reads.
    pub source: Source,
    /// Whether the value is ours (a threshold, a reading) and not stated by the source.
    pub ours: bool,
}

/// A campaign of applications to the programme, and the parameters in force for it.
///
/// ```
/// use territoires_industrie::campaign;
///
/// let campaign = campaign::find("2023-2027").ok_or("unknown campaign")?;
/// let closes = campaign.window_closes.as_ref().ok_or("no window")?;
/// assert_eq!(closes.value.to_string(), "2023-09-22");
/// assert_eq!(closes.source.section.as_deref(), Some("1.2"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, Default, Eq)]
pub struct Campaign {
    /// The id of the campaign, for instance `2023-2027`.
    pub id: &'static str,
    /// Its name.
    pub label: Label,
    /// The document that lays down its rules: a rule of another document is none of it.
    pub rules_document: Option<&'static str>,
    /// First day of the phase, to tell the days that no campaign covers.
    pub starts: Option<Parameter<Date>>,
    /// First day on which an application may be filed, in Paris (FAQ 1.2).
    pub window_opens: Option<Parameter<Date>>,
    /// Last day on which an application may be filed, included, in Paris (FAQ 1.2).
    pub window_closes: Option<Parameter<Date>>,
    /// Last day of the programme (FAQ 1.3; the day of the year is our reading).
    pub programme_end: Option<Parameter<Date>>,
    /// When the national selection takes place, in words (FAQ 1.3).
    pub selection: Option<Parameter<Label>>,
    /// When the map of the labelled territories is announced, in words (FAQ 1.3).
    pub map: Option<Parameter<Label>>,
    /// Longest duration advised for an action, in months (FAQ 3.1 and 1.4).
    pub action_months_max: Option<Parameter<u32>>,
    /// Months above which an action is complex enough to be split into phases (ours, FAQ 3.1).
    pub phase_advice_months: Option<Parameter<u32>>,
    /// Number of actions above which a plan is less focused (ours, FAQ 3.2 and 1.1).
    pub focused_actions: Option<Parameter<u32>>,
    /// First month that counts in the duration of an action under way (ours, FAQ 3.3).
    pub under_way_counts_from: Option<Parameter<YearMonth>>,
    /// Indirect jobs for ten industrial jobs, a national average (FAQ 1.1).
    pub indirect_jobs_for_ten: Option<Parameter<u32>>,
    /// Induced jobs in the rest of the economy for ten industrial jobs, likewise (FAQ 1.1).
    pub induced_jobs_for_ten: Option<Parameter<u32>>,
    /// Years of the phase before this one (FAQ 1.1 and 1.2).
    pub former_phase: Option<Parameter<&'static str>>,
    /// Territories of the phase before this one (FAQ 1.1).
    pub former_phase_territories: Option<Parameter<u32>>,
    /// Actions of the phase before this one, nearly (FAQ 1.1).
    pub former_phase_actions: Option<Parameter<u32>>,
    /// Order of magnitude of the territories labelled, in the whole country (FAQ 1.4).
    pub territories_order_of_magnitude: Option<Parameter<u32>>,
    /// Posts filled or being filled, as published; over a time that is not stated.
    pub posts_published: Option<Parameter<u32>>,
    /// When that was.
    pub posts_published_at: Option<Parameter<Label>>,
    /// What they cost the State, about.
    pub posts_published_grant: Option<Parameter<Cents>>,
    /// What one of them costs the State on average.
    pub posts_published_average: Option<Parameter<Cents>>,
    /// Priorities that actions serve, by the words of the dossier (FAQ 1.5).
    pub priorities: Option<Parameter<&'static [&'static str]>>,
    /// Fragile territories whose post the State cofinances, when it said how many.
    pub fragile_territories: Option<Parameter<u32>>,
    /// For how many months, when it said so.
    pub fragile_post_months: Option<Parameter<u32>>,
    /// What the toolbox offers (FAQ 1.5), as announced.
    pub offers: &'static [Offer],
    /// Day whose map of intercommunalities is in force (ours, FAQ 2.1).
    pub directory_day: Option<Parameter<Date>>,
}

/// Two with the same id are one.
impl PartialEq for Campaign {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// An offer of the toolbox, as it was announced on its day: others may have specified it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is offered.
    pub service: Service,
    /// What an action or the territory must be about, one bit for each of [`Subject::ALL`].
    pub subjects: u8,
    /// The figure of the announcement, when it has one.
    pub figure: Option<u32>,
    /// When it was announced, in words.
    pub announced: Label,
    /// The document that announces it.
    pub source: Source,
    /// Whether matching it with these subjects is ours.
    pub ours: bool,
}

/// Declares a list of values: each beside the id that it goes by.
macro_rules! ids {
    ($(
        $(#[$about:meta])*
        pub enum $Name:ident { $( $(#[$said:meta])* $Value:ident = $id:literal, )* }
    )*) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Name { $( $(#[$said])* $Value, )* }

        impl $Name {
            /// Every one.
            pub const ALL: &[Self] = &[$( Self::$Value, )*];

            /// Its id.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $( Self::$Value => $id, )* }
            }
        }
    )* };
}

ids! {
    /// What the toolbox offers.
    pub enum Service {
        /// Investment in écoles de production and technical platforms.
        Training = "training",
        /// The public employment service.
        PoleEmploi = "pole_emploi",
        /// Housing of employees.
        ActionLogement = "action_logement",
        /// Sites prepared with the Banque des Territoires.
        Sites = "sites",
        /// The agency for ecological transition.
        Ademe = "ademe",
        /// Guidance to the funding of France 2030.
        France2030 = "france_2030",
        /// The public investment bank.
        Bpifrance = "bpifrance",
        /// The agency for export and for investment from abroad.
        BusinessFrance = "business_france",
        /// Help after an industrial shock.
        RebondIndustriel = "rebond_industriel",
        /// Support for structuring industrial investments.
        Investment = "investment",
    }

    /// Priorities and themes of an action, then a flag of the territory, by the words of the dossier.
    pub enum Subject {
        /// A priority.
        EcologicalTransition = "ecological_transition",
        /// A priority.
        Innovation = "innovation",
        /// A priority.
        Skills = "skills",
        /// A priority.
        Land = "land",
        /// A theme.
        Export = "export",
        /// A theme.
        Attractiveness = "attractiveness",
        /// A theme.
        StructuringInvestment = "investment",
        /// A flag of the territory.
        IndustrialShock = "industrial_shock",
    }
}

/// Subjects as bits, in the order of [`Subject::ALL`].
const fn about(mut subjects: &[Subject]) -> u8 {
    let mut bits = 0;
    while let [first, rest @ ..] = subjects {
        bits |= 1 << *first as u8;
        subjects = rest;
    }
    bits
}

/// A parameter that its source states.
const fn stated<T>(value: T, source: Source) -> Option<Parameter<T>> {
    Some(Parameter { value, source, ours: false })
}

/// A parameter that is our reading of its source.
const fn ours<T>(value: T, source: Source) -> Option<Parameter<T>> {
    Some(Parameter { value, source, ours: true })
}

/// A section of the FAQ of June 2023.
const fn faq(section: &'static str) -> Source {
    Source { document: Cow::Borrowed("faq-2023"), section: Some(Cow::Borrowed(section)) }
}

/// A document without sections.
const fn whole(document: &'static str) -> Source {
    Source { document: Cow::Borrowed(document), section: None }
}

const fn label(fr: &'static str, en: &'static str) -> Label {
    Label { fr: Cow::Borrowed(fr), en: Cow::Borrowed(en) }
}

#[expect(clippy::panic, reason = "it fails to compile")]
const fn day(year: i32, month: Month, day: u8) -> Date {
    match Date::from_calendar_date(year, month, day) {
        Ok(day) => day,
        Err(_) => panic!("there is no such day"),
    }
}

/// Every campaign known, the newest first.
#[must_use]
pub fn all() -> &'static [Campaign] {
    &CAMPAIGNS
}

/// Whether a campaign runs on a day, from its first day to the end of its programme.
#[must_use]
pub fn covers(day: Date) -> bool {
    all().iter().any(|campaign| match (&campaign.starts, &campaign.programme_end) {
        (Some(starts), Some(end)) => (starts.value..=end.value).contains(&day),
        _ => false,
    })
}

/// The campaign of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Campaign> {
    all().iter().find(|campaign| campaign.id == id)
}

/// The newest campaign known.
#[must_use]
pub fn newest() -> &'static Campaign {
    let [newest, ..] = &CAMPAIGNS;
    newest
}
