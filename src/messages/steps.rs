//! The steps of a funding plan, in words.

use super::day;
use super::document::{limited, terms};
use super::pieces::{Amount, Count, Percent, fill, written};
use crate::check::Lang;
use crate::digits::joined;
use crate::funding::{Binding, Step};
use crate::money::{BasisPoints, Cents};
use crate::scale::{CeilingPeriod, Level, Scale, Status};

/// Writes a step with its numbers at the end of a text.
pub(crate) fn step(step: &Step, lang: Lang, scale: &Scale, level: &Level, out: &mut String) {
    match lang {
        Lang::Fr => fr(step, scale, level, out),
        Lang::En => en(step, scale, level, out),
    }
}

/// What the figures of a scale are worth, in a word that stands beside every amount.
#[must_use]
pub fn status(status: Status, lang: Lang) -> &'static str {
    match (status, lang) {
        (Status::Official, Lang::Fr) => "barème publié",
        (Status::Hypothesis, Lang::Fr) => "hypothèse",
        (Status::Case, Lang::Fr) => "cas rapporté",
        (Status::Comparison, Lang::Fr) => "comparaison",
        (Status::Unpublished, Lang::Fr) => "non publié",
        (Status::Custom, Lang::Fr) => "barème saisi",
        (Status::Official, Lang::En) => "published scale",
        (Status::Hypothesis, Lang::En) => "hypothesis",
        (Status::Case, Lang::En) => "reported case",
        (Status::Comparison, Lang::En) => "comparison",
        (Status::Unpublished, Lang::En) => "not published",
        (Status::Custom, Lang::En) => "scale as typed",
    }
}

/// A share in percent: « 65 % », « 72,5 % ».
#[must_use]
pub fn percent(share: BasisPoints, lang: Lang) -> String {
    written(&Percent(share, lang))
}

// A report is in one language: the other one is not compiled with it.
#[inline(never)]
fn fr(step: &Step, scale: &Scale, level: &Level, out: &mut String) {
    let euros = |cents: Cents| Amount(cents, Lang::Fr);
    let share = |points: BasisPoints| Percent(points, Lang::Fr);
    match step {
        Step::Scale { status: worth, .. } => fill(
            out,
            "Barème («\u{a0}{}\u{a0}», {})\u{a0}: {}, {}.",
            &[&scale.label.fr, &status(*worth, Lang::Fr), &level.label.fr, &terms(level, Lang::Fr)],
        ),
        Step::NotCofinanced {
            since,
            after_programme_end,
            programme_end,
            beyond_max_months,
            max_months,
        } => {
            let mut reasons = Vec::new();
            if let (1.., Some(end)) = (*after_programme_end, programme_end) {
                reasons
                    .push(format!("{after_programme_end} mois après le {}", day(*end, Lang::Fr)));
            }
            if let (1.., Some(max)) = (*beyond_max_months, max_months) {
                reasons.push(format!("{beyond_max_months} mois au-delà de {max} mois"));
            }
            let since = since.map(|since| day(since, Lang::Fr)).unwrap_or_default();
            fill(
                out,
                "Mois non cofinancés à partir du {}, par hypothèse\u{a0}: {}.",
                &[&since, &joined(&mut reasons.iter().map(String::as_str), " et ")],
            )
        }
        Step::Cost { year, annual_cost, working_time, months, cost } => fill(
            out,
            "{}, coût\u{a0}: {} par an × {} du temps plein × {} mois sur 12 = {}.",
            &[year, &euros(*annual_cost), &share(*working_time), months, &euros(*cost)],
        ),
        Step::Ceiling {
            year,
            ceiling,
            ceiling_on,
            ceiling_period,
            working_time,
            cofinanced_months,
            limit,
        } => {
            let of = limited(*ceiling_on, Lang::Fr);
            let time = working_time
                .map(|time| format!(" × {}", percent(time, Lang::Fr)))
                .unwrap_or_default();
            let period = match ceiling_period {
                CeilingPeriod::Year => format!(" par an × {cofinanced_months} mois sur 12"),
                CeilingPeriod::Total => " au total, moins les années précédentes".to_owned(),
            };
            fill(
                out,
                "{}, plafond {}\u{a0}: {}{}{} = {}.",
                &[year, &of, &euros(*ceiling), &time, &period, &euros(*limit)],
            )
        }
        Step::Grant { year, cofinanced_months, base, rate, binding, grant } => fill(
            out,
            "{}, État\u{a0}: {} de {} ({} mois){} = {}\u{a0}; {} joue.",
            &[
                year,
                &share(*rate),
                &euros(*base),
                cofinanced_months,
                &if *binding == Binding::Ceiling { ", ramené au plafond" } else { "" },
                &euros(*grant),
                &if *binding == Binding::Ceiling { "le plafond" } else { "le taux" },
            ],
        ),
        Step::OtherFunding { other, .. } => fill(
            out,
            "Autres financements\u{a0}: {}, répartis sur les années selon ce qui reste à payer.",
            &[&euros(*other)],
        ),
        Step::OverFunding { cost, grant, other, excess } => fill(
            out,
            "État {} + autres {} dépassent le coût {} de {}.",
            &[&euros(*grant), &euros(*other), &euros(*cost), &euros(*excess)],
        ),
        Step::Local { cost, grant, other, local } => fill(
            out,
            "Reste à charge des intercommunalités\u{a0}: {} − {} − {} = {}.",
            &[&euros(*cost), &euros(*grant), &euros(*other), &euros(*local)],
        ),
        Step::Split { local, members, .. } => fill(
            out,
            "{} répartis chaque année entre {}, au centime près, à proportion des poids.",
            &[&euros(*local), &Count::of(*members, "membre", "membres")],
        ),
        Step::BreakEven { ceiling, rate, break_even_annual_cost } => fill(
            out,
            "Avec un plafond de {} et un taux de {}, le plafond joue au-dessus d'un coût annuel de {}.",
            &[&euros(*ceiling), &share(*rate), &euros(*break_even_annual_cost)],
        ),
    }
}

