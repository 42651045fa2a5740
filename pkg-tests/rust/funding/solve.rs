//! The largest post within a budget, against trying every post; and the other posts of a request.

use territoires_industrie::funding::{
    MAX_ANNUAL_COST, MAX_MONTHS, MAX_POINTS, Range, Request, Unknown, plan, sensitivity, solve,
};
use territoires_industrie::money::{BasisPoints, Cents};
use territoires_industrie::scale;

use crate::case;
use crate::posts::{Draw, Drawn};

fn local(request: &Request<'_>) -> Option<i64> {
    plan(request).and_then(|plan| plan.totals.local).map(|local| local.0)
}

/// Small worlds, where every annual cost can be tried up to one that is surely too high.
#[test]
fn the_largest_annual_cost_is_the_one_found_by_trying_them_all() {
    let mut draw = Draw(31);
    let (mut none, mut stepped_back) = (0, 0);
    for _ in 0..400 {
        let mut drawn = Drawn::new(&mut draw);
        drawn.post.working_time = BasisPoints(draw.one(&[10_000, 10_000, 8_000, 5_000, 3_333]));
        drawn.post.months = 6 + draw.below(30) as u32;
        drawn.other = (0..draw.below(3)).map(|_| Cents(draw.below(12) as i64)).collect();
        drawn.members.clear();
        let level = &mut drawn.scale.levels[drawn.level];
        level.rate = level.rate.min(Some(BasisPoints(draw.one(&[5_000, 7_000, 8_000]))));
        level.ceiling = level.ceiling.map(|ceiling| Cents(ceiling.0 % 500));
        let mut request = drawn.request();
        let budget = draw.below(30) as i64;

        // At most 80 % is paid, so at least a fifth of the cost is left.
        let too_high = (budget + 24 + 12) * 5 * 12 * 3 / 6 + 1_000;
        let mut best = None;
        let mut previous = 0;
        let mut back = false;
        for cost in 1..=too_high {
            request.post.annual_cost = Cents(cost);
            if let Some(share) = local(&request) {
                if share <= budget {
                    best = Some(cost);
                }
                back |= share < previous;
                previous = share;
            }
        }
        let found = solve(&request, Unknown::AnnualCost, Cents(budget));
        assert_eq!(found.as_ref().map(|s| s.annual_cost.0), best, "{budget} for {request:?}");
        if let Some(found) = found {
            request.post.annual_cost = found.annual_cost;
            assert_eq!(Some(found.plan), plan(&request));
            assert_eq!((found.months, found.at_limit), (request.post.months, false));
        } else {
            none += 1;
        }
        stepped_back += u32::from(back);
    }
    assert!(none > 5 && stepped_back > 50);
}

#[test]
fn the_most_months_are_those_found_by_trying_them_all() {
    let mut draw = Draw(60);
    let mut limited = 0;
    for _ in 0..2_000 {
        let drawn = Drawn::new(&mut draw);
        let mut request = drawn.request();
        let budget = draw.amount();
        let mut best = None;
        for months in 1..=MAX_MONTHS {
            request.post.months = months;
            if local(&request).is_some_and(|share| share <= budget.0) {
                best = Some(months);
            }
        }
        request.post.months = 0;
        let found = solve(&request, Unknown::Months, budget);
        assert_eq!(found.as_ref().map(|found| found.months), best, "{budget} for {request:?}");
        if let Some(found) = found {
            assert_eq!(found.at_limit, found.months == MAX_MONTHS);
            limited += u32::from(found.at_limit);
            request.post.months = found.months;
            assert_eq!(Some(found.plan), plan(&request));
        }
    }
    assert!(limited > 100);
}

#[test]
fn a_search_says_when_it_stopped_at_its_bound() {
    let post = case("pvd/pvd", "0", 12, "2024-01-01");
    let solved = |budget| solve(&post.request(), Unknown::AnnualCost, Cents(budget));
    let found = solved(200_000_000).unwrap();
    assert_eq!((found.annual_cost, found.at_limit), (MAX_ANNUAL_COST, true));
    let found = solved(MAX_ANNUAL_COST.0 - 4_500_000 - 1).unwrap();
    assert_eq!((found.annual_cost.0, found.at_limit), (MAX_ANNUAL_COST.0 - 1, false));
    assert_eq!(solved(-1), None);
}

/// Where a cent of the post is thousands of euros of annual cost, one cost stands for all those
/// that give the same years: trying each took seconds.
#[test]
fn a_search_among_posts_of_a_few_cents_ends() {
    let mut level = scale::find("pvd").unwrap().levels[0].clone();
    (level.rate, level.ceiling) = (Some(BasisPoints(9_999)), None);
    let mut post = case("pvd/pvd", "0", 60, "2023-12-01").other(&["0.05"]);
    post.working_time = 1;
    let request = Request { level: &level, programme_end: None, ..post.request() };
    for budget in [0, 1, 5, 100] {
        let found = solve(&request, Unknown::AnnualCost, Cents(budget));
        let share = found.as_ref().and_then(|found| found.plan.totals.local);
        assert!(share.is_none_or(|share| share.0 <= budget), "{found:?}");
    }
}

/// A post paid in full, with a funder who has nothing left to pay, is over-funded at every cost;
/// a search that tried them all would take seconds.
#[test]
fn a_search_without_an_answer_ends() {
    let mut level = scale::find("pvd").unwrap().levels[0].clone();
    (level.rate, level.ceiling) = (Some(BasisPoints(10_000)), None);
    let post = case("pvd/pvd", "0", 60, "2023-12-01").other(&["0.01"]);
    let request = Request { level: &level, programme_end: None, ..post.request() };
    assert_eq!(solve(&request, Unknown::AnnualCost, Cents(100)), None);
    assert_eq!(
        solve(&Request { other: &[], ..request }, Unknown::AnnualCost, Cents(0))
            .map(|s| s.at_limit),
        Some(true)
    );
}

#[test]
fn a_range_of_posts_is_what_their_plans_say() {
    let post = case("pvd/pvd", "60000", 12, "2024-01-01").other(&["20000"]);
    let request = post.request();
    let costs = Range::AnnualCost { from: Cents(0), to: Cents(10_000_000), step: Cents(500_000) };
    let points = sensitivity(&request, costs);
    assert_eq!(points.len(), 21);
    let months = sensitivity(&request, Range::Months { from: 0, to: u32::MAX });
    assert_eq!(months.len(), MAX_MONTHS as usize, "those out of range are left out");
    for point in points.iter().chain(&months) {
        let mut request = request;
        (request.post.annual_cost, request.post.months) = (point.annual_cost, point.months);
        let plan = plan(&request).unwrap();
        assert_eq!((point.grant, point.local), (plan.totals.grant, plan.totals.local));
    }
    assert_eq!(points[12].local, None, "over-funded at 60 000 euros");

    let every_cent = Range::AnnualCost { from: Cents(1), to: Cents(i64::MAX), step: Cents(0) };
    assert_eq!(sensitivity(&request, every_cent).len(), MAX_POINTS);
}
