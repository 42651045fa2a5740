//! Protects the data that amounts and thresholds come from: scales and campaigns are read in full
//! or refused with every reason, and nothing is guessed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unreachable,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use territoires_industrie::campaign::{self, Campaign, Parameter};
use territoires_industrie::messages::scale_error;
use territoires_industrie::money::{BasisPoints, Cents};
use territoires_industrie::scale::{
    self, CeilingOn, CeilingPeriod, Expected, MAX_LEVELS, Scale, ScaleError, Status,
};
use territoires_industrie::value::Value;
use territoires_industrie::{Context, Dossier, Lang, evaluate, read};

fn read(json: &str) -> Result<Scale, Vec<ScaleError>> {
    Scale::read(&Value::from_json(json).unwrap())
}

/// Invariant: a file of the folder is a shipped scale. One with a mistake, or without its line in `shipped`, would
/// only be missing.
#[test]
fn every_file_of_a_scale_is_shipped_and_written_back_as_it_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data/scales");
    let files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    for path in &files {
        let file = path.display();
        let text = fs::read_to_string(path).unwrap();
        let scale = read(&text).unwrap_or_else(|errors| panic!("{file}: {errors:#?}"));
        assert_eq!(scale::find(&scale.id), Some(&scale), "{file}: add it to src/scale/mod.rs");
        let expected: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_value(&scale).unwrap(), expected, "{file}");
    }
    assert_eq!(scale::shipped().len(), files.len(), "two files have one id");
    assert_eq!(scale::default_scale().id, scale::DEFAULT_ID);
    assert_eq!(scale::find("hypothesis"), None);
}

/// FAQ 5.4 gives no figure: none may pass for official.
#[test]
fn no_shipped_scale_claims_to_be_official() {
    for Scale { id, status, .. } in scale::shipped() {
        assert!(!matches!(status, Status::Official | Status::Custom), "{id} is {status:?}");
    }
    assert_eq!(scale::default_scale().status, Status::Hypothesis);
    assert_eq!(scale::find("fragile-2019").unwrap().levels[0].rate, None, "it was never published");
}

#[test]
fn a_scale_typed_by_a_person_needs_only_an_id_and_rates() {
    let scale = read(
        r#"{"id": " convention ", "status": "custom", "label": "", "levels": [
            {"id": "a", "rate": 7250}, {"id": "b", "rate": 0, "ceiling": 45000.5}, {}]}"#,
    )
    .unwrap();
    assert_eq!(scale.id, "convention");
    assert_eq!((scale.valid_from, scale.valid_to, scale.max_months), (None, None, None));
    assert_eq!(scale.levels.len(), 2, "a blank row does not count");
    let level = scale.level("b").unwrap();
    assert_eq!((level.rate, level.ceiling), (Some(BasisPoints(0)), Some(Cents(4_500_050))));
    assert_eq!((level.ceiling_on, level.ceiling_period), (CeilingOn::Grant, CeilingPeriod::Year));
    assert!(level.ceiling_follows_working_time);
    assert_eq!((&*level.label.fr, &*level.label.en), ("b", "b"));
    let written = serde_json::to_string(&scale).unwrap();
    assert_eq!(read(&written), Ok(scale));
}

/// A scale without a mistake, as the start of the mistakes below.
fn sound() -> serde_json::Value {
    serde_json::json!({
        "id": "test", "label": {"fr": "essai", "en": "test"}, "status": "official",
        "source": {"document": "test", "section": null},
        "valid_from": "2023-11-01", "valid_to": "2027-12-31", "max_months": 36,
        "levels": [{
            "id": "one", "label": {"fr": "un", "en": "one"}, "rate": 6500, "ceiling": "30000.00",
            "ceiling_on": "grant", "ceiling_period": "year", "ceiling_follows_working_time": true
        }]
    })
}