#[inline(never)]
fn en(step: &Step, scale: &Scale, level: &Level, out: &mut String) {
    let euros = |cents: Cents| Amount(cents, Lang::En);
    let share = |points: BasisPoints| Percent(points, Lang::En);
    match step {
        Step::Scale { status: worth, .. } => fill(
            out,
            "Scale (“{}”, {}): {}, {}.",
            &[&scale.label.en, &status(*worth, Lang::En), &level.label.en, &terms(level, Lang::En)],
        ),
        Step::NotCofinanced {
            since,
            after_programme_end,
            programme_end,
            beyond_max_months,
            max_months,
        } => {
            let mut reasons = Vec::new();
            if let (1.., Some(end)) = (*after_programme_end, programme_end) {
                reasons.push(format!("{after_programme_end} after {}", day(*end, Lang::En)));
            }
            if let (1.., Some(max)) = (*beyond_max_months, max_months) {
                reasons.push(format!("{beyond_max_months} beyond {max} months"));
            }
            let since = since.map(|since| day(since, Lang::En)).unwrap_or_default();
            fill(
                out,
                "Months not cofinanced from {} on, by hypothesis: {}.",
                &[&since, &joined(&mut reasons.iter().map(String::as_str), " and ")],
            )
        }
        Step::Cost { year, annual_cost, working_time, months, cost } => fill(
            out,
            "{}, cost: {} a year × {} of full time × {} of 12 = {}.",
            &[
                year,
                &euros(*annual_cost),
                &share(*working_time),
                &Count::of(*months, "month", "months"),
                &euros(*cost),
            ],
        ),
        Step::Ceiling {
            year,
            ceiling,
            ceiling_on,
            ceiling_period,
            working_time,
            cofinanced_months,
            limit,
        } => {
            let of = limited(*ceiling_on, Lang::En);
            let time = working_time
                .map(|time| format!(" × {}", percent(time, Lang::En)))
                .unwrap_or_default();
            let period = match ceiling_period {
                CeilingPeriod::Year => {
                    let months = Count::of(*cofinanced_months, "month", "months");
                    format!(" a year × {} of 12", written(&months))
                }
                CeilingPeriod::Total => " in all, less the earlier years".to_owned(),
            };
            fill(
                out,
                "{}, ceiling {}: {}{}{} = {}.",
                &[year, &of, &euros(*ceiling), &time, &period, &euros(*limit)],
            )
        }
        Step::Grant { year, cofinanced_months, base, rate, binding, grant } => fill(
            out,
            "{}, State: {} of {} ({}){} = {}; the {} binds.",
            &[
                year,
                &share(*rate),
                &euros(*base),
                &Count::of(*cofinanced_months, "month", "months"),
                &if *binding == Binding::Ceiling { ", cut to the ceiling" } else { "" },
                &euros(*grant),
                &if *binding == Binding::Ceiling { "ceiling" } else { "rate" },
            ],
        ),
        Step::OtherFunding { other, .. } => fill(
            out,
            "Other funding: {}, spread over the years by what is left to pay.",
            &[&euros(*other)],
        ),
        Step::OverFunding { cost, grant, other, excess } => fill(
            out,
            "State {} + others {} exceed the cost {} by {}.",
            &[&euros(*grant), &euros(*other), &euros(*cost), &euros(*excess)],
        ),
        Step::Local { cost, grant, other, local } => fill(
            out,
            "Left to the intercommunalités: {} − {} − {} = {}.",
            &[&euros(*cost), &euros(*grant), &euros(*other), &euros(*local)],
        ),
        Step::Split { local, members, .. } => fill(
            out,
            "{} split each year among {}, to the cent, in proportion to the weights.",
            &[&euros(*local), &Count::of(*members, "member", "members")],
        ),
        Step::BreakEven { ceiling, rate, break_even_annual_cost } => fill(
            out,
            "With a ceiling of {} and a rate of {}, the ceiling binds above an annual cost of {}.",
            &[&euros(*ceiling), &share(*rate), &euros(*break_even_annual_cost)],
        ),
    }
}
