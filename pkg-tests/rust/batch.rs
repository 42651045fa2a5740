//! What shows across dossiers: rules B1 to B3, told to people who read many of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use territoires_industrie::batch::Summary;
use territoires_industrie::document::{self, Format};
use territoires_industrie::money::BasisPoints;
use territoires_industrie::scale::{self, Scale};
use territoires_industrie::{Context, Dossier, Lang, evaluate, read};

const LAMBALLE: &str = "200069391";
const SAINT_BRIEUC: &str = "200069409";

/// What shows across some dossiers, as JSON.
fn across(dossiers: &[Value], scale: Option<&Scale>, lang: Lang) -> Value {
    let context = Context { scale, lang, ..Context::on(read::date("2023-09-15").unwrap()) };
    let mut summary = Summary::new(&context);
    for (line, dossier) in (1..).zip(dossiers) {
        let dossier = Dossier::from_json(dossier.to_string()).unwrap();
        summary.add(line, &dossier, &evaluate(&dossier, &context));
    }
    serde_json::to_value(summary.findings()).unwrap()
}

fn members(name: &str, epcis: &[&str]) -> Value {
    json!({"territory_name": name, "perimeter": {"epcis": epcis}})
}

fn post(epcis: &[&str], level: &str, start: &str, months: u32) -> Value {
    json!({"perimeter": {"epcis": epcis}, "chef_de_projet": {
        "fragility_level": level, "annual_cost": 60000, "working_time": 1, "start": start, "months": months,
    }})
}

/// B1: both dossiers are named, whatever their number.
#[test]
fn an_intercommunalite_in_several_dossiers_names_the_first_two() {
    let dossiers = [
        members("Un", &[LAMBALLE, SAINT_BRIEUC]),
        members("Deux", &[SAINT_BRIEUC]),
        json!({"perimeter": {"epcis": [SAINT_BRIEUC]}}),
        members("Ailleurs", &["200068450"]),
    ];
    let overlap = &across(&dossiers, None, Lang::Fr)["overlap"];
    assert_eq!(overlap["rule"], "B1");
    assert_eq!(overlap["source"], json!({"document": "coherence", "section": null}));
    assert_eq!(
        overlap["epcis"],
        json!([{
            "siren": SAINT_BRIEUC,
            "name": "CA Saint-Brieuc Armor Agglomération",
            "dossiers": 3,
            "first": [{"line": 1, "territory_name": "Un"}, {"line": 2, "territory_name": "Deux"}],
        }])
    );
}

/// A doubled row is not an overlap; a number that is half typed is nobody's.
#[test]
fn the_same_row_twice_in_one_dossier_is_no_overlap() {
    let dossiers = [
        members("Un", &[LAMBALLE, LAMBALLE, "20006940"]),
        members("Deux", &[SAINT_BRIEUC, "20006940"]),
    ];
    assert_eq!(across(&dossiers, None, Lang::Fr)["overlap"]["epcis"], json!([]));
}

/// A commune that the directory lacks is shared all the same.
#[test]
fn a_member_outside_the_directory_is_compared_by_its_number() {
    let dossiers = [members("Un", &["217500016"]), members("Deux", &["217500016"])];
    let shared = &across(&dossiers, None, Lang::Fr)["overlap"]["epcis"][0];
    assert_eq!((&shared["siren"], &shared["name"]), (&json!("217500016"), &Value::Null));
}

#[test]
fn a_long_name_is_cut() {
    let long = "é".repeat(5000);
    let dossiers = [members(&long, &[LAMBALLE]), members("Deux", &[LAMBALLE])];
    let found = across(&dossiers, None, Lang::Fr);
    let name = found["overlap"]["epcis"][0]["first"][0]["territory_name"].as_str().unwrap();
    assert_eq!(name.chars().count(), 80);
}

/// B2: a territory over several régions counts once, where most of its population lives.
#[test]
fn dossiers_by_region_stand_beside_the_national_order_of_magnitude() {
    let dossiers = [
        members("Baie", &[LAMBALLE, SAINT_BRIEUC]),
        members("Bresle", &["247600588", "200070944", "200069722"]),
        members("Baie encore", &[LAMBALLE]),
        json!({}),
    ];
    let found = &across(&dossiers, None, Lang::Fr)["by_region"];
    assert_eq!(found["order_of_magnitude"], 150);
    assert_eq!(found["source"], json!({"document": "faq-2023", "section": "1.4"}));
    assert_eq!(
        found["regions"],
        json!([
            {"region": {"code": "32", "name": "Hauts-de-France"}, "dossiers": 1},
            {"region": {"code": "53", "name": "Bretagne"}, "dossiers": 2},
            {"region": null, "dossiers": 1},
        ])
    );
    assert!(found["message"].as_str().unwrap().contains("ni un quota"));
}

