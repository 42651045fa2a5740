//! Protects the ground that every amount stands on: exact rounding, and shares that add up.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use territoires_industrie::money::{BasisPoints, Cents, apportion, mul_div, mul_div_floor};

#[test]
fn amounts_are_written_in_euros_with_two_decimals() {
    let cases = [
        (0, "0.00"),
        (1, "0.01"),
        (-1, "-0.01"),
        (-5, "-0.05"),
        (100, "1.00"),
        (4_379_125, "43791.25"),
        (-12_345, "-123.45"),
        (100_000_000_000, "1000000000.00"),
        (i64::MAX, "92233720368547758.07"),
        (i64::MIN, "-92233720368547758.08"),
    ];
    for (cents, text) in cases {
        assert_eq!(Cents(cents).to_string(), text);
        assert_eq!(serde_json::to_string(&Cents(cents)).unwrap(), format!("\"{text}\""));
    }
    assert_eq!(serde_json::to_string(&BasisPoints(6_500)).unwrap(), "6500");
}

#[test]
fn a_sum_of_amounts_stays_in_range() {
    assert_eq!([Cents(1), Cents(-3)].into_iter().sum::<Cents>(), Cents(-2));
    assert_eq!([Cents(i64::MAX), Cents(1)].into_iter().sum::<Cents>(), Cents(i64::MAX));
}

#[test]
fn halves_are_rounded_up() {
    let cases = [
        // amount, times, by, half up, down
        (1, 1, 2, 1, 0),
        (1, 1, 3, 0, 0),
        (2, 1, 3, 1, 0),
        (5, 1, 10, 1, 0),
        (49, 1, 100, 0, 0),
        (50, 1, 100, 1, 0),
        (7_333_333, 7_500, 10_000, 5_500_000, 5_499_999),
        // Too large for 64 bits on the way.
        (100_000_000_000, 10_000_000_000, 10_000_000_000, 100_000_000_000, 100_000_000_000),
        (u64::MAX, u64::MAX, u64::MAX, u64::MAX, u64::MAX),
    ];
    for (amount, times, by, half_up, down) in cases {
        assert_eq!(mul_div(amount, times, by), Some(half_up), "{amount} × {times} / {by}");
        assert_eq!(mul_div_floor(amount, times, by), Some(down), "{amount} × {times} / {by}");
    }
}

#[test]
fn what_has_no_result_has_none() {
    assert_eq!(mul_div(1, 1, 0), None);
    assert_eq!(mul_div(u64::MAX, 2, 1), None);
    assert_eq!(mul_div_floor(u64::MAX, u64::MAX, 0), None);
    assert_eq!(apportion(100, &[]), None);
    assert_eq!(apportion(100, &[0, 0, 0]), None);
    assert_eq!(apportion(100, &[u64::MAX, 1]), None);
}

#[test]
fn cents_left_go_to_the_largest_remainders_then_to_the_earlier() {
    let cases: [(u64, &[u64], &[u64]); 7] = [
        (10_000, &[1, 1, 1], &[3_334, 3_333, 3_333]),
        (10_000, &[1, 1, 1, 1, 1, 1], &[1_667, 1_667, 1_667, 1_667, 1_666, 1_666]),
        (1, &[1, 2], &[0, 1]),
        (1, &[1, 1], &[1, 0]),
        (0, &[3, 4], &[0, 0]),
        (7, &[0, 5, 0], &[0, 7, 0]),
        // Past 64 bits on the way: exact parts are 2^64 - 1 times 1/3 and 2/3, both whole.
        (u64::MAX, &[u64::MAX / 3, u64::MAX / 3 * 2], &[u64::MAX / 3, u64::MAX / 3 * 2]),
    ];
    for (total, weights, shares) in cases {
        assert_eq!(apportion(total, weights).as_deref(), Some(shares), "{total} by {weights:?}");
    }
}

