//! Posts to try: drawn at random, the same ones every time, with the awkward ones often among them.

use territoires_industrie::funding::{Member, Post, Request};
use territoires_industrie::money::{BasisPoints, Cents};
use territoires_industrie::scale::{self, CeilingOn, CeilingPeriod, Level, Scale};
use time::{Date, Month};

/// SplitMix64: small, and the same on every machine.
pub struct Draw(pub u64);

impl Draw {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % bound
    }

    pub fn one<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len() as u64) as usize]
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 0
    }

    /// An amount: of a post most often, sometimes round, sometimes as large as can be read.
    pub fn amount(&mut self) -> Cents {
        let cents = match self.below(8) {
            0 => self.below(100),
            1 => 100 * self.below(1_000_000),
            2 => 500_000 * self.below(40),
            3 => self.below(100_000_000_001),
            _ => self.below(12_000_000),
        };
        Cents(cents as i64)
    }

    /// A day, with month ends and leap days often among them.
    pub fn day(&mut self) -> Date {
        let year =
            if self.below(8) == 0 { 2000 + self.below(95) } else { 2022 + self.below(8) } as i32;
        let month = Month::try_from(1 + self.below(12) as u8).unwrap();
        let day = if self.yes() { 28 + self.below(4) } else { 1 + self.below(28) } as u8;
        Date::from_calendar_date(year, month, day.min(month.length(year))).unwrap()
    }

    fn working_time(&mut self) -> BasisPoints {
        match self.below(4) {
            0 => BasisPoints(1 + self.below(10_000) as u32),
            1 => BasisPoints(self.one(&[2_000, 2_500, 3_333, 5_000, 7_500, 8_000])),
            _ => BasisPoints::WHOLE,
        }
    }

    fn level(&mut self) -> Level {
        let mut level = scale::shipped()[0].levels[0].clone();
        level.rate = Some(BasisPoints(match self.below(8) {
            0 => 0,
            1 => 10_000,
            2 => self.below(10_001) as u32,
            _ => 500 * self.below(21) as u32,
        }));
        level.ceiling = if self.below(5) == 0 { None } else { Some(self.amount()) };
        level.ceiling_on = self.one(&[CeilingOn::Grant, CeilingOn::Base]);
        level.ceiling_period = self.one(&[CeilingPeriod::Year, CeilingPeriod::Total]);
        level.ceiling_follows_working_time = self.yes();
        level
    }

    /// A shipped scale, or one that has none of its habits.
    fn scale(&mut self) -> Scale {
        let mut scale = scale::shipped()[self.below(3) as usize].clone();
        if self.yes() {
            scale.levels = vec![self.level()];
            scale.max_months = if self.yes() { None } else { Some(1 + self.below(60) as u32) };
        }
        scale
    }

    /// Members under the key of a split: population, equal, or custom weights.
    fn members(&mut self) -> Vec<Member> {
        let key = self.below(4);
        let count = if self.below(20) == 0 { 20 } else { self.below(5) };
        let weight = |draw: &mut Self| match key {
            0 => 1,
            1 => draw.below(5),
            2 => draw.below(1_000_000_001),
            _ => 1_000 + draw.below(500_000),
        };
        (0..count).map(|i| Member { siren: 200_000_000 + i as u32, weight: weight(self) }).collect()
    }
}

/// Everything that a request borrows.
pub struct Drawn {
    pub post: Post,
    pub scale: Scale,
    pub level: usize,
    pub programme_end: Option<Date>,
    pub other: Vec<Cents>,
    pub members: Vec<Member>,
}

impl Drawn {
    pub fn new(draw: &mut Draw) -> Self {
        let scale = draw.scale();
        let post = Post {
            annual_cost: draw.amount(),
            working_time: draw.working_time(),
            start: draw.day(),
            months: if draw.yes() {
                draw.one(&[12, 24, 36, 48, 60])
            } else {
                1 + draw.below(60) as u32
            },
        };
        let programme_end = match draw.below(6) {
            0 => None,
            1 => Some(draw.day()),
            _ => Date::from_calendar_date(2027, Month::December, 31).ok(),
        };
        let small = |draw: &mut Draw| Cents(draw.amount().0 / draw.one(&[1, 10, 100]));
        let funders = draw.below(5).saturating_sub(1);
        let other = (0..funders).map(|_| small(draw)).collect();
        let level = draw.below(scale.levels.len() as u64) as usize;
        Self { post, level, scale, programme_end, other, members: draw.members() }
    }

    pub fn request(&self) -> Request<'_> {
        Request {
            post: self.post,
            scale: &self.scale,
            level: &self.scale.levels[self.level],
            programme_end: self.programme_end,
            other: &self.other,
            members: &self.members,
        }
    }
}
