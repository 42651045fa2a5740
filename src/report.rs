//! The answer: every check with its sentence and source, the verdict, the plan.

mod conclusion;
#[cfg(not(target_arch = "wasm32"))]
mod writer;

use std::collections::BinaryHeap;

use serde::Serialize;
use time::Date;

use crate::campaign::{self, Offer};
use crate::check::{Data, Finding, Lang, Level, Outcome, Places, Source, Verdict, as_text};
use crate::dossier::node::Remark;
use crate::dossier::{Dossier, Expected};
use crate::funding::Plan;
use crate::messages;
use crate::money::mul_div;
use crate::rules::{Asked, Context, Facts, RULES, Rule, Suggested, scale_in_force, suggestions};
use crate::scale::Scale;
use crate::simulation::Funding;
use crate::value::Value;

pub use conclusion::{Conclusion, conclude};
#[cfg(not(target_arch = "wasm32"))]
pub use writer::Writer;
/// A report in French with a plan for two members is 21 kB of JSON.
const USUAL_LENGTH: usize = 24 << 10;

/// The version of the engine that made a report.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// The report on a dossier. Written as JSON, it is the output of every surface.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Report {
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict without rule C1: what remains useful once a call is closed.
    pub verdict_apart_from_window: Verdict,
    /// Every rule, in the order of the table.
    pub checks: Vec<Check>,
    /// The rules to act on: required ones unmet or unknown, then recommended ones unmet.
    pub next_steps: Vec<&'static str>,
    /// What was given and could not be read, in the order of the form.
    pub unreadable: Vec<Unreadable>,
    /// What was read otherwise than typed, in the order of the form.
    pub notices: Vec<Notice>,
    /// Keys that no dossier has, sorted.
    pub unknown_keys: Vec<String>,
    /// How many required rules hold.
    pub progress: Progress,
    /// The funding plan, once the post can be simulated.
    pub funding: Option<Funding>,
    /// Offers of the toolbox that fit the actions or the territory.
    pub suggestions: Vec<Suggestion>,
    /// Jobs expected from the actions that say them.
    pub jobs: Option<Jobs>,
    /// The id of the campaign.
    pub campaign: &'static str,
    /// The id of the scale in force.
    pub scale: String,
    /// The day of reference.
    #[serde(serialize_with = "as_text")]
    #[cfg_attr(feature = "openapi", schemars(with = "String"))]
    pub day: Date,
    /// The language of the sentences.
    pub lang: Lang,
    /// The version of the engine.
    pub engine: &'static str,
}

/// What one rule found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Check {
    /// The id of the rule.
    pub rule: &'static str,
    /// How binding it is.
    pub level: Level,
    /// What came out.
    pub outcome: Outcome,
    /// Where to act, most useful first.
    pub fields: Places,
    /// What to tell people.
    pub message: String,
    /// The first source of the rule.
    pub source: Source,
    /// The figures behind the message.
    pub data: Option<Data>,
}

/// Something given that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Unreadable {
    /// The field.
    pub field: String,
    /// What was given, at most 80 characters of it.
    pub typed: String,
    /// What was expected.
    pub message: String,
}

impl Unreadable {
    /// Whether a funding plan would be made from it.
    #[must_use]
    pub fn is_of_the_plan(&self) -> bool {
        ["chef_de_projet.", "perimeter.epcis"].iter().any(|part| self.field.starts_with(part))
    }
}

/// Something read otherwise than typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Notice {
    /// The field.
    pub field: String,
    /// What was given, at most 80 characters of it.
    pub typed: String,
    /// What was read.
    pub read_as: String,
    /// Why.
    pub message: String,
}

/// An offer of the toolbox that fits the dossier: an announcement of its date, to be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Suggestion {
    /// What is offered.
    pub id: &'static str,
    /// The actions that it fits, or the flag of the territory.
    pub fields: Places,
    /// What to tell people.
    pub message: String,
    /// The document that announces it.
    pub source: &'static campaign::Source,
    /// Whether matching it with the action is ours.
    pub ours: bool,
}

/// Required rules that apply, and those of them that are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Progress {
    /// Rules that are met.
    pub met: usize,
    /// Rules that apply.
    pub expected: usize,
}

/// Jobs, as a national order of magnitude (FAQ 1.1), rounded half up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Jobs {
    /// Direct industrial jobs of the actions.
    pub direct: u64,
    /// Indirect jobs; none when the campaign gives no multiplier.
    pub indirect: Option<u64>,
    /// Jobs induced in the rest of the economy; likewise.
    pub induced: Option<u64>,
}

