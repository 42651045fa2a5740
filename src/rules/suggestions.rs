//! Chapter S: offers of the toolbox that fit what the dossier says. None of them is a rule.

use super::Facts;
use crate::campaign::{Offer, Subject};
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
    let shock = facts.dossier.flags.industrial_shock.copied() == Some(true);
    let suggested = |offer: &'static Offer| {
        if shock && offer.subjects >> Subject::IndustrialShock as u8 & 1 == 1 {
            return Some(Suggested { offer, places: SHOCK.into() });
        }
        let fits = facts.actions.iter().filter(|action| offer.subjects & action.subjects != 0);
        let list = "action_plan.actions";
        let places: Vec<Place> =
            fits.map(|action| Place::Row { list, row: action.row, field: "" }).collect();
        (!places.is_empty()).then(|| Suggested { offer, places: places.into() })
    };
    facts.campaign.offers.iter().filter_map(suggested).collect()
}