/// What largest remainders mean, written as conditions instead of steps.
fn is_hamilton(total: u64, weights: &[u64], shares: &[u64]) -> Result<(), String> {
    let sum: u128 = weights.iter().map(|w| u128::from(*w)).sum();
    if shares.iter().map(|s| u128::from(*s)).sum::<u128>() != u128::from(total) {
        return Err("does not add up".into());
    }
    let exact: Vec<(u128, u128)> = weights
        .iter()
        .map(|w| u128::from(total) * u128::from(*w))
        .map(|product| (product / sum, product % sum))
        .collect();
    let extra: Vec<u128> = shares
        .iter()
        .zip(&exact)
        .map(|(s, (floor, _))| u128::from(*s).wrapping_sub(*floor))
        .collect();
    if extra.iter().any(|extra| *extra > 1) {
        return Err(format!("a share is not its exact part rounded: {extra:?}"));
    }
    // Nobody who got a cent has a smaller remainder than one who did not, nor, the remainders
    // being equal, comes later.
    for (i, (_, mine)) in exact.iter().enumerate().filter(|(i, _)| extra[*i] == 1) {
        for (j, (_, theirs)) in exact.iter().enumerate().filter(|(j, _)| extra[*j] == 0) {
            if mine < theirs || (mine == theirs && i > j) {
                return Err(format!("{i} got the cent of {j}"));
            }
        }
    }
    Ok(())
}

#[test]
fn every_small_split_is_by_largest_remainder() {
    let mut splits = 0;
    for members in 1..=4u32 {
        for code in 0..5u64.pow(members) {
            let weights: Vec<u64> = (0..members).map(|i| code / 5u64.pow(i) % 5).collect();
            for total in 0..=300 {
                match apportion(total, &weights) {
                    None => assert_eq!(code, 0),
                    Some(shares) => {
                        let verdict = is_hamilton(total, &weights, &shares);
                        assert_eq!(verdict, Ok(()), "{total} by {weights:?}: {shares:?}");
                    }
                }
                splits += 1;
            }
        }
    }
    assert_eq!(splits, 301 * (5 + 25 + 125 + 625));
}

#[test]
fn a_split_among_many_members_adds_up() {
    let weights: Vec<u64> = (0..10_000).map(|i| i * 7_919 % 1_000_000_000).collect();
    let shares = apportion(100_000_000_000, &weights).unwrap();
    assert_eq!(shares.iter().sum::<u64>(), 100_000_000_000);
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn rounding_is_that_of_whole_numbers(a in any::<u64>(), b in any::<u64>(), d in 1..=u64::MAX) {
        let product = u128::from(a) * u128::from(b);
        let (floor, rest) = (product / u128::from(d), product % u128::from(d));
        let half_up = floor + u128::from(rest >= u128::from(d) - rest);
        prop_assert_eq!(mul_div_floor(a, b, d), u64::try_from(floor).ok());
        prop_assert_eq!(mul_div(a, b, d), u64::try_from(half_up).ok());
    }

    #[test]
    fn every_split_is_by_largest_remainder(
        total in prop_oneof![0..1_000u64, 0..=100_000_000_000u64, any::<u64>()],
        weights in prop::collection::vec(prop_oneof![0..10u64, 0..=1_000_000_000u64, any::<u64>()], 1..40),
    ) {
        match apportion(total, &weights) {
            Some(shares) => prop_assert_eq!(is_hamilton(total, &weights, &shares), Ok(())),
            None => {
                let sum: u128 = weights.iter().map(|w| u128::from(*w)).sum();
                prop_assert!(sum == 0 || sum > u128::from(u64::MAX));
            }
        }
    }

    #[test]
    fn the_order_of_members_only_moves_the_cent_of_a_tie(
        total in 0..100_000u64,
        weights in prop::collection::vec(0..6u64, 1..8),
        turn in 0..8usize,
    ) {
        prop_assume!(weights.iter().any(|w| *w > 0));
        let shares = apportion(total, &weights).unwrap();
        let mut turned = weights.clone();
        turned.rotate_left(turn % weights.len());
        let mut back = apportion(total, &turned).unwrap();
        back.rotate_right(turn % weights.len());
        let sum: u64 = weights.iter().sum();
        for (i, (here, there)) in shares.iter().zip(&back).enumerate() {
            prop_assert!(here.abs_diff(*there) <= 1);
            if here != there {
                let tied = |j: usize| total * weights[j] % sum == total * weights[i] % sum;
                prop_assert!((0..weights.len()).any(|j| j != i && tied(j)));
            }
        }
    }
}
