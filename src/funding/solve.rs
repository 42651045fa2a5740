//! Other posts beside the one of the dossier: the largest one within a budget, a range.

use super::years::{EXACT, Terms};
use super::{MAX_MONTHS, Plan, Request, other_funding, plan};
use crate::money::Cents;

/// The largest annual cost that [`solve`] looks at, 1 000 000.00 euros.
pub const MAX_ANNUAL_COST: Cents = Cents(100_000_000);

/// The most points that [`sensitivity`] gives.
pub const MAX_POINTS: usize = 1_000;

/// What [`solve`] looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The annual cost of a full-time post, from a cent to [`MAX_ANNUAL_COST`].
    AnnualCost,
    /// The duration, 1 to [`MAX_MONTHS`] months.
    Months,
}

/// The largest post within a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// Its annual cost.
    pub annual_cost: Cents,
    /// Its duration, in months.
    pub months: u32,
    /// Its plan.
    pub plan: Plan,
    /// Whether the search stopped at its bound: a larger post might be within the budget too.
    pub at_limit: bool,
}

/// The largest annual cost, or the most months, whose local share over the whole post is within
/// `budget` and that is not over-funded; none when there is none. The request gives the rest.
///
/// ```
/// use territoires_industrie::funding::{Post, Request, Unknown, solve};
/// use territoires_industrie::money::{BasisPoints, Cents};
/// use territoires_industrie::{read, scale};
///
/// let scale = scale::find("pvd").ok_or("unknown scale")?;
/// let post = Post {
///     annual_cost: Cents(0),
///     working_time: BasisPoints::WHOLE,
///     start: read::date("2024-01-01").ok_or("no date")?,
///     months: 12,
/// };
/// let level = scale.level("pvd").ok_or("unknown level")?;
/// let request =
///     Request { post, scale, level, programme_end: None, other: &[], members: &[] };
/// let solution = solve(&request, Unknown::AnnualCost, Cents(3_500_000)).ok_or("none")?;
/// assert_eq!(solution.annual_cost, Cents(8_000_000));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn solve(request: &Request<'_>, unknown: Unknown, budget: Cents) -> Option<Solution> {
    let solved = match unknown {
        Unknown::AnnualCost => largest_annual_cost(request, budget)?,
        Unknown::Months => (1..=MAX_MONTHS)
            .rev()
            .map(|months| with_months(request, months))
            .find(|request| is_within(request, budget))?,
    };
    Some(Solution {
        annual_cost: solved.post.annual_cost,
        months: solved.post.months,
        plan: plan(&solved)?,
        at_limit: match unknown {
            Unknown::AnnualCost => solved.post.annual_cost == MAX_ANNUAL_COST,
            Unknown::Months => solved.post.months == MAX_MONTHS,
        },
    })
}

/// Cents make the share go back a little while the cost rises, so the largest cost cannot be found
/// by halving alone. But the share stays within a cent a year of the exact one, which never goes
/// back: halving finds where to look. There the largest cost is tried first, and those that have
/// the same years as one that fails are left out.
fn largest_annual_cost<'a>(request: &Request<'a>, budget: Cents) -> Option<Request<'a>> {
    let other = u128::try_from(other_funding(request)?.0).ok()?;
    let budget_cents = u128::try_from(budget.0).ok()?;
    let years = Terms::new(&with_annual_cost(request, 0))?.lines().map(|_| 1u128).sum::<u128>();
    let exact = u128::from(EXACT);
    let rest = |cost| Terms::new(&with_annual_cost(request, cost)).map_or(0, Terms::exact_rest);

    let most = (budget_cents + other + years) * exact;
    // With other funders and nothing left for them to pay, the post is over-funded to the cent.
    let least = if other == 0 { 0 } else { (other.saturating_sub(years) * exact).max(1) };
    let first = first_where(1, &|cost| rest(cost) >= least);
    let end = first_where(first, &|cost| rest(cost) > most);
    let years = |cost| {
        Terms::new(&with_annual_cost(request, cost))
            .map(|terms| terms.lines().map(|line| line.year).collect::<Vec<_>>())
    };
    let mut cost = end - 1;
    while cost >= first {
        let tried = with_annual_cost(request, cost);
        if is_within(&tried, budget) {
            return Some(tried);
        }
        // While nothing that decides a year changes, what it costs and what it is granted only ever
        // rise or only ever fall: with the same years at both ends, all between have them too.
        let same = years(cost);
        cost = first_from(first, cost, &|lower| years(lower) == same) - 1;
    }
    None
}