/// Checks a dossier: every rule, the verdict, the plan.
///
/// It is total: whatever the dossier holds, there is an answer.
///
/// ```
/// use territoires_industrie::{Context, Dossier, Verdict, evaluate, read};
///
/// let dossier = Dossier::from_json(r#"{"perimeter": {"epcis": ["200069391"]}}"#)?;
/// let day = read::date("2023-09-15").ok_or("no date")?;
/// let report = evaluate(&dossier, &Context::on(day));
/// assert_eq!(report.verdict, Verdict::Incomplete);
/// assert!(report.next_steps.contains(&"P5")); // a single intercommunalité gives its reason
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn evaluate(dossier: &Dossier, context: &Context<'_>) -> Report {
    let scale = scale_in_force(dossier, context);
    let answer = Answer::of(Facts::new(dossier, context));
    let checks = answer.checks(context.lang, scale);
    let funding = answer.funding(context.lang, scale);
    let suggestions = answer.suggestions(context.lang);
    Report { checks, funding, suggestions, ..answered(dossier, context, scale, &answer) }
}

/// The report of an answer, but for its checks, plan and suggestions.
fn answered(dossier: &Dossier, context: &Context<'_>, scale: &Scale, answer: &Answer) -> Report {
    let remarks = Remarks::of(dossier, context.lang, scale);
    let [verdict, verdict_apart_from_window] = answer.verdicts(&remarks);
    Report {
        verdict,
        verdict_apart_from_window,
        checks: Vec::new(),
        next_steps: answer.next_steps(),
        unreadable: remarks.unreadable,
        notices: remarks.notices,
        unknown_keys: remarks.unknown_keys,
        progress: answer.progress(),
        funding: None,
        suggestions: Vec::new(),
        jobs: answer.jobs,
        campaign: answer.campaign,
        scale: scale.id.clone(),
        day: context.day,
        lang: context.lang,
        engine: ENGINE,
    }
}

impl Report {
    /// The checks that say why there is no plan; none when there is one.
    pub fn obstacles_to_plan(&self) -> impl Iterator<Item = &Check> {
        let open = |rules: &'static [&'static str]| {
            let checks = self.checks.iter().filter(move |check| rules.contains(&check.rule));
            checks.filter(|check| self.funding.is_none() && check.outcome != Outcome::Met)
        };
        // Rule F6 has something of its own to say only once the others are met.
        let rules: &[&str] = if open(POST).next().is_some() { POST } else { &["F6"] };
        open(rules)
    }

    /// The report as compact JSON on one line.
    ///
    /// ```
    /// use territoires_industrie::{Context, Dossier, evaluate, read};
    ///
    /// let day = read::date("2023-09-15").ok_or("no date")?;
    /// let json = evaluate(&Dossier::default(), &Context::on(day)).to_json();
    /// assert!(json.starts_with(r#"{"verdict":"incomplete""#));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = Vec::with_capacity(USUAL_LENGTH);
        // Neither a map with odd keys nor a failing writer is in it.
        let _ = serde_json::to_writer(&mut json, self);
        String::from_utf8(json).unwrap_or_default()
    }
}

/// All that a report says of what was read: data without sentences, cheap to compare.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub findings: Vec<Finding>,
    pub asked: Option<Asked>,
    pub plan: Option<Plan>,
    pub suggested: Vec<Suggested>,
    pub jobs: Option<Jobs>,
    pub campaign: &'static str,
}

impl Answer {
    pub fn of(facts: Facts<'_>) -> Self {
        Self {
            findings: RULES.iter().map(|rule| rule.look_at(&facts)).collect(),
            suggested: suggestions(&facts),
            jobs: jobs(&facts),
            campaign: facts.campaign.id,
            asked: facts.asked,
            plan: facts.plan,
        }
    }

    /// The required rules that apply, each with what it found.
    fn required(&self) -> impl Iterator<Item = (&'static Rule, Outcome)> {
        let found = RULES.iter().zip(&self.findings).map(|(rule, finding)| (rule, finding.outcome));
        found.filter(|(rule, outcome)| {
            rule.level == Level::Required && *outcome != Outcome::NotApplicable
        })
    }

    pub fn progress(&self) -> Progress {
        let met = self.required().filter(|(_, outcome)| *outcome == Outcome::Met).count();
        Progress { met, expected: self.required().count() }
    }

    /// The verdict, and the one without rule C1.
    pub fn verdicts(&self, remarks: &Remarks) -> [Verdict; 2] {
        let verdict = |apart: &str, unreadable: bool| {
            let has = |wanted| {
                self.required().any(|(rule, outcome)| rule.id != apart && outcome == wanted)
            };
            if has(Outcome::Unmet) {
                Verdict::Inadmissible
            } else if unreadable || has(Outcome::Unknown) {
                Verdict::Incomplete
            } else {
                Verdict::Admissible
            }
        };
        [
            verdict("", remarks.in_required_field),
            verdict(WINDOW, remarks.in_required_field_apart_from_window),
        ]
    }

