//! The one reading of what people type: amounts, shares, dates, months, yes or no, SIREN.
//!
//! Each function takes a text and answers with the value, or with nothing when the text is not
//! fully that: half a word is never wrong, it is not read yet.

use time::{Date, Month};

use crate::money::{BasisPoints, Cents};
use crate::value::is_unseen;

/// Years in which a date or a month of a dossier may lie.
pub const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;

/// The largest amount that is read, 1 000 000 000.00 euros.
pub const MAX_AMOUNT: Cents = Cents(100_000_000_000);

/// The largest whole number that is read (months, phases, jobs, weights).
pub const MAX_WHOLE: u32 = 1_000_000_000;

/// A month of a year, for the calendar of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearMonth {
    /// The year, within [`YEARS`].
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
}

impl YearMonth {
    /// Months since January of year 0: the difference of two is a number of months.
    #[must_use]
    pub fn index(self) -> i32 {
        self.year * 12 + i32::from(self.month) - 1
    }
}

/// An amount in euros with at most two decimals, from 0 to [`MAX_AMOUNT`].
///
/// ```
/// use territoires_industrie::{money::Cents, read};
///
/// assert_eq!(read::amount("62 000,50 €"), Some(Cents(6_200_050)));
/// assert_eq!(read::amount("-5"), None);
/// assert_eq!(read::amount("1.234,56"), None); // two separators
/// ```
#[must_use]
pub fn amount(text: &str) -> Option<Cents> {
    let text = text.trim();
    let without = |unit: &str| {
        let (number, end) = text.split_at_checked(text.len().checked_sub(unit.len())?)?;
        end.eq_ignore_ascii_case(unit).then_some(number)
    };
    let number = ["€", "eur", "euros", "euro"].into_iter().find_map(without).unwrap_or(text);
    decimal(number, 2)
        .and_then(|cents| i64::try_from(cents).ok())
        .map(Cents)
        .filter(|amount| *amount <= MAX_AMOUNT)
}

/// A share with at most four decimals, as a number or in percent.
///
/// Any share up to 100 000 (or 10 000 000 %) is read; whether it makes sense is for a rule to say.
///
/// ```
/// use territoires_industrie::{money::BasisPoints, read};
///
/// assert_eq!(read::share("0,8"), Some(BasisPoints(8_000)));
/// assert_eq!(read::share("80 %"), Some(BasisPoints(8_000)));
/// ```
#[must_use]
pub fn share(text: &str) -> Option<BasisPoints> {
    let text = text.trim();
    match text.strip_suffix('%') {
        Some(percent) => decimal(percent, 2),
        None => decimal(text, 4),
    }
    .and_then(|basis_points| u32::try_from(basis_points).ok())
    .filter(|basis_points| *basis_points <= 1_000_000_000)
    .map(BasisPoints)
}

/// A whole number from 0 to [`MAX_WHOLE`]; spaces are passed over.
#[must_use]
pub fn whole(text: &str) -> Option<u32> {
    decimal(text, 0)
        .and_then(|number| u32::try_from(number).ok())
        .filter(|number| *number <= MAX_WHOLE && !text.contains([',', '.']))
}

/// A decimal number without sign or exponent, in units of its last allowed decimal.
fn decimal(text: &str, decimals: usize) -> Option<u64> {
    let (mut number, mut digits, mut after) = (0u64, 0usize, None);
    for c in text.chars() {
        match c {
            '0'..='9' => {
                number = number.checked_mul(10)?.checked_add(u64::from(c.to_digit(10)?))?;
                digits += 1;
                if let Some(count) = after.as_mut() {
                    *count += 1;
                }
            }
            ',' | '.' if after.is_none() => after = Some(0),
            c if c.is_whitespace() || is_unseen(c) => {}
            _ => return None,
        }
    }
    let missing = decimals.checked_sub(after.unwrap_or(0))?;
    if digits == 0 {
        return None;
    }
    number.checked_mul(10u64.checked_pow(u32::try_from(missing).ok()?)?)
}

