//! The steps of a funding plan, in words.

use std::fmt::{self, Write};

use super::document::{limited, terms};
use super::{Amount, count, day};
use crate::check::Lang;
use crate::funding::{Binding, Step};
use crate::money::{BasisPoints, Cents};
use crate::scale::{CeilingPeriod, Level, Scale, Status};

/// Writes a step with its numbers at the end of a text.
pub(crate) fn step(step: &Step, lang: Lang, scale: &Scale, level: &Level, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = match lang {
        Lang::Fr => fr(step, scale, level, out),
        Lang::En => en(step, scale, level, out),
    };
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

/// « 65 % », « 72,5 % ».
pub(crate) fn percent(share: BasisPoints, lang: Lang) -> String {
    Percent(share, lang).to_string()
}

/// A share that shows as people write it.
struct Percent(BasisPoints, Lang);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(share, lang) = *self;
        let (whole, part) = (share.0 / 100, share.0 % 100);
        let comma = if lang == Lang::Fr { ',' } else { '.' };
        fmt::Display::fmt(&whole, f)?;
        match (part, part % 10) {
            (0, _) => {}
            (_, 0) => write!(f, "{comma}{}", part / 10)?,
            _ => write!(f, "{comma}{part:02}")?,
        }
        f.write_str("\u{a0}%")
    }
}

// A report is in one language: the other one is not compiled with it.
#[inline(never)]
fn fr(step: &Step, scale: &Scale, level: &Level, out: &mut String) -> fmt::Result {
    let euros = |cents: Cents| Amount(cents, Lang::Fr);
    let share = |points: BasisPoints| Percent(points, Lang::Fr);
    match step {
        Step::Scale { status: worth, .. } => write!(
            out,
            "Barème («\u{a0}{}\u{a0}», {})\u{a0}: {}, {}.",
            scale.label.fr,
            status(*worth, Lang::Fr),
            level.label.fr,
            terms(level, Lang::Fr)
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
            write!(
                out,
                "Mois non cofinancés à partir du {since}, par hypothèse\u{a0}: {}.",
                reasons.join(" et ")
            )
        }
        Step::Cost { year, annual_cost, working_time, months, cost } => write!(
            out,
            "{year}, coût\u{a0}: {} par an × {} du temps plein × {months} mois sur 12 = {}.",
            euros(*annual_cost),
            share(*working_time),
            euros(*cost)
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
            let time = working_time.map(|time| format!(" × {}", share(time))).unwrap_or_default();
            let period = match ceiling_period {
                CeilingPeriod::Year => format!(" par an × {cofinanced_months} mois sur 12"),
                CeilingPeriod::Total => " au total, moins les années précédentes".to_owned(),
            };
            write!(
                out,
                "{year}, plafond {of}\u{a0}: {}{time}{period} = {}.",
                euros(*ceiling),
                euros(*limit)
            )
        }
        Step::Grant { year, cofinanced_months, base, rate, binding, grant } => write!(
            out,
            "{year}, État\u{a0}: {} de {} ({cofinanced_months} mois){} = {}\u{a0}; {} joue.",
            share(*rate),
            euros(*base),
            if *binding == Binding::Ceiling { ", ramené au plafond" } else { "" },
            euros(*grant),
            if *binding == Binding::Ceiling { "le plafond" } else { "le taux" }
        ),
        Step::OtherFunding { other, .. } => write!(
            out,
            "Autres financements\u{a0}: {}, répartis sur les années selon ce qui reste à payer.",
            euros(*other)
        ),
        Step::OverFunding { cost, grant, other, excess } => write!(
            out,
            "État {} + autres {} dépassent le coût {} de {}.",
            euros(*grant),
            euros(*other),
            euros(*cost),
            euros(*excess)
        ),
        Step::Local { cost, grant, other, local } => write!(
            out,
            "Reste à charge des intercommunalités\u{a0}: {} − {} − {} = {}.",
            euros(*cost),
            euros(*grant),
            euros(*other),
            euros(*local)
        ),
        Step::Split { local, members, .. } => write!(
            out,
            "{} répartis chaque année entre {}, au centime près, à proportion des poids.",
            euros(*local),
            count(*members, "membre", "membres")
        ),
        Step::BreakEven { ceiling, rate, break_even_annual_cost } => write!(
            out,
            "Avec un plafond de {} et un taux de {}, le plafond joue au-dessus d'un coût annuel de {}.",
            euros(*ceiling),
            share(*rate),
            euros(*break_even_annual_cost)
        ),
    }
}

#[inline(never)]
fn en(step: &Step, scale: &Scale, level: &Level, out: &mut String) -> fmt::Result {
    let euros = |cents: Cents| Amount(cents, Lang::En);
    let share = |points: BasisPoints| Percent(points, Lang::En);
    match step {
        Step::Scale { status: worth, .. } => write!(
            out,
            "Scale (“{}”, {}): {}, {}.",
            scale.label.en,
            status(*worth, Lang::En),
            level.label.en,
            terms(level, Lang::En)
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
            write!(
                out,
                "Months not cofinanced from {since} on, by hypothesis: {}.",
                reasons.join(" and ")
            )
        }
        Step::Cost { year, annual_cost, working_time, months, cost } => write!(
            out,
            "{year}, cost: {} a year × {} of full time × {months} months of 12 = {}.",
            euros(*annual_cost),
            share(*working_time),
            euros(*cost)
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
            let time = working_time.map(|time| format!(" × {}", share(time))).unwrap_or_default();
            let period = match ceiling_period {
                CeilingPeriod::Year => format!(" a year × {cofinanced_months} months of 12"),
                CeilingPeriod::Total => " in all, less the earlier years".to_owned(),
            };
            write!(
                out,
                "{year}, ceiling {of}: {}{time}{period} = {}.",
                euros(*ceiling),
                euros(*limit)
            )
        }
        Step::Grant { year, cofinanced_months, base, rate, binding, grant } => write!(
            out,
            "{year}, State: {} of {} ({}){} = {}; the {} binds.",
            share(*rate),
            euros(*base),
            count(*cofinanced_months, "month", "months"),
            if *binding == Binding::Ceiling { ", cut to the ceiling" } else { "" },
            euros(*grant),
            if *binding == Binding::Ceiling { "ceiling" } else { "rate" }
        ),
        Step::OtherFunding { other, .. } => write!(
            out,
            "Other funding: {}, spread over the years by what is left to pay.",
            euros(*other)
        ),
        Step::OverFunding { cost, grant, other, excess } => write!(
            out,
            "State {} + others {} exceed the cost {} by {}.",
            euros(*grant),
            euros(*other),
            euros(*cost),
            euros(*excess)
        ),
        Step::Local { cost, grant, other, local } => write!(
            out,
            "Left to the intercommunalités: {} − {} − {} = {}.",
            euros(*cost),
            euros(*grant),
            euros(*other),
            euros(*local)
        ),
        Step::Split { local, members, .. } => write!(
            out,
            "{} split each year among {}, to the cent, in proportion to the weights.",
            euros(*local),
            count(*members, "member", "members")
        ),
        Step::BreakEven { ceiling, rate, break_even_annual_cost } => write!(
            out,
            "With a ceiling of {} and a rate of {}, the ceiling binds above an annual cost of {}.",
            euros(*ceiling),
            share(*rate),
            euros(*break_even_annual_cost)
        ),
    }
}
