//! The funding plan of a dossier, with the names and the words around its figures; the largest post
//! that a budget allows; and what the members pay when one value varies.

use serde::Serialize;

use crate::check::Lang;
use crate::check::Places;
use crate::directory;
use crate::dossier::{Dossier, FunderKind};
use crate::funding::{
    self, FunderShare, Plan, Point, Range, Request, Step, Totals, Unknown, Year, steps,
};
use crate::messages;
use crate::money::{BasisPoints, Cents};
use crate::rules::{Asked, Context, Facts, scale_in_force};
use crate::scale::{Level, Scale, Status};

/// The funding plan of a report: figures with the names behind them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Funding {
    /// The id of the scale.
    pub scale: String,
    /// The id of the level.
    pub level: String,
    /// What the figures of the scale are worth.
    pub status: Status,
    /// The calendar years.
    pub years: Vec<Year>,
    /// Their sums.
    pub totals: Totals,
    /// By how much the post is over-funded.
    pub excess: Option<Cents>,
    /// What each other funder pays.
    pub funders: Vec<FunderPart>,
    /// What each member pays.
    pub members: Vec<MemberPart>,
    /// Where something is missing for the split.
    pub split_missing: Places,
    /// Part of the cost that the State pays, in basis points.
    pub effective_rate: Option<BasisPoints>,
    /// Annual cost above which the ceiling binds.
    pub break_even_annual_cost: Option<Cents>,
    /// The computation, step by step.
    pub steps: Vec<StepInWords>,
}

/// What another funder pays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FunderPart {
    /// Who, when the dossier says it.
    pub funder: Option<String>,
    /// What they are, when the dossier says it: collectivite, state, european, operator, private.
    pub kind: Option<&'static str>,
    /// What they pay in each year; empty when the post is over-funded.
    pub by_year: Vec<Cents>,
    /// Their sum: the amount of the dossier.
    pub total: Cents,
}

/// What a member pays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct MemberPart {
    /// Its SIREN, nine digits.
    pub siren: String,
    /// Its name without its kind, when the directory has it.
    pub name: Option<&'static str>,
    /// Its kind: CC, CA, CU, metropole, metropole_de_lyon, EPT.
    pub kind: Option<&'static str>,
    /// Its weight in the split.
    pub weight: u64,
    /// What it pays in each year.
    pub by_year: Vec<Cents>,
    /// Their sum.
    pub total: Cents,
}

/// A step of the computation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct StepInWords {
    /// The rule of computation.
    pub rule: &'static str,
    /// The amounts of the plan that it explains: `cost`, `grant`, `other`, `local`, `members`,
    /// `excess`, `break_even_annual_cost`; those of one year when its numbers have a `year`.
    pub explains: &'static [&'static str],
    /// Its numbers.
    pub numbers: crate::funding::Step,
    /// Where the rule comes from.
    pub source: StepSource,
    /// The step in words.
    pub sentence: String,
}

/// Where a step comes from: a document and a section, or arithmetic of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct StepSource {
    /// The document.
    pub document: String,
    /// The section.
    pub section: Option<String>,
}

impl Funding {
    pub(crate) fn new(asked: &Asked, plan: &Plan, lang: Lang, scale: &Scale) -> Option<Self> {
        let request = asked.request(scale)?;
        let in_words = |step| StepInWords::new(step, lang, scale, request.level);
        let steps = steps(&request, plan).into_iter().map(in_words).collect();
        Some(Self { steps, ..Self::without_steps(asked, &request, plan) })
    }

    pub(crate) fn without_steps(asked: &Asked, request: &Request<'_>, plan: &Plan) -> Self {
        let member = |share: &crate::funding::MemberShare| {
            let epci = directory::find(share.siren);
            MemberPart {
                siren: format!("{:09}", share.siren),
                name: epci.map(|epci| epci.name),
                kind: epci.map(|epci| epci.kind.code()),
                weight: share.weight,
                by_year: share.by_year.clone(),
                total: share.total,
            }
        };
        let funder =
            |(share, (name, kind)): (&FunderShare, &(Option<String>, Option<FunderKind>))| {
                FunderPart {
                    funder: name.clone(),
                    kind: kind.and_then(|kind| FunderKind::WORDS.get(kind as usize).copied()),
                    by_year: share.by_year.clone(),
                    total: share.total,
                }
            };
        Self {
            scale: request.scale.id.clone(),
            level: request.level.id.clone(),
            status: request.scale.status,
            years: plan.years.clone(),
            totals: plan.totals,
            excess: plan.excess,
            funders: plan.funders.iter().zip(&asked.funders).map(funder).collect(),
            members: plan.members.iter().map(member).collect(),
            split_missing: asked.split_missing.clone().into(),
            effective_rate: plan.effective_rate,
            break_even_annual_cost: plan.break_even_annual_cost,
            steps: Vec::new(),
        }
    }
}

/// The longest sentence of a step but for those with long names in them, in bytes.
const USUAL_SENTENCE: usize = 192;

