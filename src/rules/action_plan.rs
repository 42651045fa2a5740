//! Chapter A: the action plan. None of it concerns an amendment: that is our reading of FAQ 2.3.

use super::facts::ActionFacts;
use super::{Facts, text_given};
use crate::check::{Data, FicheParts, Finding, Outcome, Place, Priorities, Say};
use crate::dossier::{Field, Priority, Text};
use crate::read::YearMonth;

const LIST: &str = "action_plan.actions";
const ACTIONS: &[Place] = &[Place::At(LIST)];
/// The subjects of an action that are priorities.
const PRIORITIES: u8 = (1 << Priority::ALL.len()) - 1;
const SRDEII: &[Place] = &[Place::At("action_plan.srdeii")];
const LOCAL_STAKES: &[Place] = &[Place::At("action_plan.local_stakes")];
const STRATEGY: &[Place] = &[Place::At("action_plan.strategy")];

/// Why a rule on actions does not concern a dossier.
fn no_actions(facts: &Facts<'_>) -> Option<Finding> {
    let say = if facts.is_amendment {
        Say::PlanNotForAmendments
    } else if facts.actions.is_empty() {
        Say::NoAction
    } else {
        return None;
    };
    Some(Finding::new(Outcome::NotApplicable, say, ACTIONS))
}

/// A1. At least one action.
pub(super) fn actions(facts: &Facts<'_>) -> Finding {
    let (outcome, say) = match facts.actions.len() {
        _ if facts.is_amendment => (Outcome::NotApplicable, Say::PlanNotForAmendments),
        0 => (Outcome::Unknown, Say::NoAction),
        count => (Outcome::Met, Say::ActionsGiven { count }),
    };
    Finding::new(outcome, say, ACTIONS)
}

/// A2. Each action has a title and a summary of its operational aims.
pub(super) fn described(facts: &Facts<'_>) -> Finding {
    each_action(
        facts,
        |action, missing| {
            if action.action.title.get().is_none() {
                missing("title");
            }
            if action.action.summary.get().is_none() {
                missing("summary");
            }
        },
        |row, others| Say::ActionNotDescribed { row, others },
        Say::ActionsDescribed,
    )
}

/// A3. Each action serves at least one of the four priorities.
pub(super) fn priorities(facts: &Facts<'_>) -> Finding {
    each_action(
        facts,
        |action, missing| {
            if action.subjects & PRIORITIES == 0 {
                missing("priorities");
            }
        },
        |row, others| Say::ActionWithoutPriority { row, others },
        Say::ActionsServePriorities,
    )
}

/// What each action must have: unknown while one lacks it, never unmet.
fn each_action(
    facts: &Facts<'_>,
    look: impl Fn(&ActionFacts<'_>, &mut dyn FnMut(&'static str)),
    lacking: impl Fn(usize, usize) -> Say,
    complete: Say,
) -> Finding {
    if let Some(finding) = no_actions(facts) {
        return finding;
    }
    let mut places = Vec::new();
    let mut lack = Vec::new();
    for action in &facts.actions {
        let row = action.row;
        let before = places.len();
        look(action, &mut |field| places.push(Place::Row { list: LIST, row, field }));
        if places.len() > before {
            lack.push(row);
        }
    }
    match lack.first() {
        Some(row) => {
            let say = lacking(*row, lack.len() - 1);
            Finding::new(Outcome::Unknown, say, ACTIONS).at(places)
        }
        None => Finding::new(Outcome::Met, complete, ACTIONS),
    }
}

/// An action that gives both its first and its last month.
struct Dated {
    row: usize,
    under_way: bool,
    /// Also when it does not say.
    in_one_phase: bool,
    start: YearMonth,
    end: YearMonth,
}

impl Dated {
    /// Both months count.
    fn months(&self) -> i32 {
        self.end.index() - self.start.index() + 1
    }
}

fn dated<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = Dated> + use<'a> {
    facts.actions.iter().filter_map(|action| {
        let (start, end) = action.dates?;
        let in_one_phase = action.action.phases.copied().unwrap_or(1) <= 1;
        Some(Dated { row: action.row, under_way: action.under_way, in_one_phase, start, end })
    })
}

/// The rows of the dated actions for which something holds.
fn rows(facts: &Facts<'_>, holds: impl Fn(&Dated) -> bool) -> Vec<usize> {
    dated(facts).filter(holds).map(|dated| dated.row).collect()
}

/// Points to a field of each of these rows.
fn places(rows: &[usize], field: &'static str) -> Vec<Place> {
    rows.iter().map(|row| Place::Row { list: LIST, row: *row, field }).collect()
}

