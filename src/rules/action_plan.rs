//! Chapter A: the action plan. None of it concerns an amendment: that is our reading of FAQ 2.3.

use super::Facts;
use crate::check::{Finding, Outcome, Place, Say};
use crate::dossier::Action;

const LIST: &str = "action_plan.actions";
const ACTIONS: &[Place] = &[Place::At(LIST)];

/// A1. At least one action.
pub(super) fn actions(facts: &Facts<'_>) -> Finding {
    let (outcome, say) = match facts.dossier.action_plan.actions.iter().count() {
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
            if action.title.get().is_none() {
                missing("title");
            }
            if action.summary.get().is_none() {
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
            if action.priorities.is_empty() {
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
    look: impl Fn(&Action, &mut dyn FnMut(&'static str)),
    lacking: impl Fn(usize, usize) -> Say,
    complete: Say,
) -> Finding {
    let actions = &facts.dossier.action_plan.actions;
    if facts.is_amendment {
        return Finding::new(Outcome::NotApplicable, Say::PlanNotForAmendments, ACTIONS);
    }
    if actions.is_empty() {
        return Finding::new(Outcome::NotApplicable, Say::NoAction, ACTIONS);
    }
    let mut places = Vec::new();
    let mut lack = Vec::new();
    for (row, action) in actions.iter() {
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
