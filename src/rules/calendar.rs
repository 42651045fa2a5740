//! Chapter C: calendar and procedure; chapter W: where attention is drawn.

use super::{Facts, members_to_complete};
use crate::campaign;
use crate::check::{Data, Finding, Outcome, Place, Say};
use crate::directory;
use crate::dossier::{OpinionBody, OpinionGiven};

const FILED_ON: &[Place] = &[Place::At("filed_on")];
const LABELLED: &[Place] = &[Place::At("labelled_2019_2022")];
const OPINIONS: &[Place] = &[Place::At("perimeter.opinions")];
const EPCIS: &[Place] = &[Place::At("perimeter.epcis")];
const KIND: &[Place] = &[Place::At("kind")];
const PARTS: &[Place] =
    &[Place::At("perimeter"), Place::At("governance"), Place::At("action_plan")];
const AMENDABLE: &[Place] = &[Place::At("perimeter"), Place::At("governance")];

/// What concerns applications only, or amendments only.
fn told_to(applies: bool, say: Say, otherwise: Say, places: &'static [Place]) -> Finding {
    match applies {
        true => Finding::new(Outcome::Met, say, places),
        false => Finding::new(Outcome::NotApplicable, otherwise, places),
    }
}

/// C1. Filed within the window of the call, both days included, in Paris.
///
/// Before filing, the day of reference stands for the day of filing, except before the opening:
/// then there is still time, and nothing is known. A day of reference that no campaign covers is
/// told.
pub(super) fn window(facts: &Facts<'_>) -> Finding {
    let uncovered = !campaign::covers(facts.day);
    if facts.is_amendment {
        let say = match uncovered {
            true => Say::DayWithoutCampaign { day: facts.day },
            false => Say::WindowNotForAmendments,
        };
        return Finding::new(Outcome::NotApplicable, say, FILED_ON);
    }
    let campaign = facts.campaign;
    let (Some(opens), Some(closes)) = (&campaign.window_opens, &campaign.window_closes) else {
        return Finding::new(Outcome::Unknown, Say::CampaignSilent, FILED_ON);
    };
    let (opens, closes) = (opens.value, closes.value);
    let filed = facts.dossier.filed_on.copied();
    let day = filed.unwrap_or(facts.day);
    let late = (day - closes).whole_days();
    let early = (opens - day).whole_days();
    let left = (closes - facts.day).whole_days().max(0);
    let (outcome, say) = match filed {
        Some(filed) if early > 0 => {
            (Outcome::Unmet, Say::FiledTooEarly { filed, opens, days: early })
        }
        Some(filed) if late > 0 => {
            (Outcome::Unmet, Say::FiledTooLate { filed, closes, days: late })
        }
        Some(filed) => (Outcome::Met, Say::FiledInTime { filed }),
        None if early > 0 && uncovered => (Outcome::Unknown, Say::DayWithoutCampaign { day }),
        None if late > 0 && uncovered => {
            (Outcome::Unmet, Say::CallIsOverAndNoCampaign { closes, day })
        }
        None if early > 0 => (Outcome::Unknown, Say::CallNotOpenYet { opens, days: early }),
        None if late > 0 => (Outcome::Unmet, Say::CallIsOver { closes, days: late }),
        None if left == 0 => (Outcome::Met, Say::CallEndsToday { closes }),
        None => (Outcome::Met, Say::CallIsOpen { closes, days: left }),
    };
    let days_late = (late > 0).then_some(late);
    Finding::new(outcome, say, FILED_ON).with(Data::Window {
        opens,
        closes,
        days_left: left,
        days_late,
    })
}

/// C2. A territory of the former phase applies again; its actions are sorted again.
pub(super) fn former_territory(facts: &Facts<'_>) -> Finding {
    let labelled = facts.dossier.labelled_2019_2022.copied() == Some(true);
    let applies = labelled && !facts.is_amendment && facts.campaign.former_phase.is_some();
    told_to(applies, Say::FormerTerritory, Say::NotFormerTerritory, LABELLED)
}

