//! The calendar years of a post, before any other funding.

use time::{Date, Month};

use super::{Binding, MAX_MONTHS, NotCofinanced, Request, Year};
use crate::money::{Cents, mul_div, mul_div_floor};
use crate::read::MAX_AMOUNT;
use crate::scale::{CeilingOn, CeilingPeriod};

/// The whole, in basis points.
const WHOLE: u64 = 10_000;

/// Parts of a cent in which costs and ceilings are exact: basis points of a twelfth.
const PARTS: u64 = WHOLE * 12;

/// Parts of a cent in which grants at a rate are exact.
pub(super) const EXACT: u64 = PARTS * WHOLE;

/// What the years of a post are made from, once it is known to be in range.
///
/// In range, amounts times [`PARTS`] fit in 64 bits.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    start: Date,
    months: u32,
    /// The first months of the post, that are cofinanced.
    pub(super) cofinanced_months: u32,
    pub(super) not_cofinanced: NotCofinanced,
    annual_cost: u64,
    working_time: u64,
    rate: u64,
    ceiling: Option<Ceiling>,
}

/// A year, and the exact values that its grant comes from.
pub(super) struct Line {
    pub(super) year: Year,
    /// Cost of its cofinanced months, in parts.
    pub(super) base: u64,
    /// The ceiling of the year, in parts.
    pub(super) limit: Option<u64>,
}

#[derive(Clone, Copy)]
struct Ceiling {
    cents: u64,
    on: CeilingOn,
    period: CeilingPeriod,
    /// Part of it in force, in basis points.
    share: u64,
}

impl Terms {
    /// None when the level has no rate or a value is out of range.
    pub(super) fn new(request: &Request<'_>) -> Option<Self> {
        let Request { post, scale, level, .. } = request;
        let working_time = u64::from(post.working_time.0);
        let rate = u64::from(level.rate?.0);
        if !(1..=WHOLE).contains(&working_time)
            || rate > WHOLE
            || !(1..=MAX_MONTHS).contains(&post.months)
        {
            return None;
        }
        let share = if level.ceiling_follows_working_time { working_time } else { WHOLE };
        let ceiling = match level.ceiling {
            Some(ceiling) => Some(Ceiling {
                cents: amount(ceiling)?,
                on: level.ceiling_on,
                period: level.ceiling_period,
                share,
            }),
            None => None,
        };
        let in_programme =
            request.programme_end.map_or(post.months, |end| months_begun(post.start, end));
        let not_cofinanced = NotCofinanced {
            after_programme_end: post.months.saturating_sub(in_programme),
            beyond_max_months: post.months.saturating_sub(scale.max_months.unwrap_or(post.months)),
        };
        Some(Self {
            start: post.start,
            months: post.months,
            cofinanced_months: post.months - not_cofinanced.months(),
            not_cofinanced,
            annual_cost: amount(post.annual_cost)?,
            working_time,
            rate,
            ceiling,
        })
    }

    /// The day on which the first month begins that is not cofinanced.
    pub(super) fn not_cofinanced_since(self) -> Option<Date> {
        let month = u32::from(u8::from(self.start.month())) - 1 + self.cofinanced_months;
        let year = self.start.year() + i32::try_from(month / 12).ok()?;
        let month = Month::try_from(u8::try_from(month % 12 + 1).ok()?).ok()?;
        let day = self.start.day().min(month.length(year));
        Date::from_calendar_date(year, month, day).ok()
    }

    /// The calendar years, in order, without other funding.
    pub(super) fn lines(self) -> impl Iterator<Item = Line> {
        let mut year = self.start.year();
        let mut room = 13 - u32::from(u8::from(self.start.month()));
        let (mut months_left, mut cofinanced_left) = (self.months, self.cofinanced_months);
        let mut ceiling_left = self.ceiling.map_or(0, |c| c.cents * c.share * 12);

        std::iter::from_fn(move || {
            let months = months_left.min(room);
            if months == 0 {
                return None;
            }
            let cofinanced_months = cofinanced_left.min(months);
            let base = self.monthly() * u64::from(cofinanced_months);
            let limit = self.ceiling.map(|ceiling| match ceiling.period {
                CeilingPeriod::Year => ceiling.cents * ceiling.share * u64::from(cofinanced_months),
                CeilingPeriod::Total => ceiling_left,
            });
            let (grant, bound, used) = self.grant(base, limit)?;
            ceiling_left = ceiling_left.saturating_sub(used);
            let line = Year {
                year,
                months,
                cofinanced_months,
                cost: in_cents(self.monthly() * u64::from(months)),
                grant,
                other: None,
                local: None,
                binding: match (cofinanced_months, bound) {
                    (0, _) => Binding::None,
                    (_, true) => Binding::Ceiling,
                    (_, false) => Binding::Rate,
                },
            };
            months_left -= months;
            cofinanced_left -= cofinanced_months;
            (year, room) = (year + 1, 12);
            Some(Line { year: line, base, limit })
        })
    }