#[test]
fn each_mistake_is_named_with_its_key_what_was_found_and_what_was_expected() {
    use serde_json::json;
    const STATUSES: &[&str] =
        &["official", "hypothesis", "case", "comparison", "unpublished", "custom"];
    let cases = [
        // pointer, value put there (nothing: taken away), key, found, expected
        ("/id", None, "id", None, Expected::Text),
        ("/id", Some(json!("  ")), "id", Some("  "), Expected::Text),
        ("/id", Some(json!(2023)), "id", Some("2023"), Expected::Text),
        ("/status", Some(json!("draft")), "status", Some("draft"), Expected::Word(STATUSES)),
        ("/label", None, "label", None, Expected::Object),
        ("/label", Some(json!("essai")), "label", Some("essai"), Expected::Object),
        ("/label/en", Some(json!("")), "label.en", Some(""), Expected::Text),
        ("/label/de", Some(json!("Test")), "label.de", Some("Test"), Expected::NoKey),
        ("/source", None, "source", None, Expected::Object),
        ("/source/document", None, "source.document", None, Expected::Text),
        ("/source/section", Some(json!(5.4)), "source.section", Some("5.4"), Expected::Text),
        ("/valid_from", Some(json!("2023-11-31")), "valid_from", Some("2023-11-31"), Expected::Day),
        (
            "/valid_to",
            Some(json!("2023-10-31")),
            "valid_to",
            Some("2023-10-31"),
            Expected::DayFrom(read::date("2023-11-01").unwrap()),
        ),
        ("/max_months", Some(json!(0)), "max_months", Some("0"), Expected::Months),
        ("/max_months", Some(json!(2.5)), "max_months", Some("2.5"), Expected::Months),
        ("/max_months", Some(json!("36")), "max_months", Some("36"), Expected::Months),
        ("/levels", None, "levels", None, Expected::Levels),
        ("/levels", Some(json!([])), "levels", Some("[]"), Expected::Levels),
        ("/levels", Some(json!([{}])), "levels", Some("[{}]"), Expected::Levels),
        ("/levels", Some(json!({"0": 1})), "levels", Some(r#"{"0":1}"#), Expected::Levels),
        ("/levels/0", Some(json!("one")), "levels.0", Some("one"), Expected::Object),
        ("/levels/0/id", None, "levels.0.id", None, Expected::Text),
        ("/levels/0/label", None, "levels.0.label", None, Expected::Object),
        ("/levels/0/rate", None, "levels.0.rate", None, Expected::Rate),
        ("/levels/0/rate", Some(json!(null)), "levels.0.rate", None, Expected::Rate),
        ("/levels/0/rate", Some(json!(10_001)), "levels.0.rate", Some("10001"), Expected::Rate),
        ("/levels/0/rate", Some(json!(-1)), "levels.0.rate", Some("-1"), Expected::Rate),
        ("/levels/0/rate", Some(json!(0.65)), "levels.0.rate", Some("0.65"), Expected::Rate),
        ("/levels/0/rate", Some(json!("6500")), "levels.0.rate", Some("6500"), Expected::Rate),
        ("/levels/0/ceiling", Some(json!(-5)), "levels.0.ceiling", Some("-5"), Expected::Amount),
        (
            "/levels/0/ceiling",
            Some(json!(30_000.005)),
            "levels.0.ceiling",
            Some("30000.005"),
            Expected::Amount,
        ),
        (
            "/levels/0/ceiling",
            Some(json!("30k")),
            "levels.0.ceiling",
            Some("30k"),
            Expected::Amount,
        ),
        (
            "/levels/0/ceiling_on",
            Some(json!("Grant")),
            "levels.0.ceiling_on",
            Some("Grant"),
            Expected::Word(&["grant", "base"]),
        ),
        (
            "/levels/0/ceiling_period",
            None,
            "levels.0.ceiling_period",
            None,
            Expected::Word(&["year", "total"]),
        ),
        (
            "/levels/0/ceiling_follows_working_time",
            Some(json!("oui")),
            "levels.0.ceiling_follows_working_time",
            Some("oui"),
            Expected::YesNo,
        ),
        ("/levels/0/taux", Some(json!(80)), "levels.0.taux", Some("80"), Expected::NoKey),
        ("/version", Some(json!(1)), "version", Some("1"), Expected::NoKey),
    ];
    assert!(read(&sound().to_string()).is_ok());
    for (pointer, put, key, found, expected) in cases {
        let mut scale = sound();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let parent = scale.pointer_mut(parent).unwrap();
        match (parent, put) {
            (serde_json::Value::Object(entries), Some(value)) => {
                entries.insert(name.into(), value);
            }
            (serde_json::Value::Object(entries), None) => {
                entries.remove(name);
            }
            (serde_json::Value::Array(rows), Some(value)) => rows[0] = value,
            _ => unreachable!(),
        }
        let found = found.map(str::to_owned);
        let error = ScaleError { key: key.to_owned(), found, expected };
        assert_eq!(read(&scale.to_string()), Err(vec![error]), "{pointer}");
    }
}

#[test]
fn every_mistake_is_told_at_once() {
    let errors = read(
        r#"{"id": "x", "status": "hypothesis", "valid_from": "2024-01-01", "valid_to": "2023-01-01",
            "levels": [{"id": "a", "rate": 1e9}, {"id": "a", "rate": 50.5}, 7], "notes": {}}"#,
    )
    .unwrap_err();
    let keys: Vec<_> = errors.iter().map(|error| error.key.as_str()).collect();
    let level = ["label", "rate", "ceiling_on", "ceiling_period", "ceiling_follows_working_time"];
    let mut expected = vec!["label".to_owned(), "source".into(), "valid_to".into()];
    expected.extend(level.iter().map(|key| format!("levels.0.{key}")));
    expected.extend(level.iter().map(|key| format!("levels.1.{key}")));
    expected.extend(["levels.1.id".into(), "levels.2".into(), "notes".into()]);
    assert_eq!(keys, expected);
    assert_eq!(
        errors[4].to_string(),
        "levels.0.rate: expected whole basis points from 0 to 10000, found 1000000000"
    );
}

#[test]
fn what_is_no_scale_is_refused_as_a_whole() {
    for (json, found) in [("null", None), ("[]", Some("[]")), ("\"pvd\"", Some("pvd"))] {
        let found = found.map(str::to_owned);
        let error = ScaleError { key: String::new(), found, expected: Expected::Object };
        assert_eq!(read(json), Err(vec![error]));
    }
    let mut scale = sound();
    scale["levels"] = serde_json::Value::Array(vec![scale["levels"][0].clone(); MAX_LEVELS + 1]);
    let errors = read(&scale.to_string()).unwrap_err();
    assert_eq!(errors[0].expected, Expected::Levels);
    assert_eq!(errors[0].found.as_ref().map(|found| found.chars().count()), Some(80));
}

#[test]
fn only_an_unpublished_scale_may_lack_a_rate() {
    let mut scale = sound();
    scale["levels"][0]["rate"] = serde_json::Value::Null;
    for status in ["official", "hypothesis", "case", "comparison", "custom"] {
        scale["status"] = status.into();
        assert_eq!(read(&scale.to_string()).unwrap_err()[0].key, "levels.0.rate", "{status}");
    }
    scale["status"] = "unpublished".into();
    assert!(read(&scale.to_string()).is_ok());
}

/// Values of any shape, with the keys of the format often among those of objects.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        (0..20_000u32).prop_map(Value::from),
        prop::sample::select(vec!["custom", "grant", "total", "2024-01-01", "a", "45000.00", ""])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 9, |inner| {
        let key = prop::sample::select(vec![
            "id",
            "label",
            "fr",
            "en",
            "status",
            "source",
            "document",
            "valid_from",
            "valid_to",
            "max_months",
            "levels",
            "rate",
            "ceiling",
            "ceiling_on",
            "x",
        ])
        .prop_map(str::to_owned);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
            prop::collection::vec((key, inner), 0..9).prop_map(Value::Object),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_value_is_a_scale_or_has_reasons(value in values()) {
        match Scale::read(&value) {
            Ok(scale) => {
                let written = serde_json::to_string(&scale).unwrap();
                prop_assert_eq!(read(&written), Ok(scale));
            }
            Err(errors) => prop_assert!(!errors.is_empty()),
        }
    }

    #[test]
    fn any_typed_rate_and_ceiling_make_a_scale_that_is_written_back(
        rate in 0..=10_000u32, ceiling in prop::option::of(0..=100_000_000_000u64),
    ) {
        let ceiling = ceiling.map_or("null".to_owned(), |c| format!("{}.{:02}", c / 100, c % 100));
        let scale = read(&format!(
            r#"{{"id": "x", "status": "custom",
                "levels": [{{"id": "a", "rate": {rate}, "ceiling": {ceiling}}}]}}"#
        ))
        .unwrap();
        prop_assert_eq!(scale.levels[0].rate, Some(BasisPoints(rate)));
        prop_assert_eq!(
            scale.levels[0].ceiling.map_or("null".to_owned(), |c| c.to_string()),
            ceiling
        );
        prop_assert_eq!(read(&serde_json::to_string(&scale).unwrap()), Ok(scale));
    }
}

