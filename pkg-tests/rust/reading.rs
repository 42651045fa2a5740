//! What people type, and what is read from it (contract, §1 « Reading »); and bad input of every kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use territoires_industrie::money::{BasisPoints, Cents};
use territoires_industrie::prefill::{FIELDS, Kind};
use territoires_industrie::value::Value;
use territoires_industrie::{Context, Dossier, Lang, Report, Verdict, evaluate, read};

fn report(json: &str) -> Report {
    let day = read::date("2023-09-15").unwrap();
    evaluate(&Dossier::from_json(json).expect(json), &Context::on(day))
}

fn unreadable(json: &str) -> Vec<(String, String)> {
    report(json).unreadable.into_iter().map(|entry| (entry.field, entry.typed)).collect()
}

#[test]
fn amounts_as_people_write_them() {
    let read = [
        ("62000.5", 6_200_050),
        ("62 000,50 €", 6_200_050),
        ("62\u{202f}000,50\u{a0}€", 6_200_050),
        ("62 000 euros", 6_200_000),
        ("0", 0),
        ("0,01", 1),
        ("62000,", 6_200_000),
        ("1 000 000 000", 100_000_000_000),
        // Copied with its marks, which nobody sees.
        ("\u{200b}62000\u{feff}", 6_200_000),
    ];
    for (text, cents) in read {
        assert_eq!(read::amount(text), Some(Cents(cents)), "{text}");
    }
    let refused = [
        "",
        "-5",
        "+5",
        "1e3",
        "1.234,56",
        "1,2,3",
        "0.001",
        "1 000 000 000,01",
        "12 €/mois",
        "€",
        ",",
        "abc",
        "99999999999999999999999999",
    ];
    for text in refused {
        assert_eq!(read::amount(text), None, "{text}");
    }
}

#[test]
fn shares_dates_months_and_answers() {
    for (text, points) in
        [("0.8", 8_000), ("0,8", 8_000), ("80 %", 8_000), ("1", 10_000), ("12,5 %", 1_250)]
    {
        assert_eq!(read::share(text), Some(BasisPoints(points)), "{text}");
    }
    for text in ["0.80001", "12,345 %", "-1", "80 pour cent", "%"] {
        assert_eq!(read::share(text), None, "{text}");
    }
    for text in ["2023-09-15", "15/09/2023", "15.9.2023", " 15/9/2023 "] {
        assert_eq!(read::date(text).unwrap().to_string(), "2023-09-15", "{text}");
    }
    for text in [
        "2023-02-29",
        "2023-9-15",
        "15-9",
        "15/09/23",
        "1999-12-31",
        "2100-01-01",
        "2023-13-01",
        "15/09/2023/1",
    ] {
        assert_eq!(read::date(text), None, "{text}");
    }
    assert_eq!(read::month("2024-01"), read::month("01/2024"));
    assert_eq!(read::month("2024-13"), None);
    for (text, answer) in
        [("Oui", true), ("on", true), ("1", true), ("NON", false), ("off", false), ("0", false)]
    {
        assert_eq!(read::yes_no(text), Some(answer), "{text}");
    }
    assert_eq!(read::yes_no("o"), None); // half a word is never wrong
}

