//! The scales that are shipped, the one that is used when none is named first.

use time::Month::{December, November, September};

use super::CeilingPeriod::{Total, Year};
use super::campaign::{day, faq, label, whole};
use super::{CeilingOn, CeilingPeriod, DEFAULT_ID, Level, Scale, Status};
use crate::money::{BasisPoints, Cents};

pub(super) fn scales() -> [Scale; 4] {
    let hypothesis = Scale {
        id: DEFAULT_ID.into(),
        label: label(
            "Hypothèse de travail, barème non publié",
            "Working hypothesis, no published scale",
        ),
        status: Status::Hypothesis,
        source: faq("5.4"),
        valid_from: Some(const { day(2023, November, 1) }),
        valid_to: None,
        max_months: None,
        levels: levels(
            Year,
            &[
                ("level_1", "niveau 1 (hypothèse)", "level 1 (hypothesis)", of(5_000, 25_000)),
                ("level_2", "niveau 2 (hypothèse)", "level 2 (hypothesis)", of(6_500, 30_000)),
                ("level_3", "niveau 3 (hypothèse)", "level 3 (hypothesis)", of(8_000, 35_000)),
            ],
        ),
    };
    let argentan = Scale {
        id: "argentan-2023".into(),
        label: label(
            "Cas d'Argentan, rapporté par la presse (décembre 2023)",
            "Argentan case, as reported by the press (December 2023)",
        ),
        status: Status::Case,
        source: whole("press-2023-12"),
        valid_from: Some(const { day(2023, December, 21) }),
        valid_to: None,
        max_months: Some(24),
        levels: levels(
            Total,
            &[("case", "niveau non précisé", "level not stated", of(8_000, 60_000))],
        ),
    };
    let pvd = Scale {
        id: "pvd".into(),
        label: label(
            "Comparaison : chef de projet Petites Villes de Demain",
            "Comparison: Petites Villes de Demain post",
        ),
        status: Status::Comparison,
        source: whole("pvd-aides-territoires"),
        valid_from: None,
        valid_to: None,
        max_months: None,
        levels: levels(
            Year,
            &[
                ("pvd", "PVD", "PVD", of(7_500, 45_000)),
                ("pvd_anah", "PVD avec l'Anah", "PVD with Anah", of(7_500, 55_000)),
            ],
        ),
    };
    let fragile = Scale {
        id: "fragile-2019".into(),
        label: label(
            "25 territoires fragiles, 2019 : taux et plafond non publiés",
            "25 fragile territories, 2019: rate and ceiling not published",
        ),
        status: Status::Unpublished,
        source: whole("cp-2019"),
        valid_from: Some(const { day(2019, September, 24) }),
        valid_to: None,
        max_months: Some(24),
        levels: levels(Year, &[("fragile", "territoire fragile", "fragile territory", None)]),
    };
    [hypothesis, argentan, pvd, fragile]
}

/// Rate and ceiling, in basis points and euros.
const fn of(rate: u32, euros: i64) -> Option<(BasisPoints, Cents)> {
    Some((BasisPoints(rate), Cents(euros * 100)))
}

/// Id, name in French and in English, rate and ceiling where they are known.
type Row = (&'static str, &'static str, &'static str, Option<(BasisPoints, Cents)>);

fn levels(ceiling_period: CeilingPeriod, rows: &[Row]) -> Vec<Level> {
    let level = |(id, fr, en, figures): &Row| Level {
        id: (*id).into(),
        label: label(fr, en),
        rate: figures.map(|(rate, _)| rate),
        ceiling: figures.map(|(_, ceiling)| ceiling),
        ceiling_on: CeilingOn::Grant,
        ceiling_period,
        ceiling_follows_working_time: true,
    };
    rows.iter().map(level).collect()
}