type Row<'a> = (&'a str, String, String, bool);

fn row<'a, T: std::fmt::Debug>(name: &'a str, parameter: &Option<Parameter<T>>) -> Row<'a> {
    let parameter = parameter.as_ref().unwrap_or_else(|| panic!("{name} is not given"));
    assert_eq!(parameter.source.document, "faq-2023", "{name}");
    let section = parameter.source.section.clone().unwrap_or_default();
    (name, format!("{:?}", parameter.value), section.into_owned(), parameter.ours)
}

/// Each figure against the paragraph that states it, or that ours reads.
#[test]
fn every_parameter_of_the_campaign_is_the_one_of_the_faq() {
    let c: &Campaign = campaign::find("2023-2027").unwrap();
    let label = |fr: &str, en: &str| format!("Label {{ fr: {fr:?}, en: {en:?} }}");
    macro_rules! row {
        ($name:ident) => {
            row(stringify!($name), &c.$name)
        };
    }
    let rows = [
        (row!(window_opens), "2023-06-23", "1.2", false),
        (row!(window_closes), "2023-09-22", "1.2", false),
        (row!(starts), "2023-01-01", "1.1", true),
        (row!(selection), &*label("fin octobre 2023", "end of October 2023"), "1.3", false),
        (row!(map), &*label("novembre 2023", "November 2023"), "1.3", false),
        (row!(programme_end), "2027-12-31", "1.3", true),
        (row!(action_months_max), "48", "3.1", false),
        (row!(phase_advice_months), "36", "3.1", true),
        (row!(focused_actions), "13", "3.2", true),
        (row!(under_way_counts_from), "YearMonth { year: 2023, month: 1 }", "3.3", true),
        (row!(indirect_jobs_for_ten), "15", "1.1", false),
        (row!(induced_jobs_for_ten), "30", "1.1", false),
        (row!(former_phase), "\"2019-2022\"", "1.1", false),
        (row!(former_phase_territories), "149", "1.1", false),
        (row!(former_phase_actions), "2000", "1.1", false),
        (row!(territories_order_of_magnitude), "150", "1.4", false),
        (
            row!(priorities),
            r#"["ecological_transition", "innovation", "skills", "land"]"#,
            "1.5",
            false,
        ),
        (row!(directory_day), "2023-01-01", "2.1", true),
    ];
    let file = include_str!("../../src/data/campaigns/2023-2027.rs");
    let given = file.lines().filter(|line| line.contains(": stated(") || line.contains(": ours("));
    for line in given.filter(|line| !line.contains("posts_published")) {
        let (name, _) = line.trim().split_once(':').unwrap();
        assert!(rows.iter().any(|(row, ..)| row.0 == name), "{name} is not compared with the FAQ");
    }
    for ((name, value, section, ours), expected, paragraph, is_ours) in rows {
        assert_eq!((&*value, &*section, ours), (expected, paragraph, is_ours), "{name}");
    }
}