/// A JSON number is read through its shortest decimal text, the one that JavaScript prints.
#[test]
fn numbers_have_one_text() {
    for (json, text) in [
        ("62000", "62000"),
        ("62000.50", "62000.5"),
        ("0.1", "0.1"),
        ("0.1234567", "0.1234567"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("-0", "0"),
        ("-12.25", "-12.25"),
        ("1e3", "1000"),
        ("9007199254740993", "9007199254740992"),
        ("1000000000000000", "1000000000000000"),
        ("11.731048891577167", "11.731048891577167"),
        ("231047710461154.34", "231047710461154.34"),
        ("0.004315455484873317", "0.004315455484873317"),
        ("12345678901234567890", "12345678901234567000"),
        ("0.000001", "0.000001"),
        ("-1.5e-7", "-1.5e-7"),
        ("1e21", "1e21"),
    ] {
        assert_eq!(Value::from_json(json).unwrap().typed(), text);
    }
}

/// Each bad value is told on its field, and the rest of the dossier is read.
#[test]
fn bad_values_are_told_on_their_fields() {
    let long = "x".repeat(200);
    let cases = [
        (r#"{"filed_on": "2023-02-29"}"#.to_owned(), "filed_on", "2023-02-29".to_owned()),
        (r#"{"filed_on": 20230915}"#.to_owned(), "filed_on", "20230915".to_owned()),
        (
            r#"{"chef_de_projet": {"annual_cost": -5}}"#.to_owned(),
            "chef_de_projet.annual_cost",
            "-5".to_owned(),
        ),
        (
            r#"{"chef_de_projet": {"annual_cost": 1e999}}"#.to_owned(),
            "chef_de_projet.annual_cost",
            "Infinity".to_owned(),
        ),
        (
            r#"{"chef_de_projet": {"annual_cost": -1e999}}"#.to_owned(),
            "chef_de_projet.annual_cost",
            "-Infinity".to_owned(),
        ),
        (
            r#"{"perimeter": {"epcis": ["Lamballe"]}}"#.to_owned(),
            "perimeter.epcis.0",
            "Lamballe".to_owned(),
        ),
        (r#"{"perimeter": "x"}"#.to_owned(), "perimeter", "x".to_owned()),
        (
            r#"{"perimeter": {"epcis": {"0": "200069391"}}}"#.to_owned(),
            "perimeter.epcis",
            r#"{"0":"200069391"}"#.to_owned(),
        ),
        (r#"{"territory_name": ["a"]}"#.to_owned(), "territory_name", r#"["a"]"#.to_owned()),
        (r#"{"territory_name": true}"#.to_owned(), "territory_name", "true".to_owned()),
        (r#"{"kind": "applic"}"#.to_owned(), "kind", "applic".to_owned()),
        (r#"{"campaign": "2030"}"#.to_owned(), "campaign", "2030".to_owned()),
        (format!(r#"{{"filed_on": "{long}"}}"#), "filed_on", format!("{}…", "x".repeat(79))),
    ];
    for (json, field, typed) in cases {
        assert_eq!(unreadable(&json), [(field.to_owned(), typed)], "{json}");
    }
}

/// A number that is too large for the machine costs no other field, and text that looks like one stays text.
#[test]
fn infinities_cost_no_other_field() {
    let json = r#"{"territory_name": "a \"1e999 b", "chef_de_projet": {"annual_cost": 1e999, "months": 36}}"#;
    let dossier = Dossier::from_json(json).unwrap();
    assert_eq!(dossier.territory_name.text().unwrap(), "a \"1e999 b");
    assert_eq!(dossier.chef_de_projet.months.copied(), Some(36));
}

/// JavaScript writes half of a pair where a text was cut within an emoji, and reads it again.
#[test]
fn half_a_surrogate_pair_costs_its_character_and_no_other_field() {
    for (json, name) in [
        (r#""a\ud83d""#, "a\u{fffd}"),
        (r#""\ude00b""#, "\u{fffd}b"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\\ud83d\ud83d""#, "\\ud83d\u{fffd}"),
    ] {
        let json = format!(r#"{{"territory_name":{json},"filed_on":"2023-09-15"}}"#);
        let dossier = Dossier::from_json(&json).expect(&json);
        assert_eq!(dossier.territory_name.text().as_deref(), Some(name), "{json}");
        assert!(dossier.filed_on.get().is_some());
    }
}

/// As a text from a page or a spreadsheet brings them: a mark that turns the direction of writing, one of no width.
#[test]
fn marks_without_a_width_are_no_digits_and_spaces_no_siret() {
    for typed in ["\u{202a}200069391\u{202c}", "200\u{200b}069391", "200 069 391          "] {
        let json = format!(r#"{{"perimeter":{{"epcis":["{typed}"]}}}}"#);
        let report = report(&json);
        assert_eq!(report.unreadable, [], "{typed:?}");
        assert_eq!(report.notices, [], "{typed:?}");
    }
}

/// Every rule is that of a campaign.
#[test]
fn an_unreadable_campaign_leaves_the_verdict_open_with_and_without_the_window() {
    let example = include_str!("../cases/bases/baie-d-armor.json");
    let mut dossier = Dossier::from_json(example).unwrap();
    dossier.set("campaign", "2030-2034");
    let report = evaluate(&dossier, &Context::on(read::date("2023-09-15").unwrap()));
    assert_eq!(report.verdict, Verdict::Incomplete);
    assert_eq!(report.verdict_apart_from_window, Verdict::Incomplete);
}

#[test]
fn large_and_deep_input_gets_an_answer() {
    let deep = format!(r#"{{"territory_name": {}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(unreadable(&deep)[0].0, "territory_name");
    let large = format!(r#"{{"perimeter": {{"employment_area": "{}"}}}}"#, "a".repeat(10_000_000));
    assert!(unreadable(&large).is_empty());
    let rows = |count: usize| {
        format!(r#"{{"perimeter": {{"epcis": [{}"1"]}}}}"#, "\"200069391\",".repeat(count - 1))
    };
    assert!(unreadable(&rows(10_000)).is_empty());
    let (field, typed) = unreadable(&rows(10_001)).remove(0);
    assert_eq!((field.as_str(), typed.chars().count()), ("perimeter.epcis", 80));
}

#[test]
fn what_is_no_object_is_refused() {
    for json in ["", "[]", "12", "\"x\"", "null", "{", "{\"a\": }", "\u{0}"] {
        assert!(Dossier::from_json(json).is_err(), "{json}");
    }
    assert!(Dossier::from_json(b"\xEF\xBB\xBF{}").is_ok()); // a byte order mark, as Windows editors write it
    assert!(Dossier::from_json(b"{\"territory_name\": \"\xE9\"}").is_err()); // not UTF-8
}

/// The last of two equal keys wins, also when it takes an answer back.
#[test]
fn the_last_of_equal_keys_wins() {
    let dossier = Dossier::from_json(r#"{"territory_name": "a", "territory_name": "b"}"#).unwrap();
    assert_eq!(dossier.territory_name.text().unwrap(), "b");
    let dossier = Dossier::from_json(r#"{"territory_name": "a", "territory_name": ""}"#).unwrap();
    assert!(dossier.territory_name.get().is_none());
}

/// Unknown keys are told by their path, kept, and change nothing else.
#[test]
fn unknown_keys_are_kept() {
    let json = r#"{"perimetre":{},"action_plan":{"actions":[{"titre":"x"}]}}"#;
    let found = report(json);
    assert_eq!(found.unknown_keys, ["action_plan.actions.0.titre", "perimetre"]);
    let dossier = Dossier::from_json(json).unwrap();
    let again = Dossier::from_json(dossier.to_value().to_string()).unwrap();
    assert_eq!(again, dossier);
}

/// What a row holds beside its fields is given back as it came, also when it comes leaf by leaf.
#[test]
fn unknown_keys_of_a_row_are_kept_leaf_by_leaf() {
    let mut dossier = Dossier::default();
    for (path, text) in [
        ("action_plan.actions.0.title", "A"),
        ("action_plan.actions.0.ailleurs.note", "n"),
        ("action_plan.actions.0.ailleurs.liens.0", "a"),
        ("action_plan.actions.0.ailleurs.liens.1", "b"),
    ] {
        dossier.set(path, Value::from(text));
    }
    let whole =
        r#"{"action_plan":{"actions":[{"title":"A","ailleurs":{"note":"n","liens":["a","b"]}}]}}"#;
    assert_eq!(dossier.to_value().to_string(), whole);
}

/// A column of a table may be called anything: each step of a path is a call deeper, and the program must not end by it.
#[test]
fn a_path_of_any_length_is_one_unknown_key() {
    let path = vec!["a"; 100_000].join(".");
    let mut dossier = Dossier::default();
    dossier.set(&path, "x");
    dossier.set(&format!("perimeter.{path}"), "x");
    let report = evaluate(&dossier, &Context::on(read::date("2023-09-15").unwrap()));
    assert_eq!(report.unknown_keys.len(), 2);
}

/// What only files hold is looked at as closely as what a form offers: the outcome of a rule, and where to act.
#[test]
fn what_no_form_offers_is_not_passed_over() {
    // FAQ 2.3: the directory does not say where a commune lies, the opinions do. FAQ 4.5: nobody can say that all
    // declined while a status is not read.
    let amendment = |epcis: &str, opinions: &str| {
        format!(
            r#"{{"kind": "amendment", "perimeter": {{"epcis": {epcis}, "opinions": [{opinions}]}}}}"#
        )
    };
    let opinion = |region: &str, body: &str, given: &str| {
        format!(r#"{{"region": "{region}", "body": "{body}", "opinion": "{given}"}}"#)
    };
    let both = |region| {
        [opinion(region, "conseil_regional", "favourable"), opinion(region, "state", "favourable")]
            .join(",")
    };
    let against = format!("{}, {}", both("53"), opinion("11", "state", "unfavourable"));
    let cases = [
        (amendment(r#"["200069409", "217500016"]"#, &against), "C3", "unmet", "perimeter.opinions.2.opinion"),
        (amendment(r#"["217500016"]"#, &both("11")), "C3", "met", "perimeter.opinions"),
        (
            r#"{"governance": {"letters": [{"signatory": "A", "status": "declined"}, {"status": "signe"}]}}"#.to_owned(),
            "G5",
            "unknown",
            "governance.letters",
        ),
    ];
    for (json, rule, outcome, field) in cases {
        let checks = report(&json).checks;
        let check = checks.iter().find(|check| check.rule == rule).unwrap();
        assert_eq!(format!("{:?}", check.outcome).to_lowercase(), outcome, "{json}");
        assert_eq!(check.fields.iter().next().unwrap().to_string(), field, "{json}");
    }
}

/// Without members, their weights cannot be taken: both are said to be missing (funding, 6).
#[test]
fn a_split_says_all_that_it_misses() {
    let json = r#"{"chef_de_projet": {"fragility_level": "level_2", "annual_cost": 60000, "working_time": 1,
        "start": "2024-01-01", "months": 12, "split": {"key": "custom", "weights": [2, 3]}}}"#;
    let missing = report(json).funding.unwrap().split_missing;
    let missing: Vec<String> = missing.iter().map(ToString::to_string).collect();
    assert_eq!(missing, ["perimeter.epcis", "chef_de_projet.split.weights"]);
}

/// Invariant: a word that is read can be chosen in the page, sent to the form platform, and written in TypeScript.
#[test]
fn the_words_of_a_list_stand_wherever_they_are_offered() {
    let source = |file: &str| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(root.join(file)).unwrap();
        text.split_whitespace().collect::<String>().replace(",]", "]")
    };
    const TYPES: &str = "src/browser.d.ts";
    const PAGE: &str = "www/src/i18n/words.ts";
    let (types, page) = (source(TYPES), source(PAGE));
    let mut faults = Vec::new();
    for field in FIELDS {
        let read = words_read_at(field.path);
        let sent: Vec<&str> = match field.kind {
            Kind::Word(words) | Kind::Words(words) => words.iter().map(|(word, _)| *word).collect(),
            _ => Vec::new(),
        };
        if read != sent {
            faults.push(format!(
                "src/prefill/fields.rs: {} reads {read:?}, not {sent:?}",
                field.path
            ));
        }
        if read.is_empty() {
            continue;
        }
        let list = field.path.strip_suffix(".*").unwrap_or(field.path);
        let union = format!("<\"{}\">", read.join("\"|\""));
        if !types.contains(&union) {
            faults.push(format!("{TYPES}: no list of words is that of {list}, Word{union}"));
        }
        let chosen = words_of_page(&page, list);
        if read != chosen {
            faults.push(format!("{PAGE}: {list} reads {read:?}, not {chosen:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The words that a field says it expects.
fn words_read_at(path: &str) -> Vec<String> {
    let mut dossier = Dossier::default();
    dossier.set(&path.replace('*', "0"), "no such word");
    let context = Context { lang: Lang::En, ..Context::on(read::date("2023-09-15").unwrap()) };
    let unreadable = evaluate(&dossier, &context).unreadable;
    let words = unreadable.first().and_then(|entry| entry.message.split_once("one of: "));
    words
        .map(|(_, words)| words.trim_end_matches('.').split(", ").map(str::to_owned).collect())
        .unwrap_or_default()
}

/// The words that the page offers at a path: the first text of each row of its list.
fn words_of_page<'a>(page: &'a str, path: &str) -> Vec<&'a str> {
    let keys = [format!("\"{path}\":"), format!(",{path}:"), format!("{{{path}:")];
    let mut list = keys.iter().find_map(|key| page.split_once(key)).map_or("", |(_, list)| list);
    if !list.starts_with('[') {
        let name = list.split(',').next().unwrap_or_default();
        list = page.split_once(&format!("const{name}:Choice[]=")).map_or("", |(_, list)| list);
    }
    let list = list.split("]]").next().unwrap_or_default();
    list.split("[\"").skip(1).filter_map(|row| row.split('"').next()).collect()
}
