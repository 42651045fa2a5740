//! Chapter S: offers of the toolbox that fit what the dossier says. None of them is a rule.

use super::Facts;
use crate::campaign::Offer;
use crate::check::{Place, Places};

/// An offer, with what it fits.
#[derive(Clone, Debug)]
pub(crate) struct Suggested {
    pub offer: &'static Offer,
    /// The actions, or the flag of the territory.
    pub places: Places,
}

/// Offers stand once in the data of their campaign.
impl PartialEq for Suggested {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.offer, other.offer) && self.places == other.places
    }
}

const SHOCK: &[Place] = &[Place::At("flags.industrial_shock")];

/// The offers of the campaign that fit, in the order of its data.
pub(crate) fn suggestions(facts: &Facts<'_>) -> Vec<Suggested> {
    // Subjects are the priorities, then the themes, then the flag: a test holds them together.
    let actions: Vec<(usize, u8)> = facts
        .dossier
        .action_plan
        .actions
        .iter()
        .map(|(row, action)| {
            let priorities = action.priorities.iter().filter_map(|(_, priority)| priority.copied());
            let themes = action.themes.iter().filter_map(|(_, theme)| theme.copied());
            let subjects = priorities.fold(0, |all, priority| all | 1 << priority as u8);
            (row, themes.fold(subjects, |all, theme| all | 1 << (4 + theme as u8)))
        })
        .collect();
    let shock = facts.dossier.flags.industrial_shock.copied() == Some(true);
    let suggested = |offer: &'static Offer| {
        if shock && offer.subjects >> 7 & 1 == 1 {
            return Some(Suggested { offer, places: SHOCK.into() });
        }
        let fits = actions.iter().filter(|(_, subjects)| offer.subjects & subjects != 0);
        let list = "action_plan.actions";
        let places: Vec<Place> =
            fits.map(|(row, _)| Place::Row { list, row: *row, field: "" }).collect();
        (!places.is_empty()).then(|| Suggested { offer, places: places.into() })
    };
    facts.campaign.offers.iter().filter_map(suggested).collect()
}
