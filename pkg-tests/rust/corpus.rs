//! The corpus of pkg-tests/cases through the Rust API. What each case expects is asserted here; the other surfaces
//! are held to the same bytes by the tests in JavaScript, which read target/tmp/corpus.jsonl, written at the end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use serde_json::{Value, json};
use territoires_industrie::report::Writer;
use territoires_industrie::scale::{self, Scale};
use territoires_industrie::{Context, Dossier, RULES, Rule, campaign, evaluate, read};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pkg-tests/cases");
const FEWEST: usize = 500;

#[test]
fn every_case_holds_through_the_rust_api() {
    let cases = reported_cases();
    let mut faults = String::new();
    let mut expanded = String::new();
    for Reported { case, dossier, report, found } in cases {
        let name = case["name"].as_str().expect("a case has a name");
        let mut differ = |what: &str, expected: &Value, found: &Value| {
            writeln!(faults, "{name}: {what}\n  expected {expected}\n  found    {found}").unwrap();
        };
        check(&case["expect"], found, &mut differ);
        let line = json!({
            "name": name, "dossier": dossier, "day": case["day"], "scale": case["scale"], "report": report,
        });
        writeln!(expanded, "{line}").unwrap();
    }
    let _ = writeln!(std::io::stderr(), "corpus: {} cases", cases.len()); // told even when the test passes
    assert!(cases.len() >= FEWEST, "{} cases, at least {FEWEST} are expected", cases.len());
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus.jsonl"), expanded).unwrap();
    let faulty = faults.lines().filter(|line| !line.starts_with(' ')).count();
    assert!(
        faults.is_empty(),
        "{faulty} expectations in {} cases do not hold:\n{faults}",
        cases.len()
    );
}

