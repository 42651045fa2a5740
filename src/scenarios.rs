//! Posts side by side: every level of a scale, or scenarios that each change something in a
//! dossier; with what each of them changes for the members.

use std::fmt;

use serde::Serialize;

use crate::check::Lang;
use crate::dossier::Dossier;
use crate::messages::{Word, word};
use crate::money::Cents;
use crate::report::{Report, evaluate};
use crate::rules::{Context, scale_in_force};
use crate::simulation::Funding;
use crate::value::Value;

/// The most scenarios that are compared at a time.
pub const MAX_SCENARIOS: usize = 100;

/// A post to compare: its name, and what differs in it from the dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// Values by path of the dossier, such as `chef_de_projet.months`. A scale given here wins over
    /// the caller's.
    pub set: Vec<(String, Value)>,
}

/// What is no list of scenarios: where, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotScenarios {
    /// Where in the list, for instance `0.set`; empty for the list itself.
    pub key: String,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: &'static str,
}

impl fmt::Display for NotScenarios {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = if self.key.is_empty() { "scenarios" } else { &self.key };
        write!(f, "{key}: expected {}, found {}", self.expected, self.found)
    }
}

impl std::error::Error for NotScenarios {}

impl Scenario {
    /// Reads `[{"name": "…", "set": {"chef_de_projet.months": 24}}]`.
    ///
    /// # Errors
    /// The first place that is not what it should be.
    pub fn read_all(value: &Value) -> Result<Vec<Self>, NotScenarios> {
        let refuse = |key: String, found: Option<&Value>, expected| NotScenarios {
            key,
            found: found.map_or_else(|| "nothing".to_owned(), Value::typed),
            expected,
        };
        let rows = match value {
            Value::List(rows) if rows.len() <= MAX_SCENARIOS => rows,
            other => return Err(refuse(String::new(), Some(other), "a list of at most 100")),
        };
        let scenario = |(i, row): (usize, &Value)| {
            let (name, set) = (row.get("name"), row.get("set"));
            let Some(Value::Text(name)) = name.filter(|name| !name.is_blank()) else {
                return Err(refuse(format!("{i}.name"), name, "a name"));
            };
            match set {
                Some(Value::Object(set)) => Ok(Self { name: name.clone(), set: set.clone() }),
                other => Err(refuse(format!("{i}.set"), other, "an object of values by path")),
            }
        };
        rows.iter().enumerate().map(scenario).collect()
    }

    /// The dossier with what the scenario changes.
    #[must_use]
    pub fn of(&self, dossier: &Dossier) -> Dossier {
        let mut changed = dossier.again();
        for (path, value) in &self.set {
            changed.set(path, value.clone());
        }
        changed
    }

    /// Whether it sets this field, or a group that the field stands in.
    fn sets(&self, field: &str) -> bool {
        self.set.iter().any(|(path, _)| holds(path, field))
    }

    /// Likewise, or something inside of what stands there.
    fn concerns(&self, field: &str) -> bool {
        self.sets(field) || self.set.iter().any(|(path, _)| holds(field, path))
    }
}

/// Posts side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// The plans, of those that have one, in order.
    pub plans: Vec<Funding>,
    /// What was compared, in order.
    pub scenarios: Vec<Compared>,
    /// The place among the scenarios of the one that differences are from.
    pub reference: Option<usize>,
}

/// A post of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Compared {
    /// Its name.
    pub name: String,
    /// The place of its plan; nothing without one.
    pub plan: Option<usize>,
    /// What it adds to the amounts of the reference.
    pub difference: Option<Difference>,
    /// Why there is no plan, or what could not be read.
    pub problems: Vec<Problem>,
}

/// What a plan adds to another one; negative when it takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the keys are those of a plan's totals")]
pub struct Difference {
    pub cost: Cents,
    pub grant: Cents,
    pub other: Option<Cents>,
    pub local: Option<Cents>,
}

/// Why a scenario has no plan, or not the one that it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Problem {
    /// Where to act.
    pub field: String,
    /// What to tell people.
    pub message: String,
}

/// The post of a dossier at every level of the scale in force. Levels without a rate have no plan.
///
/// Differences are from the level of the dossier, or from the first one that has a plan.
#[must_use]
pub fn compare(dossier: &Dossier, context: &Context<'_>) -> Comparison {
    const LEVEL: &str = "chef_de_projet.fragility_level";
    let levels = &scale_in_force(dossier, context).levels;
    let at = |id: &str| vec![(LEVEL.to_owned(), Value::from(id))];
    let scenarios: Vec<Scenario> = levels
        .iter()
        .map(|level| Scenario {
            name: match context.lang {
                Lang::Fr => level.label.fr.to_string(),
                Lang::En => level.label.en.to_string(),
            },
            set: at(&level.id),
        })
        .collect();
    let chosen = dossier.chef_de_projet.fragility_level.get();
    let chosen = chosen.and_then(|id| levels.iter().position(|level| *level.id == *id.0));
    side_by_side(dossier, &scenarios, chosen, context)
}

