//! From the dossier to a funding plan: what the post is, what is missing, who splits the rest.

use std::borrow::Cow;

use super::Facts;
use crate::check::{Place, PostPart};
use crate::dossier::{ChefDeProjet, FunderKind, SplitKey};
use crate::funding::{self, MAX_MONTHS, Plan, Post, Request};
use crate::money::{BasisPoints, Cents};
use crate::scale::Scale;

const WEIGHTS: Place = Place::At("chef_de_projet.split.weights");

/// The parts of the post that cannot be simulated, in the order of the form.
#[derive(Default)]
pub(crate) struct Gaps {
    pub missing: Vec<PostPart>,
    pub out_of_range: Vec<PostPart>,
}

/// The post, or what it lacks.
pub(crate) fn post(chef: &ChefDeProjet) -> Result<Post, Gaps> {
    let (cost, time) = (chef.annual_cost.copied(), chef.working_time.copied());
    let (start, months) = (chef.start.copied(), chef.months.copied());
    let cost_holds = cost.map(|cost| cost > Cents(0));
    let time_holds = time.map(|time| time > BasisPoints(0) && time <= BasisPoints::WHOLE);
    let months_hold = months.map(|months| (1..=MAX_MONTHS).contains(&months));
    match (cost, time, start, months) {
        (Some(annual_cost), Some(working_time), Some(start), Some(months))
            if cost_holds == Some(true)
                && time_holds == Some(true)
                && months_hold == Some(true) =>
        {
            Ok(Post { annual_cost, working_time, start, months })
        }
        _ => {
            let mut gaps = Gaps::default();
            for (holds, part) in [
                (cost_holds, PostPart::AnnualCost),
                (time_holds, PostPart::WorkingTime),
                (start.map(|_| true), PostPart::Start),
                (months_hold, PostPart::Months),
            ] {
                match holds {
                    None => gaps.missing.push(part),
                    Some(false) => gaps.out_of_range.push(part),
                    Some(true) => {}
                }
            }
            Err(gaps)
        }
    }
}

impl PostPart {
    pub(crate) fn place(self) -> Place {
        Place::At(match self {
            Self::AnnualCost => "chef_de_projet.annual_cost",
            Self::WorkingTime => "chef_de_projet.working_time",
            Self::Start => "chef_de_projet.start",
            Self::Months => "chef_de_projet.months",
        })
    }
}

/// The first other funder whose amount is not given: without it there is no plan.
pub(crate) fn funder_without_amount(chef: &ChefDeProjet) -> Option<usize> {
    let mut rows = chef.other_funding.iter();
    rows.find(|(_, row)| row.funder.get().is_some() && row.amount.get().is_none()).map(|(i, _)| i)
}

/// Everything that a plan is made from besides the scale, with what the split lacks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    post: Post,
    /// The place of the level in the scale in force.
    level: usize,
    programme_end: Option<time::Date>,
    /// What other funders pay over the whole post.
    other: Vec<Cents>,
    /// Who pays them, in the same order.
    pub funders: Vec<(Option<String>, Option<FunderKind>)>,
    pub members: Vec<funding::Member>,
    /// Where something is missing for the split; the plan is made without it.
    pub split_missing: Vec<Place>,
}

impl Asked {
    /// Nothing unless level, post and amounts are given (rules F4 and F5).
    pub fn of(facts: &Facts<'_>) -> Option<Self> {
        let chef = facts.chef_de_projet?;
        let id = &chef.fragility_level.get()?.0;
        let level = facts.scale.levels.iter().position(|level| *level.id == **id)?;
        let post = post(chef).ok()?;
        if funder_without_amount(chef).is_some() {
            return None;
        }
        let (members, split_missing) = match split(facts, chef) {
            Ok(members) => (members, Vec::new()),
            Err(missing) => (Vec::new(), missing),
        };
        let (mut other, mut funders) = (Vec::new(), Vec::new());
        for (_, row) in chef.other_funding.iter() {
            if let Some(amount) = row.amount.copied() {
                other.push(amount);
                funders.push((row.funder.text().map(Cow::into_owned), row.kind.copied()));
            }
        }
        Some(Self {
            post,
            level,
            programme_end: facts.campaign.programme_end.as_ref().map(|end| end.value),
            other,
            funders,
            members,
            split_missing,
        })
    }

    pub fn request<'a>(&'a self, scale: &'a Scale) -> Option<Request<'a>> {
        Some(Request {
            post: self.post,
            scale,
            level: scale.levels.get(self.level)?,
            programme_end: self.programme_end,
            other: &self.other,
            members: &self.members,
        })
    }

    pub fn plan(&self, scale: &Scale) -> Option<Plan> {
        funding::plan(&self.request(scale)?)
    }
}

/// The members with their weights, or where something is missing for that.
fn split(facts: &Facts<'_>, chef: &ChefDeProjet) -> Result<Vec<funding::Member>, Vec<Place>> {
    let place = |row| Place::Row { list: "perimeter.epcis", row, field: "" };
    let rows = facts.dossier.perimeter.epcis.rows().iter().enumerate();
    let mut missing: Vec<Place> = rows
        .filter(|(_, field)| {
            field.is_unreadable() || field.get().is_some_and(|epci| epci.siren.number().is_none())
        })
        .map(|(row, _)| place(row))
        .collect();
    let key = chef.split.key.copied().unwrap_or(SplitKey::Population);
    let custom = (key == SplitKey::Custom).then(|| weights(facts, chef));
    let mut members = Vec::with_capacity(facts.members.len());
    for (order, member) in facts.members.iter().enumerate() {
        let weight = match (key, &custom) {
            (SplitKey::Equal, _) => Some(1),
            (SplitKey::Custom, Some(Some(weights))) => weights.get(order).copied(),
            // Said once, below.
            (SplitKey::Custom, _) => Some(0),
            (SplitKey::Population, _) => member.epci.map(|epci| u64::from(epci.population)),
        };
        match weight {
            Some(weight) => members.push(funding::Member { siren: member.siren, weight }),
            None => missing.push(place(member.row)),
        }
    }
    if missing.is_empty() && facts.members.is_empty() {
        missing.push(Place::At("perimeter.epcis"));
    }
    if custom == Some(None) {
        missing.push(WEIGHTS);
    }
    if missing.is_empty() { Ok(members) } else { Err(missing) }
}

/// The weights of the distinct members, when there is one for each and not all are zero. A list
/// with one for each row of a perimeter that repeats a member is understood too.
fn weights(facts: &Facts<'_>, chef: &ChefDeProjet) -> Option<Vec<u64>> {
    let given: Vec<u64> = chef
        .split
        .weights
        .iter()
        .filter_map(|(_, weight)| weight.copied())
        .map(u64::from)
        .collect();
    if chef.split.weights.rows().iter().any(|weight| weight.is_unreadable()) {
        return None;
    }
    let rows: Vec<usize> = facts.dossier.perimeter.epcis.iter().map(|(row, _)| row).collect();
    let of_members = if given.len() == rows.len() {
        let members = facts.members.iter();
        members
            .filter_map(|m| given.get(rows.iter().position(|row| *row == m.row)?))
            .copied()
            .collect()
    } else if given.len() == facts.members.len() {
        given
    } else {
        return None;
    };
    of_members.iter().any(|weight| *weight > 0).then_some(of_members)
}
