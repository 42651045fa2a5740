//! Protects the money: every plan is exact to the cent, adds up, and is the one of the method.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "funding/oracle.rs"]
mod oracle;
#[path = "funding/posts.rs"]
mod posts;
#[path = "funding/properties.rs"]
mod properties;
#[path = "funding/solve.rs"]
mod solve;

use posts::{Draw, Drawn};
use territoires_industrie::funding::{
    Binding, MAX_MONTHS, Member, NotCofinanced, Plan, Post, Request, Step, plan, steps,
};
use territoires_industrie::money::{BasisPoints, Cents};
use territoires_industrie::scale::{self, Level, Scale};
use territoires_industrie::{campaign, read};

/// What a case states beside the post: a full-time one, without other funders or members.
struct Case {
    scale: &'static Scale,
    level: &'static Level,
    annual_cost: &'static str,
    start: &'static str,
    months: u32,
    working_time: u32,
    other: Vec<Cents>,
    members: Vec<Member>,
}

fn case(level: &'static str, annual_cost: &'static str, months: u32, start: &'static str) -> Case {
    let (scale, level) = level.split_once('/').unwrap();
    let scale = scale::find(scale).unwrap();
    let level = scale.level(level).unwrap();
    let (working_time, other, members) = (10_000, Vec::new(), Vec::new());
    Case { scale, level, annual_cost, start, months, working_time, other, members }
}

impl Case {
    fn other(mut self, amounts: &[&str]) -> Self {
        self.other = amounts.iter().map(|amount| read::amount(amount).unwrap()).collect();
        self
    }

    fn members(mut self, members: &[(u32, u64)]) -> Self {
        self.members = members
            .iter()
            .map(|(siren, weight)| Member { siren: *siren, weight: *weight })
            .collect();
        self
    }

    fn request(&self) -> Request<'_> {
        Request {
            post: Post {
                annual_cost: read::amount(self.annual_cost).unwrap(),
                working_time: BasisPoints(self.working_time),
                start: read::date(self.start).unwrap(),
                months: self.months,
            },
            scale: self.scale,
            level: self.level,
            programme_end: campaign::newest().programme_end.as_ref().map(|end| end.value),
            other: &self.other,
            members: &self.members,
        }
    }

    fn plan(&self) -> Plan {
        plan(&self.request()).unwrap()
    }
}

fn text(amount: impl Into<Option<Cents>>) -> String {
    amount.into().map_or("-".to_owned(), |amount| amount.to_string())
}

/// `2024: 12/12 cost 62000.00 grant 30000.00 other 0.00 local 32000.00 ceiling`
fn lines(plan: &Plan) -> Vec<String> {
    let line = |year: &territoires_industrie::funding::Year| {
        format!(
            "{}: {}/{} cost {} grant {} other {} local {} {}",
            year.year,
            year.cofinanced_months,
            year.months,
            year.cost,
            year.grant,
            text(year.other),
            text(year.local),
            oracle::binding_name(year.binding),
        )
    };
    plan.years.iter().map(line).collect()
}

fn by_year(plan: &Plan) -> Vec<Vec<String>> {
    let amounts = |amounts: &[Cents]| amounts.iter().map(Cents::to_string).collect();
    plan.members.iter().map(|member| amounts(&member.by_year)).collect()
}

/// The one real case known: a post of two years, the State pays 60 000 euros, said to be 80 %, each
/// of two intercommunalités 10 % (press, December 2023).
#[test]
fn argentan() {
    let plan = case("argentan-2023/case", "37 500", 24, "2024-01-01")
        .members(&[(200_068_450, 1), (200_069_458, 1)])
        .plan();
    assert_eq!(
        lines(&plan),
        [
            "2024: 12/12 cost 37500.00 grant 30000.00 other 0.00 local 7500.00 rate",
            "2025: 12/12 cost 37500.00 grant 30000.00 other 0.00 local 7500.00 rate",
        ]
    );
    assert_eq!(text(plan.totals.cost), "75000.00");
    assert_eq!(text(plan.totals.grant), "60000.00");
    assert_eq!(text(plan.totals.local), "15000.00");
    let totals: Vec<_> = plan.members.iter().map(|member| text(member.total)).collect();
    assert_eq!(totals, ["7500.00", "7500.00"]);
    assert_eq!(text(plan.break_even_annual_cost), "37500.00");
    assert_eq!(plan.effective_rate, Some(BasisPoints(8_000)));
    assert_eq!(plan.excess, None);
}