/// The post of a dossier, then the scenarios: each changes something in it.
///
/// Differences are from the dossier, or from the first scenario that has a plan.
///
/// ```
/// use territoires_industrie::scenarios::{Scenario, compare_scenarios};
/// use territoires_industrie::value::Value;
/// use territoires_industrie::{Context, Dossier, read};
///
/// let dossier = Dossier::from_json(
///     r#"{"chef_de_projet": {"fragility_level": "level_2", "annual_cost": 60000,
///         "working_time": 1, "start": "2024-01-01", "months": 12}}"#,
/// )?;
/// let scenarios = Value::from_json(
///     r#"[{"name": "Half time", "set": {"chef_de_projet.working_time": "50 %"}}]"#,
/// )?;
/// let day = read::date("2024-01-01").ok_or("no date")?;
/// let found = compare_scenarios(&dossier, &Scenario::read_all(&scenarios)?, &Context::on(day));
/// let less = found.scenarios[1].difference.and_then(|difference| difference.local);
/// assert_eq!(less.ok_or("no plan")?.to_string(), "-15000.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compare_scenarios(
    dossier: &Dossier,
    scenarios: &[Scenario],
    context: &Context<'_>,
) -> Comparison {
    let as_it_is = Scenario { name: word(Word::Dossier, context.lang).to_owned(), set: Vec::new() };
    let all: Vec<Scenario> = std::iter::once(as_it_is).chain(scenarios.iter().cloned()).collect();
    side_by_side(dossier, &all, Some(0), context)
}

fn side_by_side(
    dossier: &Dossier,
    scenarios: &[Scenario],
    reference: Option<usize>,
    context: &Context<'_>,
) -> Comparison {
    let mut plans = Vec::new();
    let mut compared = Vec::with_capacity(scenarios.len());
    for scenario in scenarios {
        let changed = scenario.of(dossier);
        let has_its_own =
            scenario.sets("chef_de_projet.scale") && changed.chef_de_projet.scale.get().is_some();
        let scale = context.scale.filter(|_| !has_its_own);
        let report = evaluate(&changed, &Context { scale, ..*context });
        let problems = problems(scenario, &report);
        let plan = report.funding.map(|plan| {
            plans.push(plan);
            plans.len() - 1
        });
        let name = scenario.name.clone();
        compared.push(Compared { name, plan, difference: None, problems });
    }
    let has_plan = |place: &usize| compared.get(*place).is_some_and(|row| row.plan.is_some());
    let first = || compared.iter().position(|row| row.plan.is_some());
    let reference = reference.filter(has_plan).or_else(first);
    let totals = |row: &Compared| Some(plans.get(row.plan?)?.totals);
    if let Some(from) = reference.and_then(|place| totals(compared.get(place)?)) {
        let less = |a: Cents, b: Cents| Cents(a.0 - b.0);
        let both = |a: Option<Cents>, b: Option<Cents>| Some(less(a?, b?));
        for row in &mut compared {
            row.difference = totals(row).map(|to| Difference {
                cost: less(to.cost, from.cost),
                grant: less(to.grant, from.grant),
                other: both(to.other, from.other),
                local: both(to.local, from.local),
            });
        }
    }
    Comparison { plans, scenarios: compared, reference }
}

/// Whether a path is another one, or one above it.
fn holds(path: &str, other: &str) -> bool {
    other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// What could not be read of what the scenario sets; and without a plan, why.
fn problems(scenario: &Scenario, report: &Report) -> Vec<Problem> {
    let mut problems: Vec<Problem> = report
        .unreadable
        .iter()
        .filter(|entry| scenario.concerns(&entry.field))
        .map(|entry| Problem { field: entry.field.clone(), message: entry.message.clone() })
        .collect();
    for key in report.unknown_keys.iter().filter(|key| scenario.concerns(key)) {
        let message = word(Word::UnknownField, report.lang).to_owned();
        problems.push(Problem { field: key.clone(), message });
    }
    for check in report.obstacles_to_plan() {
        let field = check.fields.iter().next().map(|place| place.to_string());
        problems.push(Problem {
            field: field.unwrap_or_else(|| "chef_de_projet".to_owned()),
            message: check.message.clone(),
        });
    }
    problems
}
