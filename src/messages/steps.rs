//! The steps of a funding plan, in words.

use super::{amount, count, day};
use crate::check::Lang;
use crate::funding::{Binding, Step};
use crate::money::{BasisPoints, Cents};
use crate::scale::{CeilingOn, CeilingPeriod};

/// A step with its numbers.
pub(crate) fn step(step: &Step, lang: Lang) -> String {
    match lang {
        Lang::Fr => fr(step),
        Lang::En => en(step),
    }
}

/// « 65 % », « 72,5 % ».
fn percent(share: BasisPoints, lang: Lang) -> String {
    let (whole, part) = (share.0 / 100, share.0 % 100);
    let comma = if lang == Lang::Fr { ',' } else { '.' };
    match (part, part % 10) {
        (0, _) => format!("{whole}\u{a0}%"),
        (_, 0) => format!("{whole}{comma}{}\u{a0}%", part / 10),
        _ => format!("{whole}{comma}{part:02}\u{a0}%"),
    }
}

fn fr(step: &Step) -> String {
    let euros = |cents: Cents| amount(cents, Lang::Fr);
    let share = |points: BasisPoints| percent(points, Lang::Fr);
    match step {
        Step::NotCofinanced {
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
            format!("Mois non cofinancés, par hypothèse\u{a0}: {}.", reasons.join(" et "))
        }
        Step::Cost { year, annual_cost, working_time, months, cost } => format!(
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
            let of = match ceiling_on {
                CeilingOn::Grant => "de l'aide",
                CeilingOn::Base => "du coût retenu",
            };
            let time = working_time.map(|time| format!(" × {}", share(time))).unwrap_or_default();
            let period = match ceiling_period {
                CeilingPeriod::Year => format!(" par an × {cofinanced_months} mois sur 12"),
                CeilingPeriod::Total => " au total, moins les années précédentes".to_owned(),
            };
            format!(
                "{year}, plafond {of}\u{a0}: {}{time}{period} = {}.",
                euros(*ceiling),
                euros(*limit)
            )
        }
        Step::Grant { year, cofinanced_months, base, rate, binding, grant } => format!(
            "{year}, État\u{a0}: {} de {} ({cofinanced_months} mois){} = {}.",
            share(*rate),
            euros(*base),
            if *binding == Binding::Ceiling { ", ramené au plafond" } else { "" },
            euros(*grant)
        ),
        Step::OtherFunding { other, .. } => format!(
            "Autres financements\u{a0}: {}, répartis sur les années selon ce qui reste à payer.",
            euros(*other)
        ),
        Step::OverFunding { cost, grant, other, excess } => format!(
            "État {} + autres {} dépassent le coût {} de {}.",
            euros(*grant),
            euros(*other),
            euros(*cost),
            euros(*excess)
        ),
        Step::Local { cost, grant, other, local } => format!(
            "Reste à charge des intercommunalités\u{a0}: {} − {} − {} = {}.",
            euros(*cost),
            euros(*grant),
            euros(*other),
            euros(*local)
        ),
        Step::Split { local, members, .. } => format!(
            "{} répartis chaque année entre {}, au centime près, à proportion des poids.",
            euros(*local),
            count(*members, "membre", "membres")
        ),
        Step::BreakEven { ceiling, rate, break_even_annual_cost } => format!(
            "Avec un plafond de {} et un taux de {}, le plafond joue au-dessus d'un coût annuel de {}.",
            euros(*ceiling),
            share(*rate),
            euros(*break_even_annual_cost)
        ),
    }
}

fn en(step: &Step) -> String {
    let euros = |cents: Cents| amount(cents, Lang::En);
    let share = |points: BasisPoints| percent(points, Lang::En);
    match step {
        Step::NotCofinanced {
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
            format!("Months not cofinanced, by hypothesis: {}.", reasons.join(" and "))
        }
        Step::Cost { year, annual_cost, working_time, months, cost } => format!(
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
            let of = match ceiling_on {
                CeilingOn::Grant => "of the aid",
                CeilingOn::Base => "of the cost taken into account",
            };
            let time = working_time.map(|time| format!(" × {}", share(time))).unwrap_or_default();
            let period = match ceiling_period {
                CeilingPeriod::Year => format!(" a year × {cofinanced_months} months of 12"),
                CeilingPeriod::Total => " in all, less the earlier years".to_owned(),
            };
            format!("{year}, ceiling {of}: {}{time}{period} = {}.", euros(*ceiling), euros(*limit))
        }
        Step::Grant { year, cofinanced_months, base, rate, binding, grant } => format!(
            "{year}, State: {} of {} ({}){} = {}.",
            share(*rate),
            euros(*base),
            count(*cofinanced_months, "month", "months"),
            if *binding == Binding::Ceiling { ", cut to the ceiling" } else { "" },
            euros(*grant)
        ),
        Step::OtherFunding { other, .. } => format!(
            "Other funding: {}, spread over the years by what is left to pay.",
            euros(*other)
        ),
        Step::OverFunding { cost, grant, other, excess } => format!(
            "State {} + others {} exceed the cost {} by {}.",
            euros(*grant),
            euros(*other),
            euros(*cost),
            euros(*excess)
        ),
        Step::Local { cost, grant, other, local } => format!(
            "Left to the intercommunalités: {} − {} − {} = {}.",
            euros(*cost),
            euros(*grant),
            euros(*other),
            euros(*local)
        ),
        Step::Split { local, members, .. } => format!(
            "{} split each year among {}, to the cent, in proportion to the weights.",
            euros(*local),
            count(*members, "member", "members")
        ),
        Step::BreakEven { ceiling, rate, break_even_annual_cost } => format!(
            "With a ceiling of {} and a rate of {}, the ceiling binds above an annual cost of {}.",
            euros(*ceiling),
            share(*rate),
            euros(*break_even_annual_cost)
        ),
    }
}
