//! The scales that are shipped, the one that is used when none is named first.

use time::Month::{December, November, September};

use super::CeilingPeriod::{Total, Year};
use super::{CeilingOn, CeilingPeriod, DEFAULT_ID, Level, Scale, Status};
use crate::campaign::{Label, day, faq, label, whole};
use crate::money::{BasisPoints, Cents};

/// As figures stand in the documents: per ten thousand, and whole euros.
fn level(
    id: &str,
    label: Label,
    rate: Option<u32>,
    ceiling: Option<i64>,
    ceiling_period: CeilingPeriod,
) -> Level {
    Level {
        id: id.into(),
        label,
        rate: rate.map(BasisPoints),
        ceiling: ceiling.map(|euros| Cents(euros * 100)),
        ceiling_on: CeilingOn::Grant,
        ceiling_period,
        ceiling_follows_working_time: true,
    }
}

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
        levels: vec![
            level(
                "level_1",
                label("niveau 1 (hypothèse)", "level 1 (hypothesis)"),
                Some(5_000),
                Some(25_000),
                Year,
            ),
            level(
                "level_2",
                label("niveau 2 (hypothèse)", "level 2 (hypothesis)"),
                Some(6_500),
                Some(30_000),
                Year,
            ),
            level(
                "level_3",
                label("niveau 3 (hypothèse)", "level 3 (hypothesis)"),
                Some(8_000),
                Some(35_000),
                Year,
            ),
        ],
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
        levels: vec![level(
            "case",
            label("niveau non précisé", "level not stated"),
            Some(8_000),
            Some(60_000),
            Total,
        )],
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
        levels: vec![
            level("pvd", label("PVD", "PVD"), Some(7_500), Some(45_000), Year),
            level(
                "pvd_anah",
                label("PVD avec l'Anah", "PVD with Anah"),
                Some(7_500),
                Some(55_000),
                Year,
            ),
        ],
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
        levels: vec![level(
            "fragile",
            label("territoire fragile", "fragile territory"),
            None,
            None,
            Year,
        )],
    };
    [hypothesis, argentan, pvd, fragile]
}