impl StepInWords {
    pub(crate) fn new(step: Step, lang: Lang, scale: &Scale, level: &Level) -> Self {
        let (document, section) = step.source(scale);
        let mut sentence = String::with_capacity(USUAL_SENTENCE);
        messages::step(&step, lang, scale, level, &mut sentence);
        Self {
            rule: step.rule(),
            explains: step.explains(),
            source: StepSource {
                document: document.to_owned(),
                section: section.map(str::to_owned),
            },
            sentence,
            numbers: step,
        }
    }
}

impl Funding {
    /// Why an amount is what it is: the steps that explain `cost`, `grant`, `other`, `local`,
    /// `members`, `excess` or `break_even_annual_cost`, of one year or of all.
    ///
    /// ```
    /// use territoires_industrie::{Context, Dossier, read, simulate};
    ///
    /// let dossier = Dossier::from_json(
    ///     r#"{"chef_de_projet": {"fragility_level": "level_2", "annual_cost": 60000,
    ///         "working_time": 1, "start": "2024-01-01", "months": 24}}"#,
    /// )?;
    /// let day = read::date("2024-01-01").ok_or("no date")?;
    /// let plan = simulate(&dossier, &Context::on(day)).ok_or("no plan")?;
    /// let rules: Vec<&str> = plan.why("grant", Some(2025)).map(|step| step.rule).collect();
    /// assert_eq!(rules, ["scale", "cost", "ceiling", "grant"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn why<'a>(
        &'a self,
        amount: &'a str,
        year: Option<i32>,
    ) -> impl Iterator<Item = &'a StepInWords> {
        self.steps.iter().filter(move |step| {
            let of_year = step.numbers.year().is_none_or(|of| year.is_none_or(|year| year == of));
            of_year && step.explains.contains(&amount)
        })
    }
}

/// The funding plan of a dossier; nothing while the post cannot be simulated, which rules F4 to F6
/// of the report explain.
///
/// ```
/// use territoires_industrie::{Context, Dossier, read, simulation::simulate};
///
/// let dossier = Dossier::from_json(
///     r#"{"chef_de_projet": {"fragility_level": "level_2", "annual_cost": 60000,
///         "working_time": 1, "start": "2024-01-01", "months": 12}}"#,
/// )?;
/// let day = read::date("2024-01-01").ok_or("no date")?;
/// let plan = simulate(&dossier, &Context::on(day)).ok_or("no plan")?;
/// assert_eq!(plan.totals.grant.to_string(), "30000.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn simulate(dossier: &Dossier, context: &Context<'_>) -> Option<Funding> {
    let (asked, plan) = Facts::funded(dossier, context);
    Funding::new(&asked?, &plan?, context.lang, scale_in_force(dossier, context))
}

/// The largest post within a budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Solved {
    /// Its annual cost.
    pub annual_cost: Cents,
    /// Its duration, in months.
    pub months: u32,
    /// Its plan.
    pub plan: Funding,
    /// Whether the search stopped at its bound: a larger post might be within the budget too.
    pub at_limit: bool,
}

/// The largest annual cost, or the most months, that leaves the members at most `budget` to pay;
/// nothing when there is none, or while the rest of the post is not given.
#[must_use]
pub fn solve(
    dossier: &Dossier,
    context: &Context<'_>,
    unknown: Unknown,
    budget: Cents,
) -> Option<Solved> {
    let mut dossier = dossier.again();
    let field = field_of(unknown);
    // Whatever stands there is what is looked for.
    dossier.set(field, "1");
    let asked = Facts::funded(&dossier, context).0?;
    let request = asked.request(scale_in_force(&dossier, context))?;
    let found = funding::solve(&request, unknown, budget)?;
    let value = match unknown {
        Unknown::AnnualCost => found.annual_cost.to_string(),
        Unknown::Months => found.months.to_string(),
    };
    dossier.set(field, value);
    let funding::Solution { annual_cost, months, at_limit, .. } = found;
    Some(Solved { annual_cost, months, plan: simulate(&dossier, context)?, at_limit })
}

fn field_of(unknown: Unknown) -> &'static str {
    match unknown {
        Unknown::AnnualCost => "chef_de_projet.annual_cost",
        Unknown::Months => "chef_de_projet.months",
    }
}

/// What the State and the members pay when one value of the post varies, for a plot.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sensitivity {
    /// The id of the scale.
    pub scale: String,
    /// The id of the level.
    pub level: String,
    /// What the figures of the scale are worth.
    pub status: Status,
    /// The posts, in order.
    pub points: Vec<Point>,
}

/// The grant and the local share over a range of annual costs or months; nothing while the rest of
/// the post is not given.
#[must_use]
pub fn sensitivity(dossier: &Dossier, context: &Context<'_>, range: Range) -> Option<Sensitivity> {
    let mut dossier = dossier.again();
    let unknown = match range {
        Range::AnnualCost { .. } => Unknown::AnnualCost,
        Range::Months { .. } => Unknown::Months,
    };
    // Whatever stands there is what varies.
    dossier.set(field_of(unknown), "1");
    let asked = Facts::funded(&dossier, context).0?;
    let scale = scale_in_force(&dossier, context);
    let request = asked.request(scale)?;
    Some(Sensitivity {
        scale: scale.id.clone(),
        level: request.level.id.clone(),
        status: scale.status,
        points: funding::sensitivity(&request, range),
    })
}