    /// The grant on a base under a limit, both in parts: the grant; whether the limit lowers it;
    /// what it uses of the limit, in parts.
    fn grant(&self, base: u64, limit: Option<u64>) -> Option<(Cents, bool, u64)> {
        let at_rate = |base| mul_div(base, self.rate, EXACT).and_then(cents);
        let (Some(limit), Some(ceiling)) = (limit, self.ceiling) else {
            return Some((at_rate(base)?, false, 0));
        };
        match ceiling.on {
            CeilingOn::Grant => {
                let bound = product(base, self.rate) > product(limit, WHOLE);
                let grant = if bound { in_cents(limit) } else { at_rate(base)? };
                Some((grant, bound, grant.0.unsigned_abs() * PARTS))
            }
            CeilingOn::Base => {
                let used = base.min(limit);
                Some((at_rate(used)?, used < base && self.rate > 0, used))
            }
        }
    }

    /// The cost of a month, in parts.
    fn monthly(&self) -> u64 {
        self.annual_cost * self.working_time
    }

    /// The annual cost above which the ceiling binds, rounded down.
    pub(super) fn break_even_annual_cost(&self) -> Option<Cents> {
        let ceiling = self.ceiling.filter(|_| self.rate > 0)?;
        let rate = match ceiling.on {
            CeilingOn::Grant => self.rate,
            CeilingOn::Base => WHOLE,
        };
        let months = match ceiling.period {
            CeilingPeriod::Year => self.cofinanced_months.min(1) * 12,
            CeilingPeriod::Total => self.cofinanced_months,
        };
        // annual cost × working time × months × rate = ceiling × its share × 12 × the whole
        let by = self.working_time * u64::from(months) * rate;
        mul_div_floor(ceiling.cents, ceiling.share * 12 * WHOLE, by).and_then(cents)
    }

    /// What the grant leaves to pay, without rounding, in [`EXACT`] parts of a cent: it never falls
    /// when the annual cost rises.
    pub(super) fn exact_rest(self) -> u128 {
        let cost = product(self.monthly() * u64::from(self.months), WHOLE);
        let base = self.monthly() * u64::from(self.cofinanced_months);
        let limit = self.ceiling.map_or(u64::MAX, |ceiling| {
            let months = match ceiling.period {
                CeilingPeriod::Year => self.cofinanced_months,
                CeilingPeriod::Total => 12,
            };
            ceiling.cents * ceiling.share * u64::from(months)
        });
        let grant = match self.ceiling.map(|ceiling| ceiling.on) {
            Some(CeilingOn::Base) => product(base.min(limit), self.rate),
            _ => product(base, self.rate).min(product(limit, WHOLE)),
        };
        cost.saturating_sub(grant)
    }
}

/// Parts, rounded half up to the cent.
pub(super) fn in_cents(parts: u64) -> Cents {
    Cents(((parts + PARTS / 2) / PARTS).cast_signed())
}

/// An amount in range, in cents.
pub(super) fn amount(amount: Cents) -> Option<u64> {
    u64::try_from(amount.0).ok().filter(|_| amount <= MAX_AMOUNT)
}

fn cents(cents: u64) -> Option<Cents> {
    i64::try_from(cents).ok().map(Cents)
}

fn product(a: u64, b: u64) -> u128 {
    u128::from(a) * u128::from(b)
}

/// How many of the months that begin at `start`, then every month, begin by `end`.
///
/// Each begins on the day of `start`, or on the last day of a month that is too short for it.
fn months_begun(start: Date, end: Date) -> u32 {
    let index = |day: Date| day.year() * 12 + i32::from(u8::from(day.month()));
    let begins = start.day().min(end.month().length(end.year()));
    let begun = index(end) - index(start) + i32::from(begins <= end.day());
    u32::try_from(begun).unwrap_or(0)
}
