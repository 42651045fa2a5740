//! The steps of a funding plan, in words.

use super::day;
use super::document::{limited, terms};
use super::pieces::{Amount, Count, Grouped, Percent, Piece, fill, sentence, written};
use super::words::{choose, label};
use crate::check::Lang;
use crate::digits::joined;
use crate::funding::{Binding, Step};
use crate::money::{BasisPoints, Cents};
use crate::scale::{CeilingPeriod, Level, Scale, Status};

/// Writes a step with its numbers at the end of a text.
pub(crate) fn step(step: &Step, lang: Lang, scale: &Scale, level: &Level, out: &mut String) {
    let euros = |cents: Cents| Amount(cents, lang);
    let share = |points: BasisPoints| Percent(points, lang);
    let months =
        |number: u32| Count::of(number, choose([["mois", "mois"], ["month", "months"]], lang));
    let mut tell =
        |templates: [&str; 2], pieces: &[&dyn Piece]| fill(out, choose(templates, lang), pieces);
    match step {
        Step::Scale { status: worth, .. } => tell(
            ["Barème («\u{a0}{}\u{a0}», {})\u{a0}: {}, {}.", "Scale (“{}”, {}): {}, {}."],
            &[
                &label(&scale.label, lang),
                &status(*worth, lang),
                &label(&level.label, lang),
                &terms(level, lang),
            ],
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
                reasons.push(sentence(
                    ["{} mois après le {}", "{} after {}"],
                    lang,
                    &[after_programme_end, &day(*end, lang)],
                ));
            }
            if let (1.., Some(max)) = (*beyond_max_months, max_months) {
                reasons.push(sentence(
                    ["{} mois au-delà de {} mois", "{} beyond {} months"],
                    lang,
                    &[beyond_max_months, max],
                ));
            }
            let since = since.map(|since| day(since, lang)).unwrap_or_default();
            let and = choose([" et ", " and "], lang);
            tell(
                [
                    "Mois non cofinancés à partir du {}, par hypothèse\u{a0}: {}.",
                    "Months not cofinanced from {} on, by hypothesis: {}.",
                ],
                &[&since, &joined(&mut reasons.iter().map(String::as_str), and)],
            );
        }
        Step::Cost { year, annual_cost, working_time, months: number, cost } => tell(
            [
                "{}, coût\u{a0}: {} par an × {} du temps plein × {} sur 12 = {}.",
                "{}, cost: {} a year × {} of full time × {} of 12 = {}.",
            ],
            &[year, &euros(*annual_cost), &share(*working_time), &months(*number), &euros(*cost)],
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
            let time = working_time.map(|time| sentence([" × {}"; 2], lang, &[&share(time)]));
            let period = match ceiling_period {
                CeilingPeriod::Year => sentence(
                    [" par an × {} sur 12", " a year × {} of 12"],
                    lang,
                    &[&months(*cofinanced_months)],
                ),
                CeilingPeriod::Total => {
                    let words = [
                        " au total, moins les années précédentes",
                        " in all, less the earlier years",
                    ];
                    choose(words, lang).to_owned()
                }
            };
            tell(
                ["{}, plafond {}\u{a0}: {}{}{} = {}.", "{}, ceiling {}: {}{}{} = {}."],
                &[
                    year,
                    &limited(*ceiling_on, lang),
                    &euros(*ceiling),
                    &period,
                    &time.unwrap_or_default(),
                    &euros(*limit),
                ],
            );
        }
        Step::Grant { year, cofinanced_months, base, rate, binding, grant } => {
            let (cut, binds) = match binding {
                Binding::Ceiling => {
                    ([", ramené au plafond", ", cut to the ceiling"], ["le plafond", "the ceiling"])
                }
                Binding::Rate | Binding::None => ([""; 2], ["le taux", "the rate"]),
            };
            // What is shown is rounded to the cent; what is computed is not.
            let of_shown = (base.0 * i64::from(rate.0) + 5_000) / 10_000;
            let rounded = if *binding == Binding::Rate && of_shown != grant.0 {
                [", arrondi à la fin", ", rounded at the end"]
            } else {
                [""; 2]
            };
            tell(
                [
                    "{}, État\u{a0}: {} de {} ({}{}){} = {}\u{a0}; {} joue.",
                    "{}, State: {} of {} ({}{}){} = {}; {} binds.",
                ],
                &[
                    year,
                    &share(*rate),
                    &euros(*base),
                    &months(*cofinanced_months),
                    &choose(rounded, lang),
                    &choose(cut, lang),
                    &euros(*grant),
                    &choose(binds, lang),
                ],
            );
        }
        Step::OtherFunding { other, .. } => tell(
            [
                "Autres financements\u{a0}: {}, répartis sur les années selon ce qui reste à payer.",
                "Other funding: {}, spread over the years by what is left to pay.",
            ],
            &[&euros(*other)],
        ),
        Step::OverFunding { cost, grant, other, excess } => tell(
            [
                "État {} + autres {} dépassent le coût {} de {}.",
                "State {} + others {} exceed the cost {} by {}.",
            ],
            &[&euros(*grant), &euros(*other), &euros(*cost), &euros(*excess)],
        ),
        Step::Local { cost, grant, other, local } => tell(
            [
                "Reste à charge des intercommunalités\u{a0}: {} − {} − {} = {}.",
                "Left to the intercommunalités: {} − {} − {} = {}.",
            ],
            &[&euros(*cost), &euros(*grant), &euros(*other), &euros(*local)],
        ),
        Step::Split { local, members, weights } => tell(
            [
                "{} répartis chaque année entre {}, au centime près, à proportion de leurs poids, {} en tout.",
                "{} split each year among {}, to the cent, in proportion to their weights, {} in all.",
            ],
            &[
                &euros(*local),
                &Count::of(*members, choose([["membre", "membres"], ["member", "members"]], lang)),
                &Grouped(*weights, lang),
            ],
        ),
        Step::BreakEven { ceiling, rate, break_even_annual_cost } => tell(
            [
                "Avec un plafond de {} et un taux de {}, le plafond joue au-dessus d'un coût annuel de {}.",
                "With a ceiling of {} and a rate of {}, the ceiling binds above an annual cost of {}.",
            ],
            &[&euros(*ceiling), &share(*rate), &euros(*break_even_annual_cost)],
        ),
    }
}

/// What the figures of a scale are worth, in a word that stands beside every amount.
#[must_use]
pub fn status(status: Status, lang: Lang) -> &'static str {
    let words = match status {
        Status::Official => ["barème publié", "published scale"],
        Status::Hypothesis => ["hypothèse", "hypothesis"],
        Status::Case => ["cas rapporté", "reported case"],
        Status::Comparison => ["comparaison", "comparison"],
        Status::Unpublished => ["non publié", "not published"],
        Status::Custom => ["barème saisi", "scale as typed"],
    };
    choose(words, lang)
}

/// A share in percent: « 65 % », « 72,5 % ».
#[must_use]
pub fn percent(share: BasisPoints, lang: Lang) -> String {
    written(&Percent(share, lang))
}
