//! What holds for every plan, whatever the post.

use proptest::prelude::*;
use territoires_industrie::funding::{Binding, Plan, Request, plan};
use territoires_industrie::money::{BasisPoints, Cents};
use territoires_industrie::read::MAX_AMOUNT;
use territoires_industrie::scale::{CeilingOn, CeilingPeriod, Level};

use crate::posts::{Draw, Drawn};

fn drawn() -> impl Strategy<Value = Drawn> {
    any::<u64>().prop_map(|seed| Drawn::new(&mut Draw(seed)))
}

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.request().fmt(f)
    }
}

/// The ceiling of so many months, or of the post, in cents × 120 000.
fn limit(request: &Request<'_>, months: u32) -> Option<i128> {
    let Level { ceiling, ceiling_period, ceiling_follows_working_time, .. } = request.level;
    let share = if *ceiling_follows_working_time { request.post.working_time.0 } else { 10_000 };
    let months = if *ceiling_period == CeilingPeriod::Total { 12 } else { months };
    ceiling.map(|ceiling| i128::from(ceiling.0) * i128::from(share) * i128::from(months))
}

/// Half up, of cents × `parts`.
fn rounded(amount: i128, parts: i128) -> i128 {
    (amount * 2 + parts).div_euclid(parts * 2)
}

fn grant(request: &Request<'_>) -> i64 {
    plan(request).unwrap().totals.grant.0
}