/// What the press releases of the first phase give, and nothing else: what they do not give is not made up.
#[test]
fn the_first_phase_has_what_its_documents_give() {
    let first = campaign::find("2018-2022").unwrap();
    let from = |document: &str, ours| (document.to_owned(), ours);
    let cited = |source: &campaign::Source, ours| (source.document.to_string(), ours);
    let starts = first.starts.as_ref().unwrap();
    assert_eq!(starts.value.to_string(), "2018-11-22");
    assert_eq!(cited(&starts.source, starts.ours), from("cp-2019", false));
    let end = first.programme_end.as_ref().unwrap();
    assert_eq!(end.value.to_string(), "2022-12-31");
    assert_eq!(cited(&end.source, end.ours), from("page-2025", true));
    let aims = first.priorities.as_ref().unwrap();
    assert_eq!(aims.value, ["attract", "recruit", "simplify", "innovate"]);
    assert_eq!(cited(&aims.source, aims.ours), from("cp-2021", false));
    let whole = |parameter: &Option<Parameter<u32>>| {
        let Parameter { value, source, ours } = parameter.clone().unwrap();
        (value, source.document.into_owned(), ours)
    };
    assert_eq!(whole(&first.territories_order_of_magnitude), (146, "cp-2021".to_owned(), false));
    assert_eq!(whole(&first.fragile_territories), (25, "cp-2019".to_owned(), false));
    assert_eq!(whole(&first.fragile_post_months), (24, "cp-2019".to_owned(), false));
    let rest = Campaign {
        id: first.id,
        label: first.label.clone(),
        starts: first.starts.clone(),
        programme_end: first.programme_end.clone(),
        priorities: first.priorities.clone(),
        territories_order_of_magnitude: first.territories_order_of_magnitude.clone(),
        fragile_territories: first.fragile_territories.clone(),
        fragile_post_months: first.fragile_post_months.clone(),
        offers: first.offers,
        ..Campaign::default()
    };
    assert_eq!(first, &rest, "the documents give nothing else");
}

