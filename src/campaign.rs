//! Campaigns: the dated parameters of the programme, each with its source.
//!
//! A parameter that a document states cites it; one that is our reading of it, or a threshold of
//! ours, says so ([`Parameter::ours`]). A campaign may lack any of them: what depends on a
//! parameter that is not there has nothing to say. Of the first phase we have press releases only:
//! they give aims, not rules of application, so its rules are not known, and none is made up.

use std::sync::OnceLock;

use serde::Serialize;
use time::Date;

use crate::money::Cents;
use crate::read::{self, YearMonth};
use crate::value::Value;

/// A name in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Label {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Label {
    pub(crate) fn read(value: &Value) -> Option<Self> {
        Some(Self { fr: text(value.get("fr")?)?, en: text(value.get("en")?)? })
    }
}

/// Where a figure or a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema), schemars(rename = "Document"))]
pub struct Source {
    /// The id of the document, for instance `faq-2023`.
    pub document: String,
    /// The section of the document, for instance `5.4`, when it has any.
    pub section: Option<String>,
}

impl Source {
    pub(crate) fn read(value: &Value) -> Option<Self> {
        Some(Self {
            document: text(value.get("document")?)?,
            section: value.get("section").and_then(text),
        })
    }
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Campaign {
    /// The id of the campaign, for instance `2023-2027`.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// The document that lays down its rules: a rule of another document is none of it.
    pub rules_document: Option<String>,
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
    pub former_phase: Option<Parameter<String>>,
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
    pub priorities: Option<Parameter<Vec<String>>>,
    /// Fragile territories whose post the State cofinances, when it said how many.
    pub fragile_territories: Option<Parameter<u32>>,
    /// For how many months, when it said so.
    pub fragile_post_months: Option<Parameter<u32>>,
    /// What the toolbox offers (FAQ 1.5), as announced.
    pub offers: Vec<Offer>,
    /// Day whose map of intercommunalities is in force (ours, FAQ 2.1).
    pub directory_day: Option<Parameter<Date>>,
}

/// An offer of the toolbox, as it was announced on its day: others may have specified it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is offered.
    pub service: Service,
    /// What an action or the territory must be about, one bit for each of [`Offer::SUBJECTS`].
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

/// Declares what the toolbox offers: each service beside the id that it goes by.
macro_rules! services {
    ($( $(#[$said:meta])* $Service:ident = $id:literal, )*) => {
        /// What the toolbox offers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Service { $( $(#[$said])* $Service, )* }

        impl Service {
            /// Every service.
            pub const ALL: &[Self] = &[$( Self::$Service, )*];

            /// Its id.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $( Self::$Service => $id, )* }
            }
        }
    };
}

services! {
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

impl Offer {
    /// Priorities and themes of an action, then flags of the territory, by the words of the dossier.
    pub const SUBJECTS: [&'static str; 8] = [
        "ecological_transition",
        "innovation",
        "skills",
        "land",
        "export",
        "attractiveness",
        "investment",
        "industrial_shock",
    ];

    fn read(value: &Value) -> Option<Self> {
        let Some(Value::List(words)) = value.get("for") else { return None };
        let mut subjects = 0;
        for word in words.iter().filter_map(text) {
            subjects |= 1 << Self::SUBJECTS.iter().position(|subject| *subject == word)?;
        }
        let id = text(value.get("id")?)?;
        Some(Self {
            service: Service::ALL.iter().copied().find(|service| service.id() == id)?,
            subjects,
            figure: value.get("figure").and_then(whole),
            announced: Label::read(value.get("announced")?)?,
            source: Source::read(value.get("source")?)?,
            ours: *value.get("ours")? == Value::Bool(true),
        })
    }
}

impl Campaign {
    /// A campaign in the format of the files in `data/campaigns`; nothing without id or label.
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value.get("id")?)?,
            label: Label::read(value.get("label")?)?,
            rules_document: value.get("rules_document").and_then(text),
            starts: parameter(value, "starts", day),
            window_opens: parameter(value, "window_opens", day),
            window_closes: parameter(value, "window_closes", day),
            programme_end: parameter(value, "programme_end", day),
            selection: parameter(value, "selection", Label::read),
            map: parameter(value, "map", Label::read),
            action_months_max: parameter(value, "action_months_max", whole),
            phase_advice_months: parameter(value, "phase_advice_months", whole),
            focused_actions: parameter(value, "focused_actions", whole),
            under_way_counts_from: parameter(value, "under_way_counts_from", |value| {
                value.as_text().and_then(|text| read::month(&text))
            }),
            indirect_jobs_for_ten: parameter(value, "indirect_jobs_for_ten", whole),
            induced_jobs_for_ten: parameter(value, "induced_jobs_for_ten", whole),
            former_phase: parameter(value, "former_phase", text),
            former_phase_territories: parameter(value, "former_phase_territories", whole),
            former_phase_actions: parameter(value, "former_phase_actions", whole),
            territories_order_of_magnitude: parameter(
                value,
                "territories_order_of_magnitude",
                whole,
            ),
            posts_published: parameter(value, "posts_published", whole),
            posts_published_at: parameter(value, "posts_published_at", Label::read),
            posts_published_grant: parameter(value, "posts_published_grant", amount),
            posts_published_average: parameter(value, "posts_published_average", amount),
            priorities: parameter(value, "priorities", |value| match value {
                Value::List(words) => words.iter().map(text).collect(),
                _ => None,
            }),
            fragile_territories: parameter(value, "fragile_territories", whole),
            fragile_post_months: parameter(value, "fragile_post_months", whole),
            offers: match value.get("offers") {
                Some(Value::List(offers)) => offers.iter().filter_map(Offer::read).collect(),
                _ => Vec::new(),
            },
            directory_day: parameter(value, "directory_day", day),
        })
    }
}

fn parameter<T>(
    campaign: &Value,
    key: &str,
    read: impl FnOnce(&Value) -> Option<T>,
) -> Option<Parameter<T>> {
    let parameter = campaign.get(key)?;
    Some(Parameter {
        value: read(parameter.get("value")?)?,
        source: Source::read(parameter.get("source")?)?,
        ours: *parameter.get("ours")? == Value::Bool(true),
    })
}

/// A text that is not blank.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) if !value.is_blank() => Some(text.clone()),
        _ => None,
    }
}

fn day(value: &Value) -> Option<Date> {
    value.as_text().and_then(|text| read::date(&text))
}

fn amount(value: &Value) -> Option<Cents> {
    value.as_text().and_then(|text| read::amount(&text))
}

fn whole(value: &Value) -> Option<u32> {
    value.as_text().and_then(|text| read::whole(&text))
}

/// Every campaign known, the newest first.
#[must_use]
pub fn all() -> &'static [Campaign] {
    static CAMPAIGNS: OnceLock<Vec<Campaign>> = OnceLock::new();
    CAMPAIGNS.get_or_init(|| {
        [
            include_str!("data/campaigns/2023-2027.json"),
            include_str!("data/campaigns/2018-2022.json"),
        ]
        .iter()
        .filter_map(|file| Campaign::read(&Value::from_json(file).ok()?))
        .collect()
    })
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
    static UNKNOWN: OnceLock<Campaign> = OnceLock::new();
    all().first().unwrap_or_else(|| UNKNOWN.get_or_init(Campaign::default))
}