/// C3. For an amendment, both opinions of each région of the perimeter are favourable.
///
/// Reading one opinion of each body in each région of the members is ours: the source speaks of
/// the conseil régional and of the State's services in the région.
pub(super) fn amendment_opinions(facts: &Facts<'_>) -> Finding {
    if !facts.is_amendment {
        return Finding::new(Outcome::NotApplicable, Say::OpinionsNotForApplications, OPINIONS);
    }
    let opinions = &facts.dossier.perimeter.opinions;
    let mut missing = Vec::new();
    let mut regions = facts.regions;
    // Where a member that the directory does not have lies, the opinions say.
    if facts.members.iter().any(|member| member.epci.is_none()) {
        for (_, opinion) in opinions.iter() {
            if let Some(region) = opinion.region.copied().and_then(|code| directory::region(code.0))
            {
                regions.insert(region);
            }
        }
    }
    for region in regions.iter().map(|region| region.code) {
        for body in [OpinionBody::ConseilRegional, OpinionBody::State] {
            let says = |wanted| {
                let mut rows = opinions.iter();
                rows.find(|(_, opinion)| {
                    opinion.body.copied() == Some(body)
                        && opinion.region.copied().is_some_and(|code| code.0 == region)
                        && opinion.opinion.copied() == Some(wanted)
                })
            };
            if let Some((row, _)) = says(OpinionGiven::Unfavourable) {
                let say = Say::OpinionUnfavourable { region, body };
                let list = "perimeter.opinions";
                return Finding::new(Outcome::Unmet, say, OPINIONS).at(vec![Place::Row {
                    list,
                    row,
                    field: "opinion",
                }]);
            }
            if says(OpinionGiven::Favourable).is_none() {
                missing.push((region, body));
            }
        }
    }
    let of_nobody = opinions.iter().find_map(|(row, opinion)| {
        let lacks = match (opinion.region.get(), opinion.body.get()) {
            (None, _) => "region",
            (_, None) => "body",
            _ => return None,
        };
        let unfavourable = opinion.opinion.copied() == Some(OpinionGiven::Unfavourable);
        unfavourable.then_some(Place::Row { list: "perimeter.opinions", row, field: lacks })
    });
    if let Some(place) = of_nobody {
        return Finding::new(Outcome::Unknown, Say::OpinionOfNobody, OPINIONS).at(vec![place]);
    }
    match missing.first() {
        _ if facts.members.is_empty() || facts.members_open => members_to_complete(),
        None if regions.count() == 0 => {
            let say =
                Say::OpinionMissing { region: "", body: OpinionBody::ConseilRegional, others: 1 };
            Finding::new(Outcome::Unknown, say, OPINIONS)
        }
        Some((region, body)) => {
            let say = Say::OpinionMissing { region, body: *body, others: missing.len() - 1 };
            Finding::new(Outcome::Unknown, say, OPINIONS)
        }
        None => Finding::new(Outcome::Met, Say::OpinionsFavourable, OPINIONS),
    }
}

/// C4. Where questions go: roles, neither names nor addresses.
pub(super) fn contacts(facts: &Facts<'_>) -> Finding {
    let regions = facts.regions;
    let say = match regions.count() {
        0 => Say::ContactsOfAnyRegion,
        _ => Say::Contacts { regions },
    };
    Finding::new(Outcome::Met, say, EPCIS).with(Data::Regions { regions })
}

/// C5. What an application holds.
pub(super) fn three_parts(facts: &Facts<'_>) -> Finding {
    told_to(!facts.is_amendment, Say::ThreeParts, Say::NotForAmendments, PARTS)
}

/// C6. What follows the filing.
pub(super) fn after_filing(facts: &Facts<'_>) -> Finding {
    let (Some(selection), Some(map)) = (&facts.campaign.selection, &facts.campaign.map) else {
        return Finding::new(Outcome::NotApplicable, Say::CampaignSilent, FILED_ON);
    };
    let say = Say::AfterFiling { selection: &selection.value, map: &map.value };
    told_to(!facts.is_amendment, say, Say::NotForAmendments, FILED_ON)
}

/// C7. An amendment is at the margin.
pub(super) fn amendment_scope(facts: &Facts<'_>) -> Finding {
    let places = if facts.is_amendment { AMENDABLE } else { KIND };
    told_to(facts.is_amendment, Say::AmendmentScope, Say::OnlyForAmendments, places)
}

/// W1. The selection gives particular attention to territories in industrial change.
pub(super) fn mutation(facts: &Facts<'_>) -> Finding {
    let flagged = facts.dossier.flags.industrial_mutation.copied() == Some(true);
    let places = &[Place::At("flags.industrial_mutation")];
    told_to(flagged, Say::IndustrialMutation, Say::NoIndustrialMutation, places)
}

/// W2. Likewise to fragile territories; it changes no level of fragility and proves nothing.
pub(super) fn fragile(facts: &Facts<'_>) -> Finding {
    let flagged = facts.dossier.flags.fragile_territory.copied() == Some(true);
    let places = &[Place::At("flags.fragile_territory")];
    told_to(flagged, Say::FragileTerritory, Say::NotFragileTerritory, places)
}
