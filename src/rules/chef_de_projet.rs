//! Chapter F: the chef de projet. No rule of this chapter changes the verdict.

use super::facts::Membership;
use super::{Facts, members_to_complete, post, yes_no};
use crate::check::{Data, Finding, Outcome, Place, PostPart, Say};
use crate::dossier::{ChefDeProjet, FunderKind, Host, HostKind};
use crate::money::Cents;
use crate::scale::Status;

const HOST_KIND: &[Place] = &[Place::At("chef_de_projet.host.kind")];
const HOST_EPCIS: &[Place] = &[Place::At("chef_de_projet.host.epcis")];
const HOST_NAME: &[Place] = &[Place::At("chef_de_projet.host.name")];
const HOST_WISHED: &[Place] = &[Place::At("chef_de_projet.host.wished_by_epcis")];
const HOST_OPINIONS: &[Place] = &[Place::At("chef_de_projet.host.opinions_sought")];
const WHOLE_TERRITORY: &[Place] = &[Place::At("chef_de_projet.serves_whole_territory")];
const LEVEL: &[Place] = &[Place::At("chef_de_projet.fragility_level")];
const SCALE: &[Place] = &[Place::At("chef_de_projet.scale")];
const POST: &[Place] = &[Place::At("chef_de_projet.annual_cost")];
const OTHER_FUNDING: &[Place] = &[Place::At("chef_de_projet.other_funding")];
const MONTHS: &[Place] = &[Place::At("chef_de_projet.months")];
const START: &[Place] = &[Place::At("chef_de_projet.start")];
const SHARED_WITH: &[Place] = &[Place::At("chef_de_projet.shared_with")];
const CHEF_DE_PROJET: &[Place] = &[Place::At("chef_de_projet")];

/// Runs a rule on the post, once something of it is answered.
fn on_post(
    facts: &Facts<'_>,
    places: &'static [Place],
    look: impl FnOnce(&ChefDeProjet) -> Finding,
) -> Finding {
    match facts.chef_de_projet {
        Some(chef) => look(chef),
        None => Finding::new(Outcome::NotApplicable, Say::NoPost, places),
    }
}

/// F1. One member carries the post, or several together, or another structure that they wish.
pub(super) fn host(facts: &Facts<'_>) -> Finding {
    on_post(facts, HOST_KIND, |chef| match chef.host.kind.copied() {
        None => Finding::new(Outcome::Unknown, Say::HostKindMissing, HOST_KIND),
        Some(HostKind::Other) => other_host(&chef.host),
        Some(kind) => member_hosts(facts, &chef.host, kind == HostKind::Shared),
    })
}

fn member_hosts(facts: &Facts<'_>, host: &Host, shared: bool) -> Finding {
    let place = |row| Place::Row { list: "chef_de_projet.host.epcis", row, field: "" };
    let mut distinct = Vec::new();
    let mut open = None;
    for (row, epci) in host.epcis.iter() {
        match facts.membership(epci) {
            Some(Membership::NoMember(siren)) => {
                return Finding::new(Outcome::Unmet, Say::HostOutside { row, siren }, HOST_EPCIS)
                    .at(vec![place(row), Place::At("chef_de_projet.host.kind")]);
            }
            Some(unknown @ (Membership::HalfTyped | Membership::MembersOpen)) => {
                open.get_or_insert((row, unknown));
            }
            _ => {}
        }
        let siren = epci.get().and_then(|epci| epci.siren.number());
        if !distinct.contains(&siren) {
            distinct.push(siren);
        }
    }
    let (outcome, say) = match (distinct.len(), shared) {
        (0, _) => (Outcome::Unknown, Say::HostEpciMissing),
        (1, true) => (Outcome::Unknown, Say::HostsTooFew),
        (2.., false) if open.is_none() => (Outcome::Unmet, Say::HostsTooMany),
        _ => match open {
            Some((_, Membership::MembersOpen)) => return members_to_complete(),
            Some((row, _)) => {
                let say = Say::HostNotComparable { row };
                return Finding::new(Outcome::Unknown, say, HOST_EPCIS).at(vec![place(row)]);
            }
            None if shared => (Outcome::Met, Say::HostsAreMembers),
            None => (Outcome::Met, Say::HostIsMember),
        },
    };
    Finding::new(outcome, say, HOST_EPCIS)
}

