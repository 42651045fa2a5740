//! Chapter G: the governance.

use super::facts::Membership;
use super::{Facts, members_to_complete, yes_no};
use crate::check::{Consultations, Data, Finding, Outcome, Place, Say};
use crate::dossier::{BinomeStatus, Consulted, LetterStatus, Part};

const ELU_NAME: Place = Place::Row { list: "governance.elus", row: 0, field: "name" };
const INDUSTRIEL_NAME: Place = Place::Row { list: "governance.industriels", row: 0, field: "name" };
const BINOME_STATUS: Place = Place::At("governance.binome_status");
const ENLARGED_REASON: &[Place] = &[Place::At("governance.enlarged_reason")];
const ELUS: &[Place] = &[Place::At("governance.elus")];
const STEERING_COMMITTEE: &[Place] = &[Place::At("governance.steering_committee")];
const LETTERS: &[Place] = &[Place::At("governance.letters")];
const REPORTING: &[Place] = &[Place::At("governance.reporting_commitment")];
const GOVERNANCE: &[Place] = &[Place::At("governance")];
const CONSULTED: &[Place] = &[Place::At("governance.consulted")];
const NETWORK: &[Place] =
    &[Place::At("governance.network_commitment"), Place::At("governance.partners")];

/// G1. A binôme of an élu and an industriel, or one for each member, or being identified.
///
/// Never unmet: the source says that it must not block.
pub(super) fn binome(facts: &Facts<'_>) -> Finding {
    let governance = &facts.dossier.governance;
    let in_binome = |part: Option<Part>| part.unwrap_or(Part::Binome) == Part::Binome;
    let elu = governance
        .elus
        .iter()
        .any(|(_, elu)| elu.name.get().is_some() && in_binome(elu.part.copied()));
    let industriel = governance
        .industriels
        .iter()
        .any(|(_, one)| one.name.get().is_some() && in_binome(one.part.copied()));
    let for_each_member = !facts.members.is_empty()
        && !facts.members_open
        && facts.members.iter().all(|member| {
            governance.binomes_by_epci.iter().any(|(_, binome)| {
                binome.elu.get().is_some()
                    && binome.industriel.get().is_some()
                    && binome.epci.get().and_then(|epci| epci.siren.number()) == Some(member.siren)
            })
        });
    let being_identified = governance.binome_status.copied() == Some(BinomeStatus::BeingIdentified);
    match (elu, industriel) {
        (true, true) => Finding::new(Outcome::Met, Say::BinomeNamed, &[ELU_NAME, INDUSTRIEL_NAME]),
        _ if for_each_member => Finding::new(
            Outcome::Met,
            Say::BinomeForEachMember,
            &[Place::At("governance.binomes_by_epci")],
        ),
        _ if being_identified => {
            Finding::new(Outcome::Met, Say::BinomeBeingIdentified, &[BINOME_STATUS])
        }
        (true, false) => Finding::new(
            Outcome::Unknown,
            Say::IndustrielMissing,
            &[INDUSTRIEL_NAME, BINOME_STATUS],
        ),
        (false, true) => {
            Finding::new(Outcome::Unknown, Say::EluMissing, &[ELU_NAME, BINOME_STATUS])
        }
        (false, false) => Finding::new(
            Outcome::Unknown,
            Say::BinomeMissing,
            &[ELU_NAME, INDUSTRIEL_NAME, BINOME_STATUS],
        ),
    }
}

/// G2. More than one élu or industriel: why, and how it works. Substitutes do not count.
pub(super) fn enlarged(facts: &Facts<'_>) -> Finding {
    let governance = &facts.dossier.governance;
    let leads = |part: Option<Part>| part != Some(Part::Substitute);
    let elus = governance.elus.iter().filter(|(_, elu)| leads(elu.part.copied())).count();
    let industriels =
        governance.industriels.iter().filter(|(_, one)| leads(one.part.copied())).count();
    let (outcome, say) = if elus <= 1 && industriels <= 1 {
        (Outcome::NotApplicable, Say::OnlyABinome)
    } else if governance.enlarged_reason.get().is_some() {
        (Outcome::Met, Say::EnlargedReasonGiven)
    } else {
        (Outcome::Unknown, Say::EnlargedReasonMissing { elus, industriels })
    };
    Finding::new(outcome, say, ENLARGED_REASON).with(Data::Leaders { elus, industriels })
}