/// What is told beside dossiers of the first phase is what its own documents give.
#[test]
fn orders_of_magnitude_are_those_of_the_newest_campaign_among_the_dossiers() {
    let [first, second] = ["2018-2022", "2023-2027"].map(|campaign| json!({"campaign": campaign}));
    let found = across(&[first.clone(), first.clone()], None, Lang::Fr);
    assert_eq!(found["by_region"]["order_of_magnitude"], 146);
    assert_eq!(found["by_region"]["source"]["document"], "cp-2021");
    assert_eq!(found["budget"]["published"], Value::Null);
    let found = across(&[first.clone(), second, first], None, Lang::Fr);
    assert_eq!(found["by_region"]["order_of_magnitude"], 150);
    assert_eq!(found["budget"]["published"]["posts"], 153);
}

/// B3, by hand: 50 % of 60 000 a year is 30 000; half a year is 15 000.
#[test]
fn grants_add_up_by_level_region_and_year() {
    let dossiers = [
        post(&[LAMBALLE], "level_2", "2024-01-01", 12),
        post(&[SAINT_BRIEUC], "level_2", "2024-07-01", 12),
        post(&["200068450"], "level_2", "2025-01-01", 6),
        members("sans poste", &[LAMBALLE]),
    ];
    let budget = &across(&dossiers, None, Lang::Fr)["budget"];
    assert_eq!((&budget["posts"], &budget["grant"]), (&json!(3), &json!("75000.00")));
    assert_eq!(budget["average"], "25000.00");
    assert_eq!(
        budget["by_level"],
        json!([{"scale": "hypothesis-2023", "level": "level_2", "status": "hypothesis", "posts": 3, "grant": "75000.00"}])
    );
    assert_eq!(
        budget["by_region"],
        json!([
            {"region": {"code": "28", "name": "Normandie"}, "posts": 1, "grant": "15000.00"},
            {"region": {"code": "53", "name": "Bretagne"}, "posts": 2, "grant": "60000.00"},
        ])
    );
    assert_eq!(
        budget["by_year"],
        json!([
            {"year": 2024, "posts": 2, "grant": "45000.00"},
            {"year": 2025, "posts": 2, "grant": "30000.00"},
        ])
    );
    let cell = |region, year, grant| json!({"scale": "hypothesis-2023", "level": "level_2", "region": region, "year": year, "grant": grant});
    assert_eq!(
        budget["cells"],
        json!([
            cell("28", 2025, "15000.00"),
            cell("53", 2024, "45000.00"),
            cell("53", 2025, "15000.00"),
        ])
    );
}

/// The middle post, or half the sum of the two in the middle; the public figures stand beside.
#[test]
fn the_median_is_the_post_in_the_middle() {
    let posts = |months: &[u32]| -> Vec<Value> {
        months.iter().map(|months| post(&[LAMBALLE], "level_2", "2024-01-01", *months)).collect()
    };
    let median =
        |months: &[u32]| across(&posts(months), None, Lang::Fr)["budget"]["median"].clone();
    assert_eq!(median(&[24, 1, 12]), "30000.00");
    assert_eq!(median(&[24, 12, 1, 12]), "30000.00");
    assert_eq!(median(&[1, 2]), "3750.00");
    assert_eq!(median(&[]), Value::Null);
    let published = &across(&[], None, Lang::Fr)["budget"]["published"];
    assert_eq!(published["posts"], 153);
    assert_eq!(
        (&published["grant"], &published["average"]),
        (&json!("6700000.00"), &json!("43791.00"))
    );
}