fn other_host(host: &Host) -> Finding {
    match host.wished_by_epcis.copied() {
        Some(false) => Finding::new(Outcome::Unmet, Say::HostNotWished, HOST_WISHED),
        _ if host.name.get().is_none() => {
            Finding::new(Outcome::Unknown, Say::HostNameMissing, HOST_NAME)
        }
        None => Finding::new(Outcome::Unknown, Say::HostWishMissing, HOST_WISHED),
        Some(true) => Finding::new(Outcome::Met, Say::OtherHostWished, HOST_NAME),
    }
}

/// F2. The opinion of the EPCI on host and profile is sought, whatever the host.
pub(super) fn opinions(facts: &Facts<'_>) -> Finding {
    on_post(facts, HOST_OPINIONS, |chef| {
        let say = [Say::HostOpinionsSought, Say::HostOpinionsNotSought, Say::HostOpinionsMissing];
        yes_no(chef.host.opinions_sought.copied(), say, HOST_OPINIONS)
    })
}

/// F3. The chef de projet works for the whole labelled territory.
pub(super) fn whole_territory(facts: &Facts<'_>) -> Finding {
    on_post(facts, WHOLE_TERRITORY, |chef| {
        let say = [Say::WholeTerritory, Say::NotWholeTerritory, Say::WholeTerritoryMissing];
        yes_no(chef.serves_whole_territory.copied(), say, WHOLE_TERRITORY)
    })
}

/// F4. A level of fragility of the scale in force, with a rate to simulate.
///
/// The levels are ours: the source gives none.
pub(super) fn level(facts: &Facts<'_>) -> Finding {
    on_post(facts, LEVEL, |chef| match (chef.fragility_level.get(), facts.level()) {
        _ if facts.scale.levels.iter().all(|level| level.rate.is_none()) => {
            Finding::new(Outcome::Unknown, Say::ScaleWithoutRate, SCALE)
        }
        (None, _) => Finding::new(Outcome::Unknown, Say::LevelMissing, LEVEL),
        (Some(_), None) => Finding::new(Outcome::Unknown, Say::LevelNotInScale, LEVEL),
        (Some(_), Some(level)) if level.rate.is_none() => {
            Finding::new(Outcome::Unknown, Say::LevelWithoutRate, LEVEL)
        }
        (Some(_), Some(_)) => Finding::new(Outcome::Met, Say::LevelGiven, LEVEL),
    })
}

/// F5. Cost, working time, start and months are given and in range.
pub(super) fn post(facts: &Facts<'_>) -> Finding {
    on_post(facts, POST, |chef| {
        let Err(gaps) = post::post(chef) else {
            return Finding::new(Outcome::Met, Say::PostGiven, POST);
        };
        let (outcome, parts, say): (_, _, fn(_, _) -> Say) = if gaps.out_of_range.is_empty() {
            (Outcome::Unknown, gaps.missing, |part, others| Say::PostPartMissing { part, others })
        } else {
            (Outcome::Unmet, gaps.out_of_range, |part, others| match part {
                PostPart::AnnualCost => Say::AnnualCostOutOfRange { others },
                PostPart::WorkingTime => Say::WorkingTimeOutOfRange { others },
                PostPart::Start => Say::StartOutOfRange { others },
                PostPart::Months => Say::MonthsOutOfRange { others },
            })
        };
        let Some(first) = parts.first() else {
            return Finding::new(Outcome::Unknown, Say::NoPlan, POST);
        };
        Finding::new(outcome, say(*first, parts.len() - 1), POST)
            .at(parts.iter().map(|part| part.place()).collect())
    })
}

/// Without a plan, what would make one.
fn no_plan(facts: &Facts<'_>, chef: &ChefDeProjet) -> Finding {
    let finding = |say, places| Finding::new(Outcome::Unknown, say, places);
    match post::funder_without_amount(chef) {
        Some(row) if post::post(chef).is_ok() && facts.level().is_some() => {
            let list = "chef_de_projet.other_funding";
            finding(Say::OtherFundingAmountMissing { row }, OTHER_FUNDING).at(vec![Place::Row {
                list,
                row,
                field: "amount",
            }])
        }
        _ => finding(Say::NoPlan, if post::post(chef).is_ok() { LEVEL } else { POST }),
    }
}

