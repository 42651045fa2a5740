//! A dossier read from JSON in one pass is the one that its value gives: there is one reader.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use territoires_industrie::Dossier;
use territoires_industrie::value::Value;

/// What the same text gives both ways, errors in words too.
fn both(json: &str) -> [Result<Dossier, String>; 2] {
    let value = Value::from_json(json)
        .map_err(|error| format!("a dossier is a JSON object; this is no JSON: {error}"));
    let by_value =
        value.and_then(|value| Dossier::from_value(value).map_err(|error| error.to_string()));
    [Dossier::from_json(json).map_err(|error| error.to_string()), by_value]
}

#[track_caller]
fn assert_same(json: &str) {
    let [in_one_pass, by_value] = both(json);
    assert_eq!(in_one_pass, by_value, "{}", json.chars().take(300).collect::<String>());
}

/// Keys of every group, and some of none.
const KEYS: &str = "campaign kind filed_on territory_name labelled_2019_2022 applicant perimeter epcis \
    employment_area crte opinions region body governance elus name epci part letters consulted action_plan actions \
    title priorities partners start cost jobs under_way chef_de_projet scale fragility_level host annual_cost \
    working_time other_funding amount split key weights perimetre perimeter.epcis 0";

fn texts() -> impl Strategy<Value = String> {
    const KNOWN: [&str; 10] = [
        "",
        " ",
        "200069391",
        "20006939100016",
        "62 000,50 €",
        "oui",
        "2023-09-15",
        "land, skills",
        "é\\n\\u00e9",
        "\\u0000",
    ];
    prop_oneof![4 => prop::sample::select(&KNOWN[..]).prop_map(str::to_owned), 1 => "[a-z0-9 ,;.]{0,12}"]
}

fn json() -> impl Strategy<Value = String> {
    let plain = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|yes| yes.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>()
            .prop_filter("finite", |number| number.is_finite())
            .prop_map(|number| format!("{number:e}")),
        prop::sample::select(
            &["0", "-0", "1e999", "-1e999", "36", "0.8", "01", "18446744073709551616"][..]
        )
        .prop_map(str::to_owned),
        texts().prop_map(|text| format!("\"{text}\"")),
    ];
    plain.prop_recursive(5, 60, 7, |inner| {
        let keys = KEYS.split_whitespace().collect::<Vec<_>>();
        let entry = (prop::sample::select(keys), inner.clone())
            .prop_map(|(key, value)| format!("\"{key}\": {value}"));
        prop_oneof![
            1 => prop::collection::vec(inner, 0..5).prop_map(|items| format!("[{}]", items.join(","))),
            3 => prop::collection::vec(entry, 0..7).prop_map(|entries| format!("{{{}}}", entries.join(","))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_given(json in json()) {
        let [in_one_pass, by_value] = both(&json);
        prop_assert_eq!(in_one_pass, by_value);
    }

    /// A whole dossier with a part of it replaced.
    #[test]
    fn a_dossier_with_something_odd_in_it(place in 0usize..200, odd in json()) {
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg-tests/cases/bases/baie-d-armor.json");
        let base = fs::read_to_string(base).unwrap();
        let colons: Vec<usize> = base.match_indices("\": \"").map(|(at, _)| at + 3).collect();
        let begin = colons[place % colons.len()];
        let end = begin + 1 + base[begin + 1..].find('"').unwrap() + 1;
        let [in_one_pass, by_value] = both(&format!("{}{odd}{}", &base[..begin], &base[end..]));
        prop_assert_eq!(in_one_pass, by_value);
    }
}

#[test]
fn what_is_rare() {
    let rows = |count: usize, row: &str| vec![row; count].join(",");
    let deep = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
    for json in [
        "",
        "{",
        "[]",
        "12",
        "{}x",
        "\u{feff}{}",
        " {\"kind\": \"amendment\"} ",
        r#"{"kind": "amendment", "kind": null}"#,
        r#"{"perimeter": {"epcis": ["200069391"]}, "perimeter": {"crte": "no"}}"#,
        r#"{"perimeter": {"epcis": ["200069391"]}, "perimeter": "x"}"#,
        r#"{"perimeter": 3, "perimeter": {"epcis": [null, "", "200069391", "", []]}}"#,
        r#"{"perimeter": {"epcis": "200069391, 200069409"}, "x": 1, "x": 2}"#,
        r#"{"perimeter": {"epcis": {"0": "200069391"}}}"#,
        r#"{"action_plan": {"actions": [{}, {"title": "x"}, 3, "y", [1], {}]}}"#,
        r#"{"chef_de_projet": {"annual_cost": 1e999, "months": 36}}"#,
        r#"{"chef_de_projet": {"scale": {"id": "mine", "levels": []}}}"#,
    ] {
        assert_same(json);
    }
    for count in [9_999, 10_000, 10_001] {
        assert_same(&format!(
            r#"{{"perimeter": {{"epcis": [{}]}}}}"#,
            rows(count, "\"200069391\"")
        ));
        assert_same(&format!(r#"{{"action_plan": {{"actions": [{}]}}}}"#, rows(count, "{}")));
    }
    for levels in 26..40 {
        assert_same(&format!(r#"{{"kind": {}}}"#, deep(levels)));
        assert_same(&format!(r#"{{"perimeter": {{"epcis": [{}]}}}}"#, deep(levels)));
        assert_same(&format!(
            r#"{{"action_plan": {{"actions": [{{"priorities": {}}}]}}}}"#,
            deep(levels)
        ));
    }
}