/// Invariant: what a writer remembers of the dossiers before does not show, whatever came before.
#[test]
fn a_writer_that_remembers_writes_the_same_bytes() {
    let mut writers: BTreeMap<&str, Writer<'_>> = BTreeMap::new();
    let cases: Vec<_> =
        reported_cases().iter().filter(|reported| reported.case["scale"].is_null()).collect();
    for Reported { case, dossier, report, .. } in cases.iter().chain(cases.iter().rev()) {
        let day = case["day"].as_str().unwrap();
        let context = || Context::on(read::date(day).unwrap());
        let mut written = Vec::new();
        writers
            .entry(day)
            .or_insert_with(|| Writer::new(context()))
            .write(&Dossier::from_json(dossier).unwrap(), &mut written);
        assert_eq!(&String::from_utf8(written).unwrap(), report, "{}", case["name"]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Invariant: whatever people type stands in what a writer writes as it does in the report.
    #[test]
    fn a_writer_escapes_what_people_type(typed in "[\\x00-\\x1f\"\\\\/\\x7fé\u{2028}𝄞 a1]{0,40}") {
        let dossier = json!({
            &typed: 1,
            "filed_on": &typed,
            "perimeter": {"epcis": ["200069391", &typed]},
            "chef_de_projet": {
                "fragility_level": "level_2", "annual_cost": 60000, "working_time": 1,
                "start": "2024-01-01", "months": 24, "other_funding": [{"funder": &typed, "amount": 5}],
            },
        });
        let dossier = Dossier::from_json(dossier.to_string()).unwrap();
        let context = Context::on(read::date("2023-09-15").unwrap());
        let mut written = Vec::new();
        Writer::new(context).write(&dossier, &mut written);
        prop_assert_eq!(String::from_utf8(written).unwrap(), evaluate(&dossier, &context).to_json());
    }
}

/// Two cases of one name could not be told apart in a failure.
#[test]
fn names_are_distinct() {
    let cases = read_cases();
    let mut names: Vec<_> = cases.iter().map(|case| case["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    let before = names.len();
    names.dedup();
    assert_eq!(names.len(), before);
}

/// A rule whose outcome no case expects is not tried; one that a report has and the table does not
/// declare is a rule that does not do what it says.
#[test]
fn the_outcomes_that_rules_declare_are_those_that_cases_reach() {
    let mut reached = BTreeSet::new();
    let mut faults = Vec::new();
    for Reported { case, found, .. } in reported_cases() {
        for (rule, outcome) in case["expect"]["outcomes"].as_object().into_iter().flatten() {
            reached.insert((rule.clone(), outcome.as_str().unwrap().to_owned()));
        }
        // Where the texts of a campaign say nothing, the rule itself has no say.
        if found["campaign"] != campaign::newest().id {
            continue;
        }
        for (rule, check) in RULES.iter().zip(found["checks"].as_array().unwrap()) {
            if !declared(rule).contains(&check["outcome"].as_str().unwrap().to_owned()) {
                faults.push(format!("{}: {} has {}", case["name"], rule.id, check["outcome"]));
            }
        }
    }
    for rule in RULES {
        for outcome in declared(rule) {
            if !reached.contains(&(rule.id.to_owned(), outcome.clone())) {
                faults.push(format!("no case expects {} to be {outcome}", rule.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Invariant: a rule that changes when an answer is taken back says that it reads it. A page marks the fields of a
/// rule by what it says.
#[test]
fn rules_declare_what_they_read() {
    let mut faults = BTreeMap::new();
    for Reported { case, dossier, .. } in reported_cases() {
        let context = Context::on(read::date(case["day"].as_str().unwrap()).unwrap());
        let before = Dossier::from_json(dossier).unwrap();
        let report = evaluate(&before, &context);
        let mut paths = Vec::new();
        leaves(&serde_json::from_str(dossier).unwrap(), String::new(), &mut paths);
        // A list too long to be read has the same leaf many times.
        for path in paths.iter().take(200) {
            let mut dossier = before.clone();
            dossier.set(path, territoires_industrie::value::Value::Null);
            let is_about_a_post = before.post().is_some() == dossier.post().is_some();
            let changed = evaluate(&dossier, &context);
            for ((rule, check), now) in RULES.iter().zip(&report.checks).zip(&changed.checks) {
                let depends = rule.reads_field(path)
                    || path == "campaign"
                    || lists_of(path).any(|list| rule.reads.contains(&list))
                    || rule.id.starts_with('F') && !is_about_a_post;
                if check != now && !depends {
                    let fault = format!("{} reads {path}", rule.id);
                    faults.entry(fault).or_insert(&case["name"]);
                }
            }
        }
    }
    assert!(faults.is_empty(), "add to the table of src/rules/mod.rs:\n{faults:#?}");
}

/// The lists that a path leads through: a rule may read whether they have rows.
fn lists_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('.').map(|(end, _)| &path[..end])
}

fn leaves(value: &Value, path: String, found: &mut Vec<String>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(keys) => {
            keys.iter().for_each(|(key, value)| leaves(value, below(key), found))
        }
        Value::Array(rows) => {
            for (row, value) in rows.iter().enumerate() {
                leaves(value, below(&row.to_string()), found);
            }
        }
        _ => found.push(path),
    }
}

fn declared(rule: &Rule) -> Vec<String> {
    let words = serde_json::to_value(rule.outcomes).unwrap();
    words.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

/// A case with the answer of the engine.
struct Reported {
    case: Value,
    dossier: String,
    report: String,
    found: Value,
}

fn reported_cases() -> &'static [Reported] {
    static REPORTED: OnceLock<Vec<Reported>> = OnceLock::new();
    REPORTED.get_or_init(|| {
        let reported = |case: Value| {
            let dossier = dossier(&case).to_string();
            let report = report(&dossier, &case);
            let found = serde_json::from_str(&report).expect("a report is JSON");
            Reported { case, dossier, report, found }
        };
        read_cases().into_iter().map(reported).collect()
    })
}

fn report(dossier: &str, case: &Value) -> String {
    let day = read::date(case["day"].as_str().expect("a case has a day")).expect("a day");
    let scale = match &case["scale"] {
        Value::Null => None,
        Value::String(id) => Some(scale::find(id).expect("a shipped scale").clone()),
        whole => {
            let value =
                territoires_industrie::value::Value::from_json(whole.to_string()).expect("JSON");
            Some(Scale::read(&value).expect("a scale"))
        }
    };
    let dossier = Dossier::from_json(dossier).expect("an object");
    evaluate(&dossier, &Context { scale: scale.as_ref(), ..Context::on(day) }).to_json()
}

fn read_json(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read_cases() -> Vec<Value> {
    let mut files: Vec<_> = fs::read_dir(CASES)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| read_json(file).as_array().expect("a file of cases is a list").clone())
        .collect()
}

/// The base of a case, or an empty dossier, with its edits.
fn dossier(case: &Value) -> Value {
    let mut dossier = match case["base"].as_str() {
        Some(base) => read_json(&Path::new(CASES).join("bases").join(base).with_extension("json")),
        None => json!({}),
    };
    for edit in case["edits"].as_array().expect("a case has edits") {
        if let Some(path) = edit["set"].as_str() {
            *at(&mut dossier, path) = edit["to"].clone();
        } else {
            remove(&mut dossier, edit["remove"].as_str().expect("an edit sets or removes"));
        }
    }
    dossier
}

/// The value at a path, made of objects and lists on the way where nothing is.
fn at<'a>(root: &'a mut Value, path: &str) -> &'a mut Value {
    path.split('.').fold(root, |value, key| match key.parse::<usize>() {
        Ok(index) => {
            if value.is_null() {
                *value = json!([]);
            }
            let list =
                value.as_array_mut().unwrap_or_else(|| panic!("{path}: {key} is asked of no list"));
            list.resize(list.len().max(index + 1), Value::Null);
            &mut list[index]
        }
        Err(_) => &mut value[key],
    })
}

fn remove(root: &mut Value, path: &str) {
    let (parent, key) = match path.rsplit_once('.') {
        Some((parent, key)) => (at(root, parent), key),
        None => (root, path),
    };
    let removed = match parent {
        Value::Array(rows) => key
            .parse()
            .ok()
            .filter(|index| *index < rows.len())
            .map(|index: usize| rows.remove(index)),
        Value::Object(keys) => keys.remove(key),
        _ => None,
    };
    assert!(removed.is_some(), "{path} is not there to be removed");
}

/// Compares what a case expects, and only that, with the report.
fn check(expect: &Value, report: &Value, differ: &mut impl FnMut(&str, &Value, &Value)) {
    for (key, expected) in expect.as_object().expect("a case expects something") {
        match key.as_str() {
            "outcomes" => {
                for (rule, expected) in expected.as_object().unwrap() {
                    let found = &check_of(report, rule)["outcome"];
                    if found != expected {
                        differ(&format!("outcome of {rule}"), expected, found);
                    }
                }
            }
            "fields" => {
                for (rule, expected) in expected.as_object().unwrap() {
                    let found = &check_of(report, rule)["fields"];
                    let (fields, others) = (expected.as_array().unwrap(), found.as_array());
                    let among = others
                        .is_some_and(|others| fields.iter().all(|field| others.contains(field)));
                    if !among || found.get(0) != fields.first() {
                        differ(&format!("fields of {rule}"), expected, found);
                    }
                }
            }
            "data" => {
                for (rule, expected) in expected.as_object().unwrap() {
                    within(
                        &format!("data of {rule}"),
                        expected,
                        &check_of(report, rule)["data"],
                        differ,
                    );
                }
            }
            "unreadable" | "notices" | "suggestions" => {
                let name = if key == "suggestions" { "id" } else { "field" };
                let found = report[key]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|entry| entry[name].clone())
                    .collect();
                if &Value::Array(Vec::clone(&found)) != expected {
                    differ(key, expected, &Value::Array(found));
                }
            }
            _ => within(key, expected, &report[key], differ),
        }
    }
}

fn check_of<'a>(report: &'a Value, rule: &str) -> &'a Value {
    let checks = report["checks"].as_array().expect("a report has checks");
    checks.iter().find(|check| check["rule"] == *rule).unwrap_or(&Value::Null)
}

/// Objects hold at least the expected keys; of a member of the split, a text stands for its total.
fn within(
    what: &str,
    expected: &Value,
    found: &Value,
    differ: &mut impl FnMut(&str, &Value, &Value),
) {
    match (expected, found) {
        (Value::Object(keys), Value::Object(_)) => {
            for (key, expected) in keys {
                within(&format!("{what}.{key}"), expected, &found[key], differ);
            }
        }
        (Value::Array(rows), Value::Array(others)) if rows.len() == others.len() => {
            for (i, (expected, found)) in rows.iter().zip(others).enumerate() {
                within(&format!("{what}.{i}"), expected, found, differ);
            }
        }
        (Value::String(_), Value::Object(member)) if member.get("total") == Some(expected) => {}
        _ if expected == found => {}
        _ => differ(what, expected, found),
    }
}
