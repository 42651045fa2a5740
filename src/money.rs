//! Money: whole cents, rates in basis points, exact division and apportionment.
//!
//! # Design
//! There is no floating point here, so an aid that equals its ceiling is never taken for one above
//! it, and what is shared out adds up. Products are made in 64 bits, and in 128 only when they do
//! not fit: most do, and 64 bits are what WebAssembly divides fast.

use std::{cmp::Ordering, fmt, iter::Sum};

use serde::{Serialize, Serializer};

use crate::digits::FromEnd;

/// An amount of money, in cents of euro.
///
/// Shown, and written in JSON as a text, in euros with two decimals, so that no reader of numbers
/// loses a cent.
///
/// ```
/// use territoires_industrie::money::Cents;
///
/// assert_eq!(Cents(4_379_125).to_string(), "43791.25");
/// assert_eq!(Cents(-5).to_string(), "-0.05");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "openapi",
    schemars(with = "String", description = "Euros, such as 43791.25.")
)]
pub struct Cents(pub i64);

impl Cents {
    fn as_text(self) -> FromEnd {
        let mut text = FromEnd::new();
        let whole = text.put_digits(self.0.unsigned_abs(), 2);
        text.put(".");
        text.put_whole(whole);
        if self.0 < 0 {
            text.put("-");
        }
        text
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_text().as_str())
    }
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.as_text();
        if serializer.is_human_readable() {
            serializer.serialize_str(text.as_str())
        } else {
            serializer.serialize_bytes(text.as_bytes())
        }
    }
}

/// Adds up; a sum that leaves the range stays at its end.
impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.fold(0, |sum, amount| sum.saturating_add(amount.0)))
    }
}

/// A rate or a share, in basis points: 10 000 is the whole, 1 is 0.01 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct BasisPoints(pub u32);

impl BasisPoints {
    /// The whole, 100 %.
    pub const WHOLE: Self = Self(10_000);
}

/// `amount × times / by`, rounded half up to a whole number.
///
/// Nothing when `by` is 0 or the result does not fit.
///
/// ```
/// use territoires_industrie::money::mul_div;
///
/// // 75 % of 73 333.33 euros is 54 999.9975 euros.
/// assert_eq!(mul_div(7_333_333, 7_500, 10_000), Some(5_500_000));
/// ```
#[must_use]
pub fn mul_div(amount: u64, times: u64, by: u64) -> Option<u64> {
    divide(amount, times, by / 2, by)
}

/// `amount × times / by`, rounded down to a whole number.
///
/// Nothing when `by` is 0 or the result does not fit.
#[must_use]
pub fn mul_div_floor(amount: u64, times: u64, by: u64) -> Option<u64> {
    divide(amount, times, 0, by)
}

/// `(amount × times + plus) / by`, rounded down.
fn divide(amount: u64, times: u64, plus: u64, by: u64) -> Option<u64> {
    match amount.checked_mul(times).and_then(|product| product.checked_add(plus)) {
        Some(product) => product.checked_div(by),
        None => {
            // Always fits: (2^64 - 1)² + 2^64 - 1 < 2^128.
            let product = u128::from(amount) * u128::from(times) + u128::from(plus);
            u64::try_from(product.checked_div(u128::from(by))?).ok()
        }
    }
}

/// Shares `total` out in proportion to `weights`, to the unit, by largest remainder (Hamilton).
///
/// Each share is its exact part rounded down; the units left go one each to the largest
/// remainders, the earlier one first among equals. The shares add up to `total`, and none is a
/// unit or more away from its exact part.
///
/// Nothing when the weights are all zero, or add up to more than `u64` holds.
///
/// ```
/// use territoires_industrie::money::apportion;
///
/// assert_eq!(apportion(10_000, &[1, 1, 1]), Some(vec![3_334, 3_333, 3_333]));
/// assert_eq!(apportion(10_000, &[0, 0]), None);
/// ```
#[must_use]
pub fn apportion(total: u64, weights: &[u64]) -> Option<Vec<u64>> {
    let mut shares = Vec::with_capacity(weights.len());
    apportion_into(total, weights, &mut shares)?;
    Some(shares.into_iter().map(|share| share.amount).collect())
}

/// A share of [`apportion_into`].
pub(crate) struct Share {
    pub(crate) amount: u64,
    /// What its exact part, rounded down, leaves, times the sum of the weights.
    remainder: u64,
}

/// [`apportion`], into a list that keeps its room from one use to the next.
pub(crate) fn apportion_into(total: u64, weights: &[u64], shares: &mut Vec<Share>) -> Option<()> {
    let sum = weights.iter().try_fold(0u64, |sum, weight| sum.checked_add(*weight))?;
    if sum == 0 {
        return None;
    }
    shares.clear();
    let mut left = total;
    for weight in weights {
        let amount = mul_div_floor(total, *weight, sum)?;
        // Below `sum`, so exact in 64 bits even when the products wrap.
        let remainder = total.wrapping_mul(*weight).wrapping_sub(amount.wrapping_mul(sum));
        shares.push(Share { amount, remainder });
        left = left.checked_sub(amount)?;
    }
    if left == 0 {
        return Some(());
    }
    // Rather than sorting the remainders, halving finds the one above which everybody gets a unit;
    // of those that equal it, the earlier ones get what is then left. Small, and never quadratic.
    let above =
        |limit| shares.iter().fold(0, |count, share| count + u64::from(share.remainder > limit));
    let (mut low, mut high) = (0, sum);
    while low < high {
        let middle = low + (high - low) / 2;
        match above(middle).cmp(&left) {
            Ordering::Less => high = middle,
            Ordering::Equal => (low, high) = (middle, middle),
            Ordering::Greater => low = middle + 1,
        }
    }
    left -= above(low);
    for share in shares {
        if share.remainder > low {
            share.amount += 1;
        } else if share.remainder == low && left > 0 {
            share.amount += 1;
            left -= 1;
        }
    }
    Some(())
}
