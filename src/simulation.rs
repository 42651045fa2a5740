//! The funding plan of a dossier, with the names and the words around its figures; and the same
//! post at every level, or as large as a budget allows.

use serde::Serialize;

use crate::check::Lang;
use crate::check::Places;
use crate::directory;
use crate::dossier::Dossier;
use crate::funding::{self, Plan, Step, Totals, Unknown, Year, steps};
use crate::messages;
use crate::money::{BasisPoints, Cents};
use crate::rules::{Asked, Context, Facts, scale_in_force};
use crate::scale::{Scale, Status};

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
        let step = |step: Step| {
            let (document, section) = step.source(scale);
            StepInWords {
                rule: step.rule(),
                source: StepSource {
                    document: document.to_owned(),
                    section: section.map(str::to_owned),
                },
                sentence: messages::step(&step, lang),
                numbers: step,
            }
        };
        Some(Self {
            scale: scale.id.clone(),
            level: request.level.id.clone(),
            status: scale.status,
            years: plan.years.clone(),
            totals: plan.totals,
            excess: plan.excess,
            members: plan.members.iter().map(member).collect(),
            split_missing: asked.split_missing.clone().into(),
            effective_rate: plan.effective_rate,
            break_even_annual_cost: plan.break_even_annual_cost,
            steps: steps(&request, plan).into_iter().map(step).collect(),
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
    let Facts { asked, plan, scale, .. } = Facts::new(dossier, context);
    Funding::new(&asked?, &plan?, context.lang, scale)
}

/// The same post at several levels.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// A plan for each level that has a rate, in the order of the scale.
    pub plans: Vec<Funding>,
}

/// The post of a dossier at every level of the scale in force.
#[must_use]
pub fn compare(dossier: &Dossier, context: &Context<'_>) -> Comparison {
    let levels = &scale_in_force(dossier, context).levels;
    let at = |id: &str| {
        let mut dossier = dossier.clone();
        dossier.set("chef_de_projet.fragility_level", id);
        simulate(&dossier, context)
    };
    Comparison { plans: levels.iter().filter_map(|level| at(&level.id)).collect() }
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
    let mut dossier = dossier.clone();
    let field = match unknown {
        Unknown::AnnualCost => "chef_de_projet.annual_cost",
        Unknown::Months => "chef_de_projet.months",
    };
    // Whatever stands there is what is looked for.
    dossier.set(field, "1");
    let Facts { asked, scale, .. } = Facts::new(&dossier, context);
    let asked = asked?;
    let found = funding::solve(&asked.request(scale)?, unknown, budget)?;
    let value = match unknown {
        Unknown::AnnualCost => found.annual_cost.to_string(),
        Unknown::Months => found.months.to_string(),
    };
    dossier.set(field, value);
    let funding::Solution { annual_cost, months, at_limit, .. } = found;
    Some(Solved { annual_cost, months, plan: simulate(&dossier, context)?, at_limit })
}