/// Between two phases of the programme and around them: which days a campaign covers.
#[test]
fn days_are_covered_from_the_first_phase_to_the_end_of_the_second() {
    let covers = |day| campaign::covers(read::date(day).unwrap());
    assert!(!covers("2018-11-21"));
    assert!(covers("2018-11-22"));
    assert!(covers("2022-12-31"));
    assert!(covers("2023-01-01"));
    assert!(covers("2027-12-31"));
    assert!(!covers("2028-01-01"));
}

#[test]
fn the_newest_campaign_is_that_of_2023() {
    assert_eq!(campaign::newest().id, "2023-2027");
    assert_eq!(campaign::find("2018-2021"), None);
    let mut ids: Vec<_> = campaign::all().iter().map(|campaign| &campaign.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), campaign::all().len());
}

/// The words of a mistake are in the language of the report that tells it.
#[test]
fn mistakes_are_told_in_french_too() {
    let typed = r#"{"id": "x", "status": "custom", "valid_from": "2024-01-01", "valid_to": "2023-01-01",
        "max_months": 0, "extra": 1, "levels": [{"id": "a", "rate": "half", "ceiling": -1}, {"id": "a", "rate": 10001}]}"#;
    let errors = Scale::read(&Value::from_json(typed).unwrap()).unwrap_err();
    let french: Vec<String> = errors.iter().map(|error| scale_error(error, Lang::Fr)).collect();
    assert_eq!(
        french,
        [
            "valid_to\u{a0}: attendu une date à partir du 1er\u{a0}janvier\u{a0}2024, trouvé 2023-01-01",
            "max_months\u{a0}: attendu un nombre entier de mois, au moins 1, ou null, trouvé 0",
            "levels.0.rate\u{a0}: attendu un nombre entier de points de base, de 0 à 10000, trouvé half",
            "levels.0.ceiling\u{a0}: attendu un montant en euros ou null, trouvé -1",
            "levels.1.rate\u{a0}: attendu un nombre entier de points de base, de 0 à 10000, trouvé 10001",
            "levels.1.id\u{a0}: attendu un identifiant qu'aucun niveau n'a déjà, trouvé a",
            "extra\u{a0}: attendu aucune clé de ce nom, trouvé 1",
        ]
    );
    assert_eq!(scale_error(&errors[1], Lang::En), errors[1].to_string());

    let dossier =
        Dossier::from_json(format!(r#"{{"chef_de_projet": {{"scale": {typed}}}}}"#)).unwrap();
    let report = evaluate(&dossier, &Context::on(read::date("2023-09-15").unwrap()));
    let message = &report.unreadable[0].message;
    assert!(french.iter().all(|mistake| message.contains(mistake.as_str())), "{message}");
}