/// F6. The State and the other funders together do not exceed the cost of the post.
pub(super) fn not_over_funded(facts: &Facts<'_>) -> Finding {
    on_post(facts, OTHER_FUNDING, |chef| {
        let Some(plan) = &facts.plan else { return no_plan(facts, chef) };
        let (outcome, say) = match plan.excess {
            Some(excess) => (Outcome::Unmet, Say::OverFunded { excess }),
            None => (Outcome::Met, Say::NotOverFunded),
        };
        let excess = plan.excess.unwrap_or(Cents(0));
        Finding::new(outcome, say, OTHER_FUNDING).with(Data::Excess { excess })
    })
}

/// F7. Every month is cofinanced, and the post starts while the scale is valid.
///
/// That months after the programme are not cofinanced is our hypothesis.
pub(super) fn within_programme(facts: &Facts<'_>) -> Finding {
    on_post(facts, MONTHS, |chef| {
        let (Some(plan), Some(start), Some(months)) =
            (&facts.plan, chef.start.copied(), chef.months.copied())
        else {
            return no_plan(facts, chef);
        };
        let beyond = plan.not_cofinanced.months();
        let too_soon = facts.scale.valid_from.is_some_and(|from| start < from);
        let too_late = facts.scale.valid_to.is_some_and(|to| start > to);
        let (outcome, say, places) = if too_soon || too_late {
            (Outcome::Unmet, Say::StartOutsideScale, START)
        } else if beyond > 0 {
            (Outcome::Unmet, Say::MonthsNotCofinanced { months: beyond }, MONTHS)
        } else {
            (Outcome::Met, Say::WithinProgramme, MONTHS)
        };
        let cofinanced_months = months.saturating_sub(beyond);
        Finding::new(outcome, say, places).with(Data::Months { months, cofinanced_months })
    })
}

/// F8. Sharing the post with another programme of the ANCT: only the part given to this one counts.
pub(super) fn synergies(facts: &Facts<'_>) -> Finding {
    on_post(facts, SHARED_WITH, |chef| match chef.shared_with.get() {
        Some(_) => Finding::new(Outcome::Met, Say::SharedPost, SHARED_WITH),
        None => Finding::new(Outcome::NotApplicable, Say::NotShared, SHARED_WITH),
    })
}

/// F9. A collectivité keeps a share of the cost.
pub(super) fn cofinancing(facts: &Facts<'_>) -> Finding {
    on_post(facts, OTHER_FUNDING, |chef| {
        let Some(plan) = &facts.plan else { return no_plan(facts, chef) };
        let paying =
            || chef.other_funding.iter().filter(|(_, f)| f.amount.copied() > Some(Cents(0)));
        let collectivite = |kind: Option<FunderKind>| kind == Some(FunderKind::Collectivite);
        let keeps = plan.totals.local > Some(Cents(0))
            || paying().any(|(_, funder)| collectivite(funder.kind.copied()));
        if keeps {
            let say = Say::CollectiviteKeepsAShare;
            return Finding::new(Outcome::Met, say, OTHER_FUNDING);
        }
        match paying().find(|(_, funder)| funder.kind.get().is_none()) {
            Some((row, _)) => {
                let list = "chef_de_projet.other_funding";
                Finding::new(Outcome::Unknown, Say::FunderKindDecides { row }, OTHER_FUNDING)
                    .at(vec![Place::Row { list, row, field: "kind" }])
            }
            None => Finding::new(Outcome::Unmet, Say::NoShareOfCollectivites, OTHER_FUNDING),
        }
    })
}

/// F10. What the figures of the scale are worth, when it is not official.
pub(super) fn scale_status(facts: &Facts<'_>) -> Finding {
    on_post(facts, SCALE, |_| match facts.scale.status {
        Status::Official => Finding::new(Outcome::NotApplicable, Say::OfficialScale, SCALE),
        _ => Finding::new(Outcome::Met, Say::ScaleStatus, SCALE),
    })
}

/// F11. Missions and interlocutors of the post, as a help for its job description.
pub(super) fn missions(facts: &Facts<'_>) -> Finding {
    on_post(facts, CHEF_DE_PROJET, |_| Finding::new(Outcome::Met, Say::Missions, CHEF_DE_PROJET))
}

/// F12. A post in each territory is an objective, not an entitlement.
pub(super) fn objective(facts: &Facts<'_>) -> Finding {
    on_post(facts, CHEF_DE_PROJET, |_| Finding::new(Outcome::Met, Say::Objective, CHEF_DE_PROJET))
}