/// 75 % of the loaded yearly cost, at most 45 000 euros a year, 55 000 with the Anah
/// (Aides-territoires): the ceiling binds above 60 000 and 73 333.33 euros, and not at them.
#[test]
fn petites_villes_de_demain() {
    let cases = [
        ("pvd/pvd", "60000", "45000.00", "15000.00", Binding::Rate, "60000.00"),
        ("pvd/pvd", "60000.01", "45000.00", "15000.01", Binding::Ceiling, "60000.00"),
        ("pvd/pvd", "80000", "45000.00", "35000.00", Binding::Ceiling, "60000.00"),
        // 75 % is 54 999.9975 euros.
        ("pvd/pvd_anah", "73333.33", "55000.00", "18333.33", Binding::Rate, "73333.33"),
        ("pvd/pvd_anah", "73333.34", "55000.00", "18333.34", Binding::Ceiling, "73333.33"),
    ];
    for (level, annual_cost, grant, local, binding, break_even) in cases {
        let plan = case(level, annual_cost, 12, "2024-01-01").plan();
        assert_eq!(text(plan.totals.grant), grant, "{level} at {annual_cost}");
        assert_eq!(text(plan.totals.local), local, "{level} at {annual_cost}");
        assert_eq!(plan.years[0].binding, binding, "{level} at {annual_cost}");
        assert_eq!(text(plan.break_even_annual_cost), break_even);
    }
}

#[test]
fn the_cents_of_a_split_go_to_the_earlier_members() {
    let plan = case("hypothesis-2023/level_1", "200", 12, "2024-01-01")
        .members(&[(1, 1), (2, 1), (3, 1)])
        .plan();
    assert_eq!(text(plan.totals.local), "100.00");
    assert_eq!(by_year(&plan), [["33.34"], ["33.33"], ["33.33"]]);
}

/// FAQ 1.3: the programme runs until 2027; months that begin later are the members' own.
#[test]
fn months_after_the_end_of_the_programme_are_not_cofinanced() {
    let plan = case("hypothesis-2023/level_2", "60000", 24, "2027-07-01").plan();
    assert_eq!(
        lines(&plan),
        [
            "2027: 6/6 cost 30000.00 grant 15000.00 other 0.00 local 15000.00 ceiling",
            "2028: 0/12 cost 60000.00 grant 0.00 other 0.00 local 60000.00 none",
            "2029: 0/6 cost 30000.00 grant 0.00 other 0.00 local 30000.00 none",
        ]
    );
    assert_eq!(text(plan.totals.cost), "120000.00");
    assert_eq!(text(plan.totals.grant), "15000.00");
    let beyond = NotCofinanced { after_programme_end: 18, beyond_max_months: 0 };
    assert_eq!((plan.not_cofinanced, beyond.months()), (beyond, 18));
}

#[test]
fn a_month_counts_for_the_day_on_which_it_begins() {
    let cases = [
        // start, months, cofinanced by year: the day is clamped to the month's length
        ("2027-12-31", 2, "1,0"),
        ("2027-11-30", 3, "2,0"),
        ("2024-01-31", 12, "12"),
        ("2024-02-29", 60, "11,12,12,12,0,0"),
        ("2028-01-01", 1, "0"),
        ("2023-12-01", 14, "1,12,1"),
    ];
    for (start, months, cofinanced) in cases {
        let plan = case("hypothesis-2023/level_1", "50000", months, start).plan();
        let found: Vec<_> = plan.years.iter().map(|y| y.cofinanced_months.to_string()).collect();
        assert_eq!(found.join(","), cofinanced, "{months} months from {start}");
        assert_eq!(plan.years.iter().map(|year| year.months).sum::<u32>(), months);
    }
}