/// A day: `2023-09-15`, `15/09/2023` or `15.9.2023`, within [`YEARS`].
///
/// ```
/// use territoires_industrie::read;
///
/// assert_eq!(read::date("15/09/2023"), read::date("2023-09-15"));
/// assert_eq!(read::date("2023-02-29"), None);
/// ```
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let (year, month, day) = if let Some((year, rest)) = text.split_once('-') {
        let (month, day) = rest.split_once('-')?;
        (year, digits(month, 2..=2)?, digits(day, 2..=2)?)
    } else {
        let separator = if text.contains('/') { '/' } else { '.' };
        let (day, rest) = text.split_once(separator)?;
        let (month, year) = rest.split_once(separator)?;
        (year, digits(month, 1..=2)?, digits(day, 1..=2)?)
    };
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(self::year(year)?, month, u8::try_from(day).ok()?).ok()
}

/// A month: `2024-01` or `01/2024`, within [`YEARS`].
#[must_use]
pub fn month(text: &str) -> Option<YearMonth> {
    let text = text.trim();
    let (year, month) = if let Some((year, month)) = text.split_once('-') {
        (year, digits(month, 2..=2)?)
    } else {
        let (month, year) = text.split_once('/')?;
        (year, digits(month, 1..=2)?)
    };
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    Some(YearMonth { year: self::year(year)?, month })
}

fn year(text: &str) -> Option<i32> {
    i32::try_from(digits(text, 4..=4)?).ok().filter(|year| YEARS.contains(year))
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let all = length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

/// Yes or no: `oui`, `yes`, `true`, `vrai`, `on`, `1`; `non`, `no`, `false`, `faux`, `off`, `0`.
#[must_use]
pub fn yes_no(text: &str) -> Option<bool> {
    const YES: [&str; 6] = ["oui", "yes", "true", "vrai", "on", "1"];
    const NO: [&str; 6] = ["non", "no", "false", "faux", "off", "0"];
    let text = text.trim();
    if YES.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        Some(true)
    } else {
        NO.iter().any(|word| word.eq_ignore_ascii_case(text)).then_some(false)
    }
}

/// The number of an establishment or of its legal unit, as far as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Siren {
    /// One to eight digits so far.
    HalfTyped,
    /// Nine digits.
    Full {
        /// The number, 0 to 999 999 999.
        number: u32,
        /// Whether its Luhn key holds.
        key_holds: bool,
        /// Whether fourteen digits (a SIRET) were given, of which these are the first nine.
        from_siret: bool,
    },
}

impl Siren {
    /// The nine digits as a number, once they are all there.
    #[must_use]
    pub fn number(self) -> Option<u32> {
        match self {
            Self::HalfTyped => None,
            Self::Full { number, .. } => Some(number),
        }
    }
}

/// A SIREN as far as it is typed, or the SIREN of a SIRET; spaces are passed over.
///
/// ```
/// use territoires_industrie::read::{self, Siren};
///
/// assert_eq!(read::siren("200 069 391").and_then(Siren::number), Some(200_069_391));
/// assert_eq!(read::siren("20006939"), Some(Siren::HalfTyped));
/// assert_eq!(read::siren("Lamballe"), None);
/// ```
#[must_use]
pub fn siren(text: &str) -> Option<Siren> {
    let (mut number, mut count, mut key) = (0u32, 0u32, 0u32);
    for c in text.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)) {
        let digit = c.to_digit(10)?;
        if count < 9 {
            number = number * 10 + digit;
            // Luhn: every second digit from the right counts double, its own digits summed.
            key += if count % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit };
        }
        count += 1;
    }
    match count {
        1..=8 => Some(Siren::HalfTyped),
        9 | 14 => Some(Siren::Full { number, key_holds: key % 10 == 0, from_siret: count == 14 }),
        _ => None,
    }
}