/// By hand: level 2 gives 30 000 a year at 65 % under its ceiling, 60 % of 60 000 is 36 000 without.
#[test]
fn a_change_of_scale_says_what_it_costs() {
    let dossiers = [
        post(&[LAMBALLE], "level_2", "2024-07-01", 12),
        post(&["200068450"], "level_2", "2025-01-01", 12),
        post(&[LAMBALLE], "level_1", "2025-01-01", 12),
    ];
    let mut other = scale::find("hypothesis-2023").unwrap().clone();
    other.id = "sixty".to_owned();
    other.levels.remove(0);
    (other.levels[0].rate, other.levels[0].ceiling) = (Some(BasisPoints(6_000)), None);
    let context = Context::on(read::date("2023-09-15").unwrap());
    let mut summary = Summary::new(&context).against(other);
    for (line, dossier) in (1..).zip(&dossiers) {
        let dossier = Dossier::from_json(dossier.to_string()).unwrap();
        summary.add(line, &dossier, &evaluate(&dossier, &context));
    }
    let findings = summary.findings();
    let change = serde_json::to_value(findings.budget.change.as_ref().unwrap()).unwrap();
    assert_eq!(change["scale"], "sixty");
    assert_eq!((&change["posts"], &change["without_plan"]), (&json!(2), &json!(1)));
    assert_eq!((&change["grant"], &change["difference"]), (&json!("72000.00"), &json!("12000.00")));
    assert_eq!(
        change["by_year"],
        json!([
            {"of": 2024, "grant": "18000.00", "difference": "3000.00"},
            {"of": 2025, "grant": "54000.00", "difference": "9000.00"},
        ])
    );
    assert_eq!(
        change["by_level"],
        json!([{"of": {"scale": "hypothesis-2023", "level": "level_2"}, "grant": "72000.00", "difference": "12000.00"}])
    );
    assert_eq!(change["by_region"][0]["of"], "28");

    let shown = document::national_view(&findings).write(Format::PlainCsv);
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(
        lines[0],
        "Regroupement,Poste,Postes,Aides de l'État,Moyenne par poste,Barème changé,Écart,Statut"
    );
    assert_eq!(
        lines[1],
        "Par année,2024,1,15000.00,15000.00,18000.00,3000.00,\"simulation, hypothèse\""
    );
    assert!(
        lines.last().unwrap().starts_with("Ensemble,Total,3,85000.00,28333.33,72000.00,12000.00")
    );
}

#[test]
fn without_a_post_there_is_no_average() {
    let budget = &across(&[json!({})], None, Lang::En)["budget"];
    assert_eq!((&budget["posts"], &budget["grant"]), (&json!(0), &json!("0.00")));
    assert_eq!(budget["average"], Value::Null);
}

/// What is kept must not grow with what authors call their levels.
#[test]
fn scales_typed_in_dossiers_count_together() {
    let own = |level: &str| {
        let mut dossier = post(&[LAMBALLE], level, "2024-01-01", 12);
        dossier["chef_de_projet"]["scale"] =
            json!({"id": "pvd", "status": "custom", "levels": [{"id": level, "rate": 5000}]});
        dossier
    };
    let budget = &across(&[own("un"), own("deux")], None, Lang::Fr)["budget"];
    assert_eq!(
        budget["by_level"],
        json!([{"scale": "own", "level": "own", "status": "custom", "posts": 2, "grant": "60000.00"}])
    );
    let given = scale::find("hypothesis-2023").unwrap();
    let dossiers = [post(&[LAMBALLE], "level_2", "2024-01-01", 12)];
    let scale = Scale { id: "decree".to_owned(), ..given.clone() };
    let budget = &across(&dossiers, Some(&scale), Lang::Fr)["budget"];
    assert_eq!(budget["by_level"][0]["scale"], "decree", "the caller's scale is one for all");
}

#[test]
fn verdicts_are_counted_and_the_sentences_are_in_the_language_asked_for() {
    let wrong = json!({"perimeter": {"epcis": ["200069392"]}});
    let found = across(&[json!({}), wrong, json!({})], None, Lang::En);
    assert_eq!(found["verdicts"], json!({"admissible": 0, "incomplete": 2, "inadmissible": 1}));
    assert_eq!((&found["dossiers"], &found["lang"]), (&json!(3), &json!("en")));
    assert_ne!(found["overlap"]["message"], across(&[], None, Lang::Fr)["overlap"]["message"]);
}

/// The program: reports on standard output as without the option, the summary in its file.
#[test]
fn the_program_writes_the_summary_beside_the_reports() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("summary.json");
    let lines = format!("{}\n{{\n{}\n", members("Un", &[LAMBALLE]), members("Deux", &[LAMBALLE]));
    let run = |summary: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_ti"))
            .args(["batch", "--day", "2023-09-15"])
            .args(summary)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses its options does not wait for its input.
        let _ = program.stdin.take().unwrap().write_all(lines.as_bytes());
        program.wait_with_output().unwrap()
    };
    let output = run(&["--summary", file.to_str().unwrap()]);
    assert_eq!(output.stdout, run(&[]).stdout);
    assert_eq!(output.status.code(), Some(1), "one line is no dossier");
    let found: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    assert_eq!(found["dossiers"], 2);
    let first = &found["overlap"]["epcis"][0]["first"];
    assert_eq!((&first[0]["line"], &first[1]["line"]), (&json!(1), &json!(3)));

    let output = run(&["--summary", "/nowhere/summary.json"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(66), 0));
}