/// G3. Each élu whose EPCI is given holds a mandate in a member: our test of a binôme that stands
/// for the territory.
pub(super) fn elu_of_territory(facts: &Facts<'_>) -> Finding {
    let place = |row| Place::Row { list: "governance.elus", row, field: "epci" };
    let (mut outside, mut open) = (Vec::new(), Vec::new());
    let (mut inside, mut members_open) = (false, false);
    let mut first = None;
    for (row, elu) in facts.dossier.governance.elus.iter() {
        match facts.membership(&elu.epci) {
            Some(Membership::NoMember(siren)) => {
                first.get_or_insert((row, siren));
                outside.push(place(row));
            }
            Some(Membership::HalfTyped) => open.push((row, place(row))),
            Some(Membership::MembersOpen) => members_open = true,
            Some(Membership::Member) => inside = true,
            None => {}
        }
    }
    match (first, open.first()) {
        (Some((row, siren)), _) => {
            Finding::new(Outcome::Unmet, Say::EluOutside { row, siren }, ELUS).at(outside)
        }
        (None, Some((row, _))) => {
            let say = Say::EluNotComparable { row: *row };
            let places = open.iter().map(|(_, place)| *place).collect();
            Finding::new(Outcome::Unknown, say, ELUS).at(places)
        }
        (None, None) if members_open => members_to_complete(),
        (None, None) if inside => Finding::new(Outcome::Met, Say::ElusOfTerritory, ELUS),
        (None, None) => Finding::new(Outcome::NotApplicable, Say::NoEluEpci, ELUS),
    }
}

/// G4. A regular steering committee, led by the binôme.
pub(super) fn steering_committee(facts: &Facts<'_>) -> Finding {
    let say = [Say::SteeringCommittee, Say::NoSteeringCommittee, Say::SteeringCommitteeMissing];
    yes_no(facts.dossier.governance.steering_committee.copied(), say, STEERING_COMMITTEE)
}

/// G5. A letter of intent or commitment is signed.
pub(super) fn letter(facts: &Facts<'_>) -> Finding {
    if facts.is_amendment {
        return Finding::new(Outcome::NotApplicable, Say::LetterNotForAmendments, LETTERS);
    }
    let letters = &facts.dossier.governance.letters;
    let with = |status| letters.iter().filter(|(_, l)| l.status.copied() == Some(status)).count();
    let (signed, declined) = (with(LetterStatus::Signed), with(LetterStatus::Declined));
    let (outcome, say) = match letters.iter().count() {
        _ if signed > 0 => (Outcome::Met, Say::LetterSigned { count: signed }),
        0 => (Outcome::Unknown, Say::NoLetter),
        // « All » is not known while what a letter says is not read.
        all if all == declined && !letters.rows().iter().any(|l| l.status.is_unreadable()) => {
            (Outcome::Unmet, Say::LettersDeclined)
        }
        _ => (Outcome::Unknown, Say::LettersToSign),
    };
    Finding::new(outcome, say, LETTERS)
}

/// G6. The parties commit to reporting, follow-up and evaluation.
pub(super) fn reporting(facts: &Facts<'_>) -> Finding {
    let say = [Say::Reporting, Say::NoReporting, Say::ReportingMissing];
    yes_no(facts.dossier.governance.reporting_commitment.copied(), say, REPORTING)
}

/// G7. No contract is required; the form is free.
pub(super) fn free_form(_: &Facts<'_>) -> Finding {
    Finding::new(Outcome::Met, Say::FreeForm, GOVERNANCE)
}

/// G8. Consensus is sought with local élus, regional élus, State services and industriels.
pub(super) fn consensus(facts: &Facts<'_>) -> Finding {
    let (mut all, mut given) = (Consultations::default(), Consultations::default());
    Consulted::ALL.iter().for_each(|one| all.insert(*one));
    let consulted = facts.dossier.governance.consulted.iter();
    consulted.filter_map(|(_, one)| one.copied()).for_each(|one| given.insert(one));
    let missing = all.without(given);
    let (outcome, say) = match missing.is_empty() {
        true => (Outcome::Met, Say::AllConsulted),
        false => (Outcome::Unknown, Say::NotConsulted { missing }),
    };
    Finding::new(outcome, say, CONSULTED).with(Data::Consulted { missing })
}

/// G9. The wish to contribute to the national network, and habits of work with partners.
pub(super) fn network(facts: &Facts<'_>) -> Finding {
    let say = match facts.dossier.governance.network_commitment.copied() {
        Some(true) => Say::NetworkWished,
        _ => Say::Network,
    };
    Finding::new(Outcome::Met, say, NETWORK)
}