#[test]
fn a_month_beyond_the_longest_duration_of_the_scale_is_not_cofinanced() {
    let plan = case("argentan-2023/case", "30000", 36, "2026-01-01").plan();
    let cofinanced: Vec<_> = plan.years.iter().map(|year| year.cofinanced_months).collect();
    assert_eq!(cofinanced, [12, 12, 0]);
    // The last year is beyond both limits.
    let both = NotCofinanced { after_programme_end: 12, beyond_max_months: 12 };
    assert_eq!(plan.not_cofinanced, both);
    assert_eq!(both.months(), 12);
}

#[test]
fn other_funding_is_spread_over_what_is_left_of_each_year() {
    let plan = case("hypothesis-2023/level_2", "60000", 24, "2027-01-01").other(&["70000"]).plan();
    assert_eq!(
        lines(&plan),
        [
            "2027: 12/12 cost 60000.00 grant 30000.00 other 23333.33 local 6666.67 ceiling",
            "2028: 0/12 cost 60000.00 grant 0.00 other 46666.67 local 13333.33 none",
        ]
    );
}

/// The example dossier: populations of the directory of 1 January 2023.
#[test]
fn baie_d_armor() {
    let plan = case("hypothesis-2023/level_2", "62000", 36, "2024-01-01")
        .other(&["10000"])
        .members(&[(200_069_391, 68_062), (200_069_409, 152_860)])
        .plan();
    assert_eq!(
        by_year(&plan),
        [["8831.67", "8831.67", "8831.67"], ["19834.99", "19835.00", "19835.00"]]
    );
    let totals: Vec<_> = plan.members.iter().map(|member| text(member.total)).collect();
    assert_eq!(totals, ["26495.01", "59504.99"]);
}

#[test]
fn over_funding_to_the_cent() {
    let funded = |other| case("pvd/pvd", "80000", 12, "2024-01-01").other(other).members(&[(1, 1)]);
    let plan = funded(&["20000", "15000"]).plan();
    assert_eq!((text(plan.totals.local), plan.excess), ("0.00".to_owned(), None));
    assert_eq!(by_year(&plan), [["0.00"]]);

    let plan = funded(&["20000", "15000.01"]).plan();
    assert_eq!(plan.excess, Some(Cents(1)));
    assert_eq!((plan.totals.other, plan.totals.local), (None, None));
    assert_eq!(lines(&plan), ["2024: 12/12 cost 80000.00 grant 45000.00 other - local - ceiling"]);
    assert_eq!(plan.members, []);
}

#[test]
fn without_a_weight_there_is_a_plan_and_no_split() {
    for members in [&[][..], &[(1, 0), (2, 0)], &[(1, u64::MAX), (2, u64::MAX)]] {
        let plan = case("pvd/pvd", "80000", 12, "2024-01-01").members(members).plan();
        assert_eq!(text(plan.totals.local), "35000.00");
        assert_eq!(plan.members, []);
    }
}