/// The local share, as if other funders paid no part of it.
fn rest(plan: &Plan) -> i64 {
    plan.totals.cost.0 - plan.totals.grant.0
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_grant_keeps_to_its_rate_and_its_ceiling(drawn in drawn()) {
        let request = drawn.request();
        let plan = plan(&request).unwrap();
        let rate = i128::from(request.level.rate.unwrap().0);
        let on_grant = request.level.ceiling_on == CeilingOn::Grant;
        let total = request.level.ceiling_period == CeilingPeriod::Total;
        let mut cofinanced = 0;
        for year in &plan.years {
            let (cost, grant) = (i128::from(year.cost.0), i128::from(year.grant.0));
            prop_assert!(0 <= grant && grant <= cost);
            prop_assert!(grant <= (rate * cost + 9_999) / 10_000);
            if let (Some(limit), true) = (limit(&request, year.cofinanced_months), on_grant) {
                prop_assert!(grant <= rounded(limit, 120_000));
            }
            cofinanced += year.cofinanced_months;
        }
        if let Some(limit) = limit(&request, cofinanced) {
            let grants = i128::from(plan.totals.grant.0);
            let limit = if on_grant { limit * 10_000 } else { limit * rate };
            let slack = 600_000_000 * plan.years.len() as i128;
            prop_assert!(grants * 1_200_000_000 <= limit + slack);
            if on_grant && total {
                prop_assert!(grants <= rounded(limit, 1_200_000_000));
            }
        }
    }

    #[test]
    fn rows_and_columns_add_up(drawn in drawn()) {
        let request = drawn.request();
        let plan = plan(&request).unwrap();
        let other: i64 = request.other.iter().map(|funder| funder.0).sum();
        let (cost, grant) = (plan.totals.cost.0, plan.totals.grant.0);
        prop_assert_eq!(plan.years.iter().map(|year| year.cost.0).sum::<i64>(), cost);
        prop_assert_eq!(plan.years.iter().map(|year| year.grant.0).sum::<i64>(), grant);
        prop_assert_eq!(plan.excess.is_some(), grant + other > cost);
        if let Some(excess) = plan.excess {
            prop_assert_eq!(excess.0, grant + other - cost);
            prop_assert!(plan.years.iter().all(|year| year.other.or(year.local).is_none()));
            prop_assert_eq!(plan.totals.other.or(plan.totals.local), None);
            prop_assert!(plan.members.is_empty());
            return Ok(());
        }
        let (mut others, mut locals) = (0, 0);
        for (i, year) in plan.years.iter().enumerate() {
            let (other, local) = (year.other.unwrap().0, year.local.unwrap().0);
            prop_assert!(other >= 0 && local >= 0);
            prop_assert_eq!(year.grant.0 + other + local, year.cost.0);
            let paid: i64 = plan.funders.iter().map(|funder| funder.by_year[i].0).sum();
            prop_assert_eq!(paid, other);
            if !plan.members.is_empty() {
                let paid: i64 = plan.members.iter().map(|member| member.by_year[i].0).sum();
                prop_assert_eq!(paid, local);
            }
            others += other;
            locals += local;
        }
        prop_assert_eq!(others, other);
        prop_assert_eq!(plan.totals.other, Some(Cents(others)));
        prop_assert_eq!(plan.totals.local, Some(Cents(locals)));
        for (funder, given) in plan.funders.iter().zip(request.other) {
            prop_assert_eq!(funder.total, *given);
            prop_assert_eq!(funder.by_year.iter().map(|paid| paid.0).sum::<i64>(), given.0);
        }
        for member in &plan.members {
            prop_assert_eq!(member.by_year.len(), plan.years.len());
            prop_assert_eq!(member.by_year.iter().map(|paid| paid.0).sum::<i64>(), member.total.0);
        }
    }

    #[test]
    fn a_higher_rate_or_ceiling_never_lowers_the_grant(
        drawn in drawn(), rate in 0..=10_000u32, more in prop_oneof![0..100i64, 0..10_000_000i64],
    ) {
        let request = drawn.request();
        let before = grant(&request);
        let mut level = request.level.clone();
        level.rate = level.rate.max(Some(BasisPoints(rate)));
        let after = grant(&Request { level: &level, ..request });
        prop_assert!(before <= after);
        let mut level = request.level.clone();
        level.ceiling = level.ceiling.map(|ceiling| Cents((ceiling.0 + more).min(100_000_000_000)));
        let after = grant(&Request { level: &level, ..request });
        prop_assert!(before <= after);
        level.ceiling = None;
        let after = grant(&Request { level: &level, ..request });
        prop_assert!(before <= after);
    }

    #[test]
    fn a_higher_cost_never_lowers_the_grant_nor_the_local_share_but_for_cents(
        drawn in drawn(), more in prop_oneof![0..100i64, 0..10_000_000i64],
    ) {
        let mut request = drawn.request();
        let before = plan(&request).unwrap();
        request.post.annual_cost =
            Cents((request.post.annual_cost.0 + more).min(100_000_000_000));
        let after = plan(&request).unwrap();
        let years = before.years.len() as i64;
        let level = request.level;
        let may_move =
            level.ceiling_period == CeilingPeriod::Total && level.ceiling_on == CeilingOn::Base;
        let slack = if may_move { years } else { 0 };
        prop_assert!(before.totals.grant.0 - slack <= after.totals.grant.0);
        prop_assert!(rest(&before) - years <= rest(&after));
    }

    #[test]
    fn the_order_of_members_only_moves_the_cent_of_a_tie(drawn in drawn(), turn in 0..20usize) {
        let request = drawn.request();
        let before = plan(&request).unwrap();
        let mut members = request.members.to_vec();
        let turn = turn % members.len().max(1);
        members.rotate_left(turn);
        let after = plan(&Request { members: &members, ..request }).unwrap();
        prop_assert_eq!(&before.years, &after.years);
        prop_assert_eq!(before.members.len(), after.members.len());
        for member in &before.members {
            let same = after.members.iter().find(|same| same.siren == member.siren).unwrap();
            for (here, there) in member.by_year.iter().zip(&same.by_year) {
                prop_assert!(here.0.abs_diff(there.0) <= 1);
            }
        }
    }

    /// With a ceiling on the grants of the whole post, those rounded up may use it a little sooner.
    #[test]
    fn the_ceiling_binds_above_the_break_even_cost_and_not_at_it(drawn in drawn()) {
        let mut request = drawn.request();
        let Level { ceiling_on, ceiling_period, .. } = *request.level;
        let break_even = plan(&request).unwrap().break_even_annual_cost;
        let Some(break_even) = break_even.filter(|cost| *cost < MAX_AMOUNT) else {
            return Ok(());
        };
        if (ceiling_on, ceiling_period) == (CeilingOn::Grant, CeilingPeriod::Total) {
            return Ok(());
        }
        let mut bound = |cost| {
            request.post.annual_cost = Cents(cost);
            let plan = plan(&request).unwrap();
            plan.years.iter().any(|year| year.binding == Binding::Ceiling)
        };
        prop_assert!(!bound(break_even.0));
        prop_assert!(bound(break_even.0 + 1));
    }
}