/// What each dated action must hold to; the others are left out.
fn each_dated(
    facts: &Facts<'_>,
    against: &[usize],
    field: &'static str,
    say: impl FnOnce(usize, usize) -> Say,
    fine: Say,
) -> Finding {
    if let Some(finding) = no_actions(facts) {
        return finding;
    }
    match against.first() {
        Some(row) => Finding::new(Outcome::Unmet, say(*row, against.len() - 1), ACTIONS)
            .at(places(against, field)),
        None if dated(facts).next().is_none() => {
            Finding::new(Outcome::NotApplicable, Say::ActionsWithoutDates, ACTIONS)
        }
        None => Finding::new(Outcome::Met, fine, ACTIONS),
    }
}

/// A4. Each action lasts no longer than advised; of one under way, the months before the programme
/// do not count, which is our reading.
pub(super) fn four_years(facts: &Facts<'_>) -> Finding {
    let Some(max) = facts.campaign.action_months_max.as_ref().map(|max| max.value) else {
        return silent(facts);
    };
    let from = facts.campaign.under_way_counts_from.as_ref().map(|from| from.value);
    let months = |dated: &Dated| match from {
        Some(from) if dated.under_way && dated.start < from => dated.end.index() - from.index() + 1,
        _ => dated.months(),
    };
    let too_long = |dated: &Dated| i64::from(months(dated)) > i64::from(max);
    let longest = dated(facts).map(|dated| months(&dated).max(0)).max();
    let first = dated(facts).find(too_long).map_or(0, |dated| months(&dated));
    let finding = each_dated(
        facts,
        &rows(facts, too_long),
        "end",
        |row, others| Say::ActionTooLong { row, months: first, max, others },
        Say::ActionsShortEnough { max },
    );
    match longest {
        Some(longest_months) if finding.outcome != Outcome::NotApplicable => {
            finding.with(Data::Durations { longest_months, max_months: max })
        }
        _ => finding,
    }
}

/// The campaign gives no figure to compare with.
fn silent(facts: &Facts<'_>) -> Finding {
    no_actions(facts)
        .unwrap_or_else(|| Finding::new(Outcome::Unknown, Say::CampaignSilent, ACTIONS))
}

/// A5. Each action ends within the programme.
pub(super) fn programme_end(facts: &Facts<'_>) -> Finding {
    let Some(end) = facts.campaign.programme_end.as_ref().map(|end| end.value) else {
        return silent(facts);
    };
    let last = YearMonth { year: end.year(), month: end.month().into() };
    let finding = each_dated(
        facts,
        &rows(facts, |dated| dated.end > last),
        "end",
        |row, others| Say::ActionEndsTooLate { row, others, end },
        Say::ActionsEndInTime,
    );
    finding.with(Data::ProgrammeEnd { programme_end: end })
}

/// A6. A long action in one phase: the source advises phases for the most complex ones. One that
/// does not say how many phases it has is told too.
pub(super) fn phased(facts: &Facts<'_>) -> Finding {
    if let Some(finding) = no_actions(facts) {
        return finding;
    }
    let above = facts.campaign.phase_advice_months.as_ref().map(|above| above.value);
    let long = rows(facts, |dated| {
        above.is_some_and(|above| i64::from(dated.months()) > i64::from(above))
            && dated.in_one_phase
    });
    match long.first() {
        Some(row) => {
            let say = Say::ActionToPhase { row: *row, others: long.len() - 1 };
            Finding::new(Outcome::Met, say, ACTIONS).at(places(&long, "phases"))
        }
        None => Finding::new(Outcome::NotApplicable, Say::NoActionToPhase, ACTIONS),
    }
}

/// A7. Many actions: the source advises the most mature and structuring ones. Above how many is
/// ours.
pub(super) fn focused(facts: &Facts<'_>) -> Finding {
    if let Some(finding) = no_actions(facts) {
        return finding;
    }
    let actions = facts.actions.len();
    let Some(advised) = facts.campaign.focused_actions.as_ref().map(|most| most.value) else {
        return Finding::new(Outcome::NotApplicable, Say::CampaignSilent, ACTIONS);
    };
    let (outcome, say) = match u32::try_from(actions) {
        Ok(few) if few <= advised => (Outcome::NotApplicable, Say::FewActions),
        _ => (Outcome::Met, Say::ManyActions { count: actions }),
    };
    Finding::new(outcome, say, ACTIONS).with(Data::Focus { actions, advised })
}

