//! The plan a second time: slowly, month by month, with fractions, from the text of the method and
//! not from the code. Nothing here is shared with the library but its types.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::{Add, Div, Mul, Sub};

use territoires_industrie::funding::{Binding, Request};
use territoires_industrie::scale::{CeilingOn, CeilingPeriod};
use time::Date;

/// An exact fraction, its denominator above 0, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction(i128, i128);

impl Fraction {
    pub fn new(over: i128, under: i128) -> Self {
        let (mut a, mut b) = (over.abs(), under.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Self(over / a * under.signum(), under.abs() / a)
    }

    pub fn whole(number: i128) -> Self {
        Self(number, 1)
    }

    fn floor(self) -> i128 {
        self.0.div_euclid(self.1)
    }

    fn half_up(self) -> i128 {
        (self + Self::new(1, 2)).floor()
    }
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.0 * other.1 - other.0 * self.1, self.1 * other.1)
    }
}

impl Mul for Fraction {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }
}

impl Div for Fraction {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Self::new(self.0 * other.1, self.1 * other.0)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }
}

/// A year: which one, its months, those cofinanced, cost, grant, other and local (nothing when the
/// post is over-funded), what binds.
pub type Line = (i32, u32, u32, i128, i128, Option<(i128, i128)>, &'static str);

/// What the method gives, in cents.
#[derive(Debug, Default, PartialEq)]
pub struct Answer {
    pub years: Vec<Line>,
    pub excess: Option<i128>,
    pub members: Vec<Vec<i128>>,
    pub effective_rate: Option<i128>,
    pub break_even: Option<i128>,
}

pub fn binding_name(binding: Binding) -> &'static str {
    match binding {
        Binding::Ceiling => "ceiling",
        Binding::Rate => "rate",
        Binding::None => "none",
    }
}

fn days_in(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

fn triple(day: Date) -> (i32, i32, i32) {
    (day.year(), i32::from(u8::from(day.month())), i32::from(day.day()))
}

/// Step 1: the months of each calendar year, and those of them that are cofinanced.
fn months(request: &Request<'_>) -> BTreeMap<i32, (u32, u32)> {
    let (year, month, day) = triple(request.post.start);
    let mut years = BTreeMap::new();
    for k in 0..request.post.months {
        let since = year * 12 + month - 1 + k as i32;
        let (y, m) = (since / 12, since % 12 + 1);
        let begins = (y, m, day.min(days_in(y, m)));
        let cofinanced = request.programme_end.is_none_or(|end| begins <= triple(end))
            && request.scale.max_months.is_none_or(|max| k < max);
        let (all, paid) = years.entry(y).or_insert((0, 0));
        *all += 1;
        *paid += u32::from(cofinanced);
    }
    years
}

/// Largest remainders, ties to the earlier.
fn hamilton(total: i128, weights: &[i128]) -> Option<Vec<i128>> {
    let sum: i128 = weights.iter().sum();
    if sum == 0 {
        return None;
    }
    let exact: Vec<Fraction> = weights.iter().map(|w| Fraction::new(total * w, sum)).collect();
    let mut shares: Vec<i128> = exact.iter().map(|part| part.floor()).collect();
    for _ in 0..total - shares.iter().sum::<i128>() {
        let rest = |i: usize| exact[i] - Fraction::whole(shares[i]);
        let mut best = 0;
        for i in 1..shares.len() {
            if rest(i) > rest(best) {
                best = i;
            }
        }
        shares[best] += 1;
    }
    Some(shares)
}

/// The whole method, steps 1 to 6.
pub fn answer(request: &Request<'_>) -> Option<Answer> {
    let level = request.level;
    let rate = Fraction::new(level.rate?.0.into(), 10_000);
    let part_time = Fraction::new(request.post.working_time.0.into(), 10_000);
    let full_time_month = Fraction::new(request.post.annual_cost.0.into(), 12);
    let ceiling = level.ceiling.map(|ceiling| {
        let ceiling = Fraction::whole(ceiling.0.into());
        if level.ceiling_follows_working_time { ceiling * part_time } else { ceiling }
    });
    let total = level.ceiling_period == CeilingPeriod::Total;

    // Steps 2 and 3.
    let mut answer = Answer::default();
    let mut rest_of_ceiling = ceiling;
    let mut cofinanced_months = 0;
    let mut left = Vec::new();
    let (mut cost_of_all, mut grant_of_all) = (0, 0);
    for (year, (all, paid)) in months(request) {
        let zero = Fraction::whole(0);
        let cost = (full_time_month * part_time * Fraction::whole(all.into())).half_up();
        let base = full_time_month * part_time * Fraction::whole(paid.into());
        let limit = if total {
            rest_of_ceiling
        } else {
            ceiling.map(|ceiling| ceiling * Fraction::new(paid.into(), 12))
        };
        let without = rate * base;
        let (mut exact, mut used) = (without, base);
        if let Some(limit) = limit.map(|limit| limit.max(zero)) {
            match level.ceiling_on {
                CeilingOn::Grant => exact = exact.min(limit),
                CeilingOn::Base => {
                    used = base.min(limit);
                    exact = rate * used;
                }
            }
        }
        let grant = exact.half_up();
        rest_of_ceiling = rest_of_ceiling.map(|rest| match level.ceiling_on {
            CeilingOn::Grant => rest - Fraction::whole(grant),
            CeilingOn::Base => rest - used,
        });
        let binding = match paid {
            0 => "none",
            _ if exact < without => "ceiling",
            _ => "rate",
        };
        cofinanced_months += paid;
        cost_of_all += cost;
        grant_of_all += grant;
        left.push(cost - grant);
        answer.years.push((year, all, paid, cost, grant, None, binding));
    }

    // Steps 4 to 6.
    let other: i128 = request.other.iter().map(|funder| i128::from(funder.0)).sum();
    if grant_of_all + other > cost_of_all {
        answer.excess = Some(grant_of_all + other - cost_of_all);
    } else {
        for funder in request.other {
            for (i, share) in hamilton(funder.0.into(), &left).iter().flatten().enumerate() {
                left[i] -= share;
            }
        }
        for (line, left) in answer.years.iter_mut().zip(&left) {
            line.5 = Some((line.3 - line.4 - left, *left));
        }
        let weights: Vec<i128> = request.members.iter().map(|m| m.weight.into()).collect();
        let by_year: Option<Vec<_>> = left.iter().map(|left| hamilton(*left, &weights)).collect();
        if let Some(by_year) = by_year {
            answer.members =
                (0..weights.len()).map(|i| by_year.iter().map(|year| year[i]).collect()).collect();
        }
    }

    if cost_of_all > 0 {
        answer.effective_rate = Some(Fraction::new(grant_of_all * 10_000, cost_of_all).half_up());
    }
    if rate > Fraction::whole(0) && cofinanced_months > 0 {
        answer.break_even = level.ceiling.map(|ceiling| {
            let mut cost = Fraction::whole(ceiling.0.into());
            if level.ceiling_on == CeilingOn::Grant {
                cost = cost / rate;
            }
            if total {
                cost = cost * Fraction::new(12, cofinanced_months.into());
            }
            if !level.ceiling_follows_working_time {
                cost = cost / part_time;
            }
            cost.floor()
        });
    }
    Some(answer)
}