#[test]
fn what_is_out_of_range_has_no_plan_and_nothing_overflows() {
    let sound = case("pvd/pvd", "60000", 12, "2024-01-01");
    let sound = sound.request();
    assert!(plan(&sound).is_some());
    let post = |change: fn(&mut Post)| {
        let mut request = sound;
        change(&mut request.post);
        plan(&request)
    };
    assert_eq!(post(|post| post.months = 0), None);
    assert_eq!(post(|post| post.months = MAX_MONTHS + 1), None);
    assert_eq!(post(|post| post.months = u32::MAX), None);
    assert_eq!(post(|post| post.working_time = BasisPoints(0)), None);
    assert_eq!(post(|post| post.working_time = BasisPoints(u32::MAX)), None);
    assert_eq!(post(|post| post.annual_cost = Cents(-1)), None);
    assert_eq!(post(|post| post.annual_cost = Cents(i64::MAX)), None);
    assert!(post(|post| post.start = time::Date::MAX).is_some());
    assert!(post(|post| post.start = time::Date::MIN).is_some());
    assert_eq!(plan(&Request { other: &[Cents(-1)], ..sound }), None);
    assert_eq!(plan(&Request { other: &[Cents(i64::MAX)], ..sound }), None);

    let free = post(|post| post.annual_cost = Cents(0)).unwrap();
    assert_eq!((free.totals.cost, free.effective_rate), (Cents(0), None));

    let scale = scale::find("fragile-2019").unwrap();
    assert_eq!(plan(&Request { scale, level: &scale.levels[0], ..sound }), None);
    for (rate, ceiling) in [(10_001, Some(1)), (u32::MAX, None), (1, Some(-1)), (1, Some(i64::MAX))]
    {
        let mut level = sound.level.clone();
        (level.rate, level.ceiling) = (Some(BasisPoints(rate)), ceiling.map(Cents));
        assert_eq!(plan(&Request { level: &level, ..sound }), None);
    }
}

/// The largest post that can be typed, with the most funders and members.
#[test]
fn the_largest_plan_adds_up() {
    let other = vec![Cents(1_234_567); 10_000];
    let members: Vec<_> =
        (0..10_000).map(|i| Member { siren: i, weight: 1_000_000_000 - u64::from(i) }).collect();
    let mut post = case("hypothesis-2023/level_3", "1000000000", 60, "2023-12-31");
    (post.other, post.members) = (other, members);
    let plan = post.plan();
    let paid: i64 = plan.members.iter().map(|member| member.total.0).sum();
    assert_eq!(Some(Cents(paid)), plan.totals.local);
    assert_eq!(plan.totals.other, Some(Cents(12_345_670_000)));
}

/// The computation a second time, from the text of the method. More posts: `PLANS=10000000`.
#[test]
fn every_plan_is_the_one_of_the_method() {
    let count = std::env::var("PLANS").map_or(100_000, |count| count.parse().unwrap());
    let mut draw = Draw(2_023);
    let (mut bound, mut over, mut split) = (0, 0, 0);
    for _ in 0..count {
        let drawn = Drawn::new(&mut draw);
        let request = drawn.request();
        let plan = plan(&request).unwrap();
        let cents = |amount: Cents| i128::from(amount.0);
        let found = oracle::Answer {
            years: plan
                .years
                .iter()
                .map(|y| {
                    let shares = y.other.zip(y.local).map(|(o, l)| (cents(o), cents(l)));
                    let binding = oracle::binding_name(y.binding);
                    let (cost, grant) = (cents(y.cost), cents(y.grant));
                    (y.year, y.months, y.cofinanced_months, cost, grant, shares, binding)
                })
                .collect(),
            excess: plan.excess.map(cents),
            members: plan
                .members
                .iter()
                .map(|member| member.by_year.iter().copied().map(cents).collect())
                .collect(),
            effective_rate: plan.effective_rate.map(|rate| rate.0.into()),
            break_even: plan.break_even_annual_cost.map(cents),
        };
        let mut expected = oracle::answer(&request).unwrap();
        expected.break_even = expected.break_even.filter(|cost| *cost <= i64::MAX.into());
        assert_eq!(found, expected, "{request:?}");
        bound += u32::from(plan.years.iter().any(|year| year.binding == Binding::Ceiling));
        over += u32::from(plan.excess.is_some());
        split += u32::from(!plan.members.is_empty());
    }
    // Each way through the method was taken often.
    assert!([bound, over, split].iter().all(|taken| taken * 20 > count));
}

