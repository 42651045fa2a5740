//! Chapter P: the perimeter.

use super::Facts;
use super::facts::Member;
use super::{text_given, yes_no};
use crate::check::{Data, Finding, Outcome, Place, Say};
use crate::dossier::Crte;

const EPCIS: &str = "perimeter.epcis";
const MEMBERS: &[Place] = &[Place::At(EPCIS)];
const OTHER_MEMBER_REASON: Place = Place::At("perimeter.other_member_reason");
const SINGLE_EPCI_REASON: &[Place] = &[Place::At("perimeter.single_epci_reason")];
const METROPOLE_REASON: &[Place] = &[Place::At("perimeter.metropole_reason")];
const EMPLOYMENT_AREA: &[Place] = &[Place::At("perimeter.employment_area")];

const CRTE: &[Place] = &[Place::At("perimeter.crte")];
const PROJECT_PERIMETERS: &[Place] = &[Place::At("perimeter.project_perimeters")];

fn row(row: usize) -> Place {
    Place::Row { list: EPCIS, row, field: "" }
}

/// P1. At least one member; a group is the base case.
pub(super) fn members(facts: &Facts<'_>) -> Finding {
    let count = facts.members.len();
    if count == 0 {
        return match facts.half_typed {
            Some(half) => {
                Finding::new(Outcome::Unknown, Say::NoMember, MEMBERS).at(vec![row(half)])
            }
            None => Finding::new(Outcome::Unknown, Say::NoMember, MEMBERS),
        };
    }
    let known = facts.members.iter().filter_map(|member| member.epci);
    let data = Data::Members {
        members: count,
        communes: known.clone().map(|epci| u32::from(epci.communes)).sum(),
        population: known.map(|epci| u64::from(epci.population)).sum(),
    };
    Finding::new(Outcome::Met, Say::MembersGiven { count }, MEMBERS).with(data)
}

/// What a rule on the SIREN of the members finds when nothing speaks against them.
fn nothing_against(facts: &Facts<'_>, fine: Say) -> Finding {
    match facts.half_typed {
        Some(half) => {
            let say = Say::SirenHalfTyped { row: half };
            Finding::new(Outcome::Unknown, say, MEMBERS).at(vec![row(half)])
        }
        None if facts.members.is_empty() => {
            Finding::new(Outcome::NotApplicable, Say::NoMemberYet, MEMBERS)
        }
        None => Finding::new(Outcome::Met, fine, MEMBERS),
    }
}

/// P2. Each member has nine digits whose Luhn key holds.
pub(super) fn siren(facts: &Facts<'_>) -> Finding {
    let wrong: Vec<Place> =
        facts.members.iter().filter(|member| !member.key_holds).map(|m| row(m.row)).collect();
    if let Some(Place::Row { row: first, .. }) = wrong.first().copied() {
        return Finding::new(Outcome::Unmet, Say::SirenKeyWrong { row: first }, MEMBERS).at(wrong);
    }
    nothing_against(facts, Say::SirenKeysHold)
}

/// P3. Each member is an EPCI à fiscalité propre or the métropole de Lyon; for another one, a
/// reason is asked, and is enough.
///
/// That a reason is enough is our reading: labelled territories hold EPT and isolated communes.
pub(super) fn epci_fiscalite_propre(facts: &Facts<'_>) -> Finding {
    let others: Vec<&Member> = facts
        .members
        .iter()
        .filter(|member| !member.epci.is_some_and(|epci| epci.kind.is_fiscalite_propre()))
        .collect();
    let reason = facts.dossier.perimeter.other_member_reason.get();
    match (others.first(), facts.half_typed) {
        (Some(first), _) if reason.is_none() => {
            let more = others.len() - 1;
            let say = match first.epci {
                Some(epci) => Say::EptNeedsReason { epci, others: more },
                None => Say::UnknownMemberNeedsReason {
                    row: first.row,
                    siren: first.siren,
                    others: more,
                },
            };
            let rows = others.iter().map(|member| row(member.row));
            let places = std::iter::once(OTHER_MEMBER_REASON).chain(rows).collect();
            Finding::new(Outcome::Unknown, say, MEMBERS).at(places)
        }
        (_, Some(half)) => {
            let say = Say::MemberNotComparable { row: half };
            Finding::new(Outcome::Unknown, say, MEMBERS).at(vec![row(half)])
        }
        (Some(_), None) => {
            let say = Say::OtherMembersExplained { count: others.len() };
            Finding::new(Outcome::Met, say, &[OTHER_MEMBER_REASON])
        }
        (None, None) if facts.members.is_empty() => {
            Finding::new(Outcome::NotApplicable, Say::NoMemberYet, MEMBERS)
        }
        (None, None) => Finding::new(Outcome::Met, Say::MembersAreEpci, MEMBERS),
    }
}