    pub fn next_steps(&self) -> Vec<&'static str> {
        let with = |level: Level, open: fn(Outcome) -> bool| {
            let found = RULES.iter().zip(&self.findings);
            found
                .filter(move |(rule, finding)| rule.level == level && open(finding.outcome))
                .map(|(rule, _)| rule.id)
        };
        with(Level::Required, |outcome| matches!(outcome, Outcome::Unmet | Outcome::Unknown))
            .chain(with(Level::Recommended, |outcome| outcome == Outcome::Unmet))
            .collect()
    }

    pub fn checks(&self, lang: Lang, scale: &Scale) -> Vec<Check> {
        let found = RULES.iter().zip(&self.findings);
        found.map(|(rule, finding)| Check::new(rule, finding, lang, scale)).collect()
    }

    pub fn suggestions(&self, lang: Lang) -> Vec<Suggestion> {
        let suggested = self.suggested.iter();
        suggested.map(|Suggested { offer, places }| Suggestion::new(offer, places, lang)).collect()
    }

    /// Whether the report holds a plan.
    pub fn funds(&self) -> bool {
        self.asked.is_some() && self.plan.is_some()
    }

    pub fn funding(&self, lang: Lang, scale: &Scale) -> Option<Funding> {
        Funding::new(self.asked.as_ref()?, self.plan.as_ref()?, lang, scale)
    }
}

/// The rules that a plan waits for: its level, its post.
const POST: &[&str] = &["F4", "F5"];

/// The rule whose effect on the verdict is told apart.
const WINDOW: &str = "C1";

fn jobs(facts: &Facts<'_>) -> Option<Jobs> {
    let actions = facts.dossier.action_plan.actions.iter();
    let mut given = actions.filter_map(|(_, action)| action.jobs.copied()).peekable();
    given.peek()?;
    let direct: u64 = given.map(u64::from).sum();
    let times = |tenths: &Option<crate::campaign::Parameter<u32>>| {
        mul_div(direct, u64::from(tenths.as_ref()?.value), 10)
    };
    Some(Jobs {
        direct,
        indirect: times(&facts.campaign.indirect_jobs_for_ten),
        induced: times(&facts.campaign.induced_jobs_for_ten),
    })
}

impl Suggestion {
    fn new(offer: &'static Offer, places: &Places, lang: Lang) -> Self {
        Self {
            id: offer.service.id(),
            fields: places.clone(),
            message: messages::offer(offer, lang),
            source: &offer.source,
            ours: offer.ours,
        }
    }
}

impl Check {
    pub(crate) fn new(rule: &Rule, finding: &Finding, lang: Lang, scale: &Scale) -> Self {
        Self {
            rule: rule.id,
            level: rule.level,
            outcome: finding.outcome,
            fields: finding.places.clone(),
            message: messages::say(&finding.say, lang, scale),
            source: rule.source(),
            data: finding.data,
        }
    }
}

/// What was remarkable about what was given, besides what the rules say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Remarks {
    pub unreadable: Vec<Unreadable>,
    pub notices: Vec<Notice>,
    pub unknown_keys: Vec<String>,
    in_required_field: bool,
    in_required_field_apart_from_window: bool,
}

impl Remarks {
    pub fn of(dossier: &Dossier, lang: Lang, scale: &Scale) -> Self {
        let mut remarks = Self::default();
        let mut unknown_keys = BinaryHeap::new();
        dossier.tell_remarks(&mut |path, remark| match remark {
            Remark::UnknownKey => unknown_keys.push(path.to_owned()),
            remark => remarks.take(path, remark, lang, scale),
        });
        remarks.unknown_keys = unknown_keys.into_sorted_vec();
        remarks.unknown_keys.dedup();
        remarks
    }

    fn take(&mut self, path: &str, remark: Remark<'_>, lang: Lang, scale: &Scale) {
        match remark {
            Remark::UnknownKey => {}
            Remark::SirenOfSiret { given, siren } => self.notices.push(Notice {
                field: path.to_owned(),
                typed: given.typed(),
                read_as: format!("{siren:09}"),
                message: messages::siren_of_siret(lang).to_owned(),
            }),
            Remark::LevelOfScale { given } => {
                if given.as_text().and_then(|id| scale.level(id.trim())).is_none() {
                    self.take_unreadable(path, given, Expected::LevelOfScale, lang, scale);
                }
            }
            Remark::Unreadable { given, expected } => {
                self.take_unreadable(path, given, expected, lang, scale);
            }
        }
    }

    #[cold]
    fn take_unreadable(
        &mut self,
        path: &str,
        given: &Value,
        expected: Expected,
        lang: Lang,
        scale: &Scale,
    ) {
        for rule in RULES.iter().filter(|rule| rule.level == Level::Required) {
            if rule.reads_field(path) {
                self.in_required_field = true;
                // Every rule is that of a campaign.
                self.in_required_field_apart_from_window |= rule.id != WINDOW || path == "campaign";
            }
        }
        self.unreadable.push(Unreadable {
            field: path.to_owned(),
            typed: given.typed(),
            message: messages::unreadable(expected, given, lang, scale),
        });
    }
}