/// At the cost whose rate gives exactly the ceiling, floating point takes one aid in eight for one
/// above it; here none is, and a cent more is.
#[test]
fn an_aid_equal_to_its_ceiling_is_not_above_it() {
    let mut draw = Draw(5_4);
    let (mut aids, mut flipped) = (0, 0);
    for rate in (100..10_000).step_by(100) {
        for _ in 0..50 {
            // A whole number of euros, so that every rate in percent falls on a cent.
            let cost = 1_000_000 + 100 * draw.below(90_000) as i64;
            let ceiling = cost * i64::from(rate) / 10_000;
            assert_eq!(ceiling * 10_000, cost * i64::from(rate));
            let case = case("pvd/pvd", "0", 12, "2024-01-01");
            let mut level = case.level.clone();
            (level.rate, level.ceiling) = (Some(BasisPoints(rate)), Some(Cents(ceiling)));
            let mut request = Request { level: &level, ..case.request() };
            let mut at = |cost| {
                request.post.annual_cost = Cents(cost);
                let plan = plan(&request).unwrap();
                (plan.years[0].binding, plan.totals.grant, plan.break_even_annual_cost)
            };
            let break_even = Some(Cents(cost));
            assert_eq!(at(cost), (Binding::Rate, Cents(ceiling), break_even));
            assert_eq!(at(cost + 1), (Binding::Ceiling, Cents(ceiling), break_even));
            assert_eq!(at(cost - 1).0, Binding::Rate);
            let euros = |cents: i64| cents as f64 / 100.0;
            aids += 1;
            flipped += u32::from(euros(cost) * (f64::from(rate) / 10_000.0) > euros(ceiling));
        }
    }
    println!("floating point: {flipped} of {aids} aids above their ceiling; here none");
    assert!(flipped > 0, "the reason for whole cents has gone");
}

/// The explanation has every number of the plan, in the order of the computation.
#[test]
fn the_steps_tell_the_plan() {
    let rules = |case: &Case| -> Vec<&str> {
        steps(&case.request(), &case.plan()).iter().map(Step::rule).collect()
    };
    let post = case("hypothesis-2023/level_2", "60000", 24, "2027-01-01")
        .other(&["70000"])
        .members(&[(1, 2), (2, 1)]);
    assert_eq!(
        rules(&post),
        [
            "scale",
            "not_cofinanced",
            "cost",
            "ceiling",
            "grant",
            "cost",
            "other_funding",
            "local",
            "split",
            "break_even",
        ]
    );
    let steps = steps(&post.request(), &post.plan());
    assert_eq!(
        serde_json::to_string(&steps[3]).unwrap(),
        r#"{"year":2027,"ceiling":"30000.00","ceiling_on":"grant","ceiling_period":"year","working_time":10000,"cofinanced_months":12,"limit":"30000.00"}"#
    );
    assert_eq!(
        serde_json::to_string(&steps[4]).unwrap(),
        r#"{"year":2027,"cofinanced_months":12,"base":"60000.00","rate":6500,"binding":"ceiling","grant":"30000.00"}"#
    );
    let sources: Vec<_> = steps.iter().map(|step| step.source(post.scale)).collect();
    assert_eq!(sources[1], ("faq-2023", Some("1.3")));
    assert_eq!(sources[3], ("faq-2023", Some("5.4")), "the source of the scale");
    assert_eq!(sources[8], ("coherence", None), "the key of the split is the members' own");

    let over = case("pvd/pvd", "60000", 12, "2024-01-01").other(&["20000"]);
    assert_eq!(rules(&over), ["scale", "cost", "ceiling", "grant", "over_funding", "break_even"]);
}

#[test]
fn the_years_and_totals_are_written_with_all_their_keys() {
    let plan = case("pvd/pvd", "60000", 12, "2024-01-01").other(&["20000"]).plan();
    assert_eq!(
        serde_json::to_string(&plan.years[0]).unwrap(),
        r#"{"year":2024,"months":12,"cofinanced_months":12,"cost":"60000.00","grant":"45000.00","other":null,"local":null,"binding":"rate"}"#
    );
    assert_eq!(
        serde_json::to_string(&plan.totals).unwrap(),
        r#"{"cost":"60000.00","grant":"45000.00","other":null,"local":null}"#
    );
}
