//! Chapter C: calendar and procedure.

use super::Facts;
use crate::check::{Data, Finding, Outcome, Place, Say};
use crate::dossier::{OpinionBody, OpinionGiven};

const FILED_ON: &[Place] = &[Place::At("filed_on")];
const OPINIONS: &[Place] = &[Place::At("perimeter.opinions")];

/// C1. Filed within the window of the call, both days included, in Paris.
///
/// Before filing, the day of reference stands for the day of filing, except before the opening:
/// then there is still time, and nothing is known.
pub(super) fn window(facts: &Facts<'_>) -> Finding {
    if facts.is_amendment {
        return Finding::new(Outcome::NotApplicable, Say::WindowNotForAmendments, FILED_ON);
    }
    let campaign = facts.campaign;
    let (Some(opens), Some(closes)) = (&campaign.window_opens, &campaign.window_closes) else {
        return Finding::new(Outcome::Unknown, Say::WindowUnknown, FILED_ON);
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
        None if early > 0 => (Outcome::Unknown, Say::CallNotOpenYet { opens, days: early }),
        None if late > 0 => (Outcome::Unmet, Say::CallIsOver { closes, days: late }),
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
    let mut regions = Vec::new();
    for region in facts.members.iter().filter_map(|member| member.epci).flat_map(|e| e.regions()) {
        if !regions.contains(&region.code) {
            regions.push(region.code);
        }
    }
    for region in &regions {
        for body in [OpinionBody::ConseilRegional, OpinionBody::State] {
            let says = |wanted| {
                let mut rows = opinions.iter();
                rows.find(|(_, opinion)| {
                    opinion.body.copied() == Some(body)
                        && opinion.region.copied().is_some_and(|code| code.0 == *region)
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
                missing.push((*region, body));
            }
        }
    }
    match missing.first() {
        _ if regions.is_empty() || facts.members_open => Finding::new(
            Outcome::Unknown,
            Say::OpinionsNeedMembers,
            &[Place::At("perimeter.epcis")],
        ),
        Some((region, body)) => {
            let say = Say::OpinionMissing { region, body: *body, others: missing.len() - 1 };
            Finding::new(Outcome::Unknown, say, OPINIONS)
        }
        None => Finding::new(Outcome::Met, Say::OpinionsFavourable, OPINIONS),
    }
}
