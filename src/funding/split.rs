//! Who pays what is left of each year: other funders, then the members.

use super::{FunderShare, Member, MemberShare, Year};
use crate::money::{Cents, apportion_into};

/// Spreads each funder, in order, over the years, in proportion to what is left of each; then
/// fills what others and the members pay in each year.
///
/// The funders must not exceed what is left in all.
pub(super) fn spread(years: &mut [Year], other: &[Cents]) -> Vec<FunderShare> {
    let mut left: Vec<u64> =
        years.iter().map(|year| cents(year.cost) - cents(year.grant)).collect();
    let mut shares = Vec::with_capacity(years.len());
    let mut funders = Vec::with_capacity(other.len());
    for funder in other {
        let mut by_year = vec![Cents(0); years.len()];
        // Where nothing is left, nothing is to be spread.
        if apportion_into(cents(*funder), &left, &mut shares).is_some() {
            for ((left, share), paid) in left.iter_mut().zip(&shares).zip(&mut by_year) {
                *left = left.saturating_sub(share.amount);
                *paid = Cents(share.amount.cast_signed());
            }
        }
        funders.push(FunderShare { by_year, total: *funder });
    }
    for (year, left) in years.iter_mut().zip(left) {
        let local = Cents(left.cast_signed());
        year.local = Some(local);
        year.other = Some(Cents(year.cost.0 - year.grant.0 - local.0));
    }
    funders
}

/// Splits the local share of each year among the members; empty when their weights cannot.
pub(super) fn split(years: &[Year], members: &[Member]) -> Vec<MemberShare> {
    let weights: Vec<u64> = members.iter().map(|member| member.weight).collect();
    let empty = |member: &Member| MemberShare {
        siren: member.siren,
        weight: member.weight,
        by_year: Vec::with_capacity(years.len()),
        total: Cents(0),
    };
    let mut split: Vec<MemberShare> = members.iter().map(empty).collect();
    let mut shares = Vec::with_capacity(members.len());
    for year in years {
        let local = cents(year.local.unwrap_or_default());
        if apportion_into(local, &weights, &mut shares).is_none() {
            return Vec::new();
        }
        for (member, share) in split.iter_mut().zip(&shares) {
            // Never above the local share, which is in range.
            let paid = Cents(share.amount.cast_signed());
            member.by_year.push(paid);
            member.total.0 += paid.0;
        }
    }
    split
}

/// An amount that is not negative, in cents.
fn cents(amount: Cents) -> u64 {
    u64::try_from(amount.0).unwrap_or(0)
}