/// A8. Which priorities no action serves; covering all four is not required.
pub(super) fn priorities_covered(facts: &Facts<'_>) -> Finding {
    if let Some(finding) = no_actions(facts) {
        return finding;
    }
    let (mut all, mut served) = (Priorities::default(), Priorities::default());
    let words = facts.campaign.priorities.as_ref().map_or(&[][..], |words| words.value);
    for (priority, word) in Priority::ALL.iter().zip(Priority::WORDS) {
        if words.contains(word) {
            all.insert(*priority);
        }
    }
    let subjects = facts.actions.iter().fold(0, |all, action| all | action.subjects);
    let given = Priority::ALL.iter().filter(|priority| subjects >> **priority as u8 & 1 == 1);
    given.for_each(|priority| served.insert(*priority));
    let unserved = all.without(served);
    let (outcome, say) = match unserved.is_empty() {
        true => (Outcome::Met, Say::PrioritiesServed),
        false => (Outcome::Unmet, Say::PrioritiesUnserved { unserved }),
    };
    Finding::new(outcome, say, ACTIONS).with(Data::Unserved { unserved })
}

/// A9. An action does not end before it starts.
pub(super) fn dates(facts: &Facts<'_>) -> Finding {
    each_dated(
        facts,
        &rows(facts, |dated| dated.end < dated.start),
        "end",
        |row, others| Say::ActionDatesInverted { row, others },
        Say::ActionDatesInOrder,
    )
}

/// A10. How complete each future fiche-action is; none of it is asked at this stage.
pub(super) fn fiche_action(facts: &Facts<'_>) -> Finding {
    if let Some(finding) = no_actions(facts) {
        return finding;
    }
    let (mut actions, mut complete, mut first) = (0, 0, None);
    for &ActionFacts { row, action, .. } in &facts.actions {
        let (cost, start) = (action.cost.get().is_some(), action.start.get().is_some());
        let given = [
            (action.summary.get().is_some(), "summary"),
            (action.lead.get().is_some(), "lead"),
            (!action.partners.is_empty(), "partners"),
            (
                cost && action.financing_need.get().is_some(),
                if cost { "financing_need" } else { "cost" },
            ),
            (start && action.end.get().is_some(), if start { "end" } else { "start" }),
            (!action.indicators.is_empty(), "indicators"),
        ];
        let missing = given.iter().enumerate().filter(|(_, (given, _))| !given);
        let bits = missing.clone().fold(0, |bits, (i, _)| bits | 1 << i);
        actions += 1;
        if bits == 0 {
            complete += 1;
        } else if first.is_none() {
            let fields = missing.map(|(_, (_, field))| Place::Row { list: LIST, row, field });
            first = Some((row, FicheParts(bits), fields.collect()));
        }
    }
    let Some((row, missing, fields)) = first else {
        let missing = FicheParts::default();
        return Finding::new(Outcome::Met, Say::FichesComplete, ACTIONS).with(Data::Fiches {
            actions,
            complete,
            missing,
        });
    };
    let say = Say::FichesIncomplete { actions, complete, row, missing };
    Finding::new(Outcome::Unmet, say, ACTIONS).at(fields).with(Data::Fiches {
        actions,
        complete,
        missing,
    })
}

/// A11. Actions under way have their place in the plan.
pub(super) fn under_way(facts: &Facts<'_>) -> Finding {
    if let Some(finding) = no_actions(facts) {
        return finding;
    }
    let say = match facts.actions.iter().any(|action| action.under_way) {
        true => Say::ActionsUnderWay,
        false => Say::NoActionUnderWay,
    };
    Finding::new(Outcome::Met, say, ACTIONS)
}

/// A text of the plan, of an application.
fn text_of_plan(
    facts: &Facts<'_>,
    text: &Field<Text>,
    say: [Say; 2],
    places: &'static [Place],
) -> Finding {
    match facts.is_amendment {
        true => Finding::new(Outcome::NotApplicable, Say::PlanNotForAmendments, places),
        false => text_given(text, say, places),
    }
}

/// A12. Consistent with the regional scheme.
pub(super) fn srdeii(facts: &Facts<'_>) -> Finding {
    let text = &facts.dossier.action_plan.srdeii;
    text_of_plan(facts, text, [Say::SrdeiiGiven, Say::SrdeiiMissing], SRDEII)
}

/// A13. The plan answers local stakes.
pub(super) fn local_stakes(facts: &Facts<'_>) -> Finding {
    let text = &facts.dossier.action_plan.local_stakes;
    text_of_plan(facts, text, [Say::LocalStakesGiven, Say::LocalStakesMissing], LOCAL_STAKES)
}

/// A14. A few lines present the industrial strategy of the territory.
pub(super) fn strategy(facts: &Facts<'_>) -> Finding {
    let text = &facts.dossier.action_plan.strategy;
    text_of_plan(facts, text, [Say::StrategyGiven, Say::StrategyMissing], STRATEGY)
}

/// A15. Any structure may lead an action, at any scale.
pub(super) fn lead(facts: &Facts<'_>) -> Finding {
    no_actions(facts).unwrap_or_else(|| Finding::new(Outcome::Met, Say::AnyLead, ACTIONS))
}