/// The first annual cost from `from` on, in cents, for which `holds`, that then always does; the
/// one after the largest when there is none.
fn first_where(from: i64, holds: &dyn Fn(i64) -> bool) -> i64 {
    first_from(from, MAX_ANNUAL_COST.0 + 1, holds)
}

/// Likewise, `to` when there is none before it.
fn first_from(mut from: i64, mut to: i64, holds: &dyn Fn(i64) -> bool) -> i64 {
    while from < to {
        let middle = from + (to - from) / 2;
        if holds(middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
}

/// Whether the post is not over-funded and leaves at most `budget` to the members.
fn is_within(request: &Request<'_>, budget: Cents) -> bool {
    local_share(request).is_some_and(|(_, local)| (0..=budget.0).contains(&local))
}

/// The grant, and what it and other funders leave, in cents: negative when over-funded.
fn local_share(request: &Request<'_>) -> Option<(i64, i64)> {
    let other = other_funding(request)?;
    let (mut cost, mut grant) = (0, 0);
    for line in Terms::new(request)?.lines() {
        cost += line.year.cost.0;
        grant += line.year.grant.0;
    }
    Some((grant, cost - grant - other.0))
}

/// What [`sensitivity`] lets vary, from the first value to the last one, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// The annual cost of a full-time post.
    AnnualCost {
        /// The first one.
        from: Cents,
        /// The last one.
        to: Cents,
        /// From one to the next, at least a cent.
        step: Cents,
    },
    /// The duration, in months.
    Months {
        /// The first one.
        from: u32,
        /// The last one.
        to: u32,
    },
}

/// A point of [`sensitivity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Point {
    /// The annual cost of a full-time post.
    pub annual_cost: Cents,
    /// The duration, in months.
    pub months: u32,
    /// What the State pays over the post.
    pub grant: Cents,
    /// What the members pay over the post; none when it is over-funded.
    pub local: Option<Cents>,
}

/// The grant and the local share when one value varies; the request gives the rest.
///
/// From the first value by the step, a cent at least, as long as the last one is not passed; at most
/// [`MAX_POINTS`]. Posts out of range have none.
#[must_use]
pub fn sensitivity(request: &Request<'_>, range: Range) -> Vec<Point> {
    let point = |request: Request<'_>| {
        let (grant, local) = local_share(&request)?;
        Some(Point {
            annual_cost: request.post.annual_cost,
            months: request.post.months,
            grant: Cents(grant),
            local: (local >= 0).then_some(Cents(local)),
        })
    };
    let requests: Vec<Request<'_>> = match range {
        Range::AnnualCost { from, to, step } => (from.0..=to.0)
            .step_by(usize::try_from(step.0).unwrap_or(0).max(1))
            .take(MAX_POINTS)
            .map(|cost| with_annual_cost(request, cost))
            .collect(),
        Range::Months { from, to } => {
            (from..=to).take(MAX_POINTS).map(|months| with_months(request, months)).collect()
        }
    };
    requests.into_iter().filter_map(point).collect()
}

fn with_annual_cost<'a>(request: &Request<'a>, cents: i64) -> Request<'a> {
    let mut request = *request;
    request.post.annual_cost = Cents(cents);
    request
}

fn with_months<'a>(request: &Request<'a>, months: u32) -> Request<'a> {
    let mut request = *request;
    request.post.months = months;
    request
}
