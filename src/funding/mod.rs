//! The cofinancing of a *chef de projet*: what the State pays, what other funders pay, what is
//! left to each member intercommunality, year by year.
//!
//! The aid is a subsidy for running costs, whose rate and ceiling depend on the level of fragility
//! of the territory (FAQ 5.4); the rest belongs to the collectivités. How months, ceilings and
//! cents are counted is ours, since no document says it.
//!
//! # Design
//! Between its two roundings (the cost and the grant of each year) everything is a whole number of
//! 1/120 000 of a cent: a basis point of working time during a twelfth of a year. No value that a
//! dossier can hold is rounded before, none overflows, and what is out of range has no plan.

mod solve;
mod split;
mod steps;
mod years;

use serde::Serialize;
use time::Date;

use crate::money::{BasisPoints, Cents, mul_div};
use crate::scale::{Level, Scale};

pub use solve::{MAX_ANNUAL_COST, MAX_POINTS, Point, Range, Solution, Unknown, sensitivity, solve};
pub use steps::{Step, steps};
use years::Terms;

/// The longest post that has a plan, in months.
pub const MAX_MONTHS: u32 = 60;

/// The post of a *chef de projet*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Post {
    /// What a full-time post costs its employer in a year, 0 to [`crate::read::MAX_AMOUNT`].
    pub annual_cost: Cents,
    /// The part of a full-time post given to the programme, 1 to 10 000.
    pub working_time: BasisPoints,
    /// Its first day.
    pub start: Date,
    /// Its duration, 1 to [`MAX_MONTHS`].
    pub months: u32,
}

/// A member that pays a part of the local share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its SIREN.
    pub siren: u32,
    /// Its weight in the split: inhabitants, 1 for an equal split, or a weight of the dossier's.
    pub weight: u64,
}

/// What a plan is made from.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The post.
    pub post: Post,
    /// The scale in force.
    pub scale: &'a Scale,
    /// The level of that scale.
    pub level: &'a Level,
    /// Last day of the programme; no limit when it is not known.
    pub programme_end: Option<Date>,
    /// What each other funder pays over the whole post, in the order of the dossier, each 0 to
    /// [`crate::read::MAX_AMOUNT`].
    pub other: &'a [Cents],
    /// The distinct members, in the order of the dossier; none when the key of the split lacks
    /// something: there is a plan then, but no split.
    pub members: &'a [Member],
}

/// Who pays what for a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The calendar years in which a month of the post begins, in order.
    pub years: Vec<Year>,
    /// Their sums.
    pub totals: Totals,
    /// What grants and other funding exceed the cost by, when they do; nothing is split then.
    pub excess: Option<Cents>,
    /// What each other funder pays, in the order given.
    pub funders: Vec<FunderShare>,
    /// What each member pays, in the order given; empty without a split.
    pub members: Vec<MemberShare>,
    /// Part of the cost that the State pays over the post; none at cost 0.
    pub effective_rate: Option<BasisPoints>,
    /// Annual cost of a full-time post above which the ceiling binds, rounded down; none without a
    /// ceiling, at rate 0, without a cofinanced month, or beyond what [`Cents`] holds.
    pub break_even_annual_cost: Option<Cents>,
    /// The months that are costed but not cofinanced, by reason.
    pub not_cofinanced: NotCofinanced,
}

/// A calendar year of a plan. Written as JSON, it has the keys of the plan's `years`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Year {
    /// The calendar year.
    pub year: i32,
    /// Months of the post that begin in it, 1 to 12.
    pub months: u32,
    /// Those of them that are cofinanced.
    pub cofinanced_months: u32,
    /// What the post costs in it.
    pub cost: Cents,
    /// What the State pays; never above the cost.
    pub grant: Cents,
    /// What other funders pay; none when the post is over-funded.
    pub other: Option<Cents>,
    /// What the members pay; none when the post is over-funded, never negative.
    pub local: Option<Cents>,
    /// What decides the grant.
    pub binding: Binding,
}

/// What decides the grant of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// The ceiling: without it the exact grant would be higher.
    Ceiling,
    /// The rate; also when what it gives equals the ceiling.
    Rate,
    /// Nothing: no month is cofinanced.
    None,
}