/// P4. Each member is given once; a SIREN given again is counted once everywhere.
pub(super) fn distinct_members(facts: &Facts<'_>) -> Finding {
    if let Some((first, siren)) = facts.repeated.first() {
        let others = facts.repeated.len() - 1;
        let say = Say::MemberRepeated { row: *first, siren: *siren, others };
        let rows = facts.repeated.iter().map(|(repeated, _)| row(*repeated)).collect();
        return Finding::new(Outcome::Unmet, say, MEMBERS).at(rows);
    }
    nothing_against(facts, Say::MembersDistinct)
}

/// P5. A single member has a reason: critical size, for instance by industrial specificities.
pub(super) fn single_epci(facts: &Facts<'_>) -> Finding {
    let (outcome, say) = if facts.members.len() != 1 || facts.half_typed.is_some() {
        (Outcome::NotApplicable, Say::SeveralMembers)
    } else if facts.dossier.perimeter.single_epci_reason.get().is_some() {
        (Outcome::Met, Say::SingleEpciReasonGiven)
    } else {
        (Outcome::Unknown, Say::SingleEpciReasonMissing)
    };
    Finding::new(outcome, say, SINGLE_EPCI_REASON)
}

/// P6. A métropole has a reason, on two grounds: major industrial transitions, and a particularly
/// ambitious project beyond its own area.
///
/// Asking it for a métropole among other members too is our reading.
pub(super) fn metropole(facts: &Facts<'_>) -> Finding {
    let mut known = facts.members.iter().filter_map(|member| member.epci);
    let (outcome, say) = match known.find(|epci| epci.kind.is_metropole()) {
        None => (Outcome::NotApplicable, Say::NoMetropole),
        Some(_) if facts.dossier.perimeter.metropole_reason.get().is_some() => {
            (Outcome::Met, Say::MetropoleReasonGiven)
        }
        Some(epci) => (Outcome::Unknown, Say::MetropoleReasonMissing { epci }),
    };
    Finding::new(outcome, say, METROPOLE_REASON)
}

/// P7. Why the perimeter is one bassin d'emploi with its own industrial logic.
pub(super) fn employment_area(facts: &Facts<'_>) -> Finding {
    let given = &facts.dossier.perimeter.employment_area;
    text_given(given, [Say::EmploymentAreaGiven, Say::EmploymentAreaMissing], EMPLOYMENT_AREA)
}

/// P8. Articulated with one or several CRTE.
pub(super) fn crte(facts: &Facts<'_>) -> Finding {
    let articulated = facts.dossier.perimeter.crte.copied().map(|crte| crte != Crte::No);
    yes_no(articulated, [Say::CrteGiven, Say::NoCrte, Say::CrteMissing], CRTE)
}

/// P9. Several départements: allowed.
pub(super) fn departements(facts: &Facts<'_>) -> Finding {
    let departements = facts.departements;
    several(departements.count(), Say::SeveralDepartements { departements }, Say::OneDepartement)
        .with(Data::Departements { departements })
}

/// P10. Several régions: allowed, and the actors of each are invited to the steering bodies.
pub(super) fn regions(facts: &Facts<'_>) -> Finding {
    let regions = facts.regions;
    several(regions.count(), Say::SeveralRegions { regions }, Say::OneRegion)
        .with(Data::Regions { regions })
}

fn several(count: u32, several: Say, one: Say) -> Finding {
    match count {
        0 => Finding::new(Outcome::NotApplicable, Say::NoMemberYet, MEMBERS),
        1 => Finding::new(Outcome::NotApplicable, one, MEMBERS),
        _ => Finding::new(Outcome::Met, several, MEMBERS),
    }
}

/// P11. It matches existing project perimeters or governances.
pub(super) fn project_perimeters(facts: &Facts<'_>) -> Finding {
    let (outcome, say) = match facts.dossier.perimeter.project_perimeters.is_empty() {
        true => (Outcome::Unknown, Say::ProjectPerimetersMissing),
        false => (Outcome::Met, Say::ProjectPerimetersGiven),
    };
    Finding::new(outcome, say, PROJECT_PERIMETERS)
}