/// The sums of a plan's years. Written as JSON, it has the keys of the plan's `totals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Totals {
    /// What the post costs.
    pub cost: Cents,
    /// What the State pays.
    pub grant: Cents,
    /// What other funders pay; none when the post is over-funded.
    pub other: Option<Cents>,
    /// What the members pay; none when the post is over-funded.
    pub local: Option<Cents>,
}

/// What another funder pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunderShare {
    /// In each year of the plan; not spread over them when the post is over-funded.
    pub by_year: Vec<Cents>,
    /// In all: the amount of the dossier.
    pub total: Cents,
}

/// What a member pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberShare {
    /// Its SIREN.
    pub siren: u32,
    /// Its weight in the split.
    pub weight: u64,
    /// What it pays in each year of the plan.
    pub by_year: Vec<Cents>,
    /// Their sum.
    pub total: Cents,
}

/// Months of a post that are costed but not cofinanced. A month may have both reasons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct NotCofinanced {
    /// Months that begin after the last day of the programme.
    pub after_programme_end: u32,
    /// Months beyond the longest duration of the scale.
    pub beyond_max_months: u32,
}

impl NotCofinanced {
    /// The number of months: they are the last ones of the post, whatever the reason.
    #[must_use]
    pub fn months(self) -> u32 {
        self.after_programme_end.max(self.beyond_max_months)
    }
}

/// The plan of a post; none when the level has no rate or the post is out of range.
///
/// A start outside the scale's validity does not prevent a plan.
///
/// ```
/// use territoires_industrie::funding::{Post, Request, plan};
/// use territoires_industrie::money::{BasisPoints, Cents};
/// use territoires_industrie::{read, scale};
///
/// let scale = scale::find("argentan-2023").ok_or("unknown scale")?;
/// let plan = plan(&Request {
///     post: Post {
///         annual_cost: Cents(3_750_000),
///         working_time: BasisPoints::WHOLE,
///         start: read::date("2024-01-01").ok_or("no date")?,
///         months: 24,
///     },
///     scale,
///     level: scale.level("case").ok_or("unknown level")?,
///     programme_end: read::date("2027-12-31"),
///     other: &[],
///     members: &[],
/// })
/// .ok_or("no plan")?;
/// assert_eq!(plan.totals.grant.to_string(), "60000.00");
/// assert_eq!(plan.totals.local, Some(Cents(1_500_000)));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn plan(request: &Request<'_>) -> Option<Plan> {
    let terms = Terms::new(request)?;
    let mut years: Vec<Year> = terms.lines().map(|line| line.year).collect();
    let cost: Cents = years.iter().map(|year| year.cost).sum();
    let grant: Cents = years.iter().map(|year| year.grant).sum();
    let mut totals = Totals { cost, grant, other: None, local: None };
    let other = other_funding(request)?;
    let left = cost.0.saturating_sub(grant.0).saturating_sub(other.0);
    let (funders, members) = if left >= 0 {
        totals.other = Some(other);
        totals.local = Some(Cents(left));
        let funders = split::spread(&mut years, request.other);
        (funders, split::split(&years, request.members))
    } else {
        let not_spread = |total: &Cents| FunderShare { by_year: Vec::new(), total: *total };
        (request.other.iter().map(not_spread).collect(), Vec::new())
    };

    Some(Plan {
        years,
        totals,
        excess: (left < 0).then(|| Cents(left.saturating_neg())),
        funders,
        members,
        effective_rate: rate_of(grant, cost),
        break_even_annual_cost: terms.break_even_annual_cost(),
        not_cofinanced: terms.not_cofinanced,
    })
}

/// What other funders pay in all; none when an amount is out of range.
fn other_funding(request: &Request<'_>) -> Option<Cents> {
    request.other.iter().map(|funder| years::amount(*funder).map(|_| *funder)).sum()
}

fn rate_of(part: Cents, whole: Cents) -> Option<BasisPoints> {
    let (part, whole) = (u64::try_from(part.0).ok()?, u64::try_from(whole.0).ok()?);
    mul_div(part, 10_000, whole).and_then(|rate| u32::try_from(rate).ok()).map(BasisPoints)
}
