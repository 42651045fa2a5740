//! A form that is filled gives, at every moment, what its dossier gives as a whole (contract, §6).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use serde_json::Value as Json;
use territoires_industrie::{
    Dossier, Lang, LiveForm, Settings, evaluate, read, scale, value::Value,
};

const BASE: &str = include_str!("../cases/bases/baie-d-armor.json");

/// Fields that rules read, fields that none reads, rows, whole groups, and paths that lead nowhere.
const PATHS: &[&str] = &[
    "campaign",
    "kind",
    "filed_on",
    "territory_name",
    "applicant.epci",
    "perimeter.epcis.0",
    "perimeter.epcis.1",
    "perimeter.epcis.3",
    "perimeter.epcis",
    "perimeter.employment_area",
    "perimeter.single_epci_reason",
    "perimeter.opinions.0.region",
    "perimeter.opinions.0.body",
    "perimeter.opinions.0.opinion",
    "governance.elus.0.epci",
    "governance.elus.1.name",
    "governance.industriels.0.part",
    "governance.binome_status",
    "governance.letters.0.status",
    "governance.letters",
    "action_plan.actions.0.title",
    "action_plan.actions.1.priorities",
    "action_plan.actions.1.priorities.0",
    "action_plan.actions.2.jobs",
    "chef_de_projet.scale",
    "chef_de_projet.fragility_level",
    "chef_de_projet.annual_cost",
    "chef_de_projet.working_time",
    "chef_de_projet.months",
    "chef_de_projet.start",
    "chef_de_projet.host.kind",
    "chef_de_projet.other_funding.0.amount",
    "chef_de_projet.other_funding.1.funder",
    "chef_de_projet.split.key",
    "chef_de_projet.split.weights.0",
    "chef_de_projet",
    "perimetre",
    "perimeter.epci",
    "perimeter.epcis.first",
    "filed_on.day",
];

const TEXTS: &[&str] = &[
    "",
    " ",
    "2023-09-15",
    "23/09/2023",
    "15-9",
    "200069391",
    "20006939100016",
    "20006939",
    "200069392",
    "200054781",
    "200057867",
    "oui",
    "non",
    "amendment",
    "signed",
    "declined",
    "skills",
    "skills, land",
    "fragi",
    "level_2",
    "level_3",
    "case",
    "argentan-2023",
    "fragile-2019",
    "pvd",
    "60 000,50 €",
    "-5",
    "0",
    "1",
    "0,8",
    "36",
    "61",
    "53",
    "conseil_regional",
    "favourable",
    "unfavourable",
    "equal",
    "custom",
    "other",
    "being_identified",
    "member",
    "Élue A",
    "2023-2027",
    "2018-2022",
    "1999",
];

const JSON: &[&str] = &[
    "null",
    "true",
    "12",
    "62000.5",
    "-1",
    "[]",
    "{}",
    r#"["200069391","200069409"]"#,
    r#"[["x"]]"#,
    r#"{"status":"signed"}"#,
    r#"[{"status":"declined"},{"status":"signed"}]"#,
    r#"{"id":"ours","status":"custom","levels":[{"id":"level_2","rate":7000}]}"#,
    r#"{"id":"ours","status":"custom","levels":[]}"#,
    r#"{"annual_cost":50000,"start":"2024-01-01"}"#,
];

#[derive(Clone, Debug)]
enum Edit {
    Type(usize, usize),
    Give(usize, usize),
    Insert(usize),
    Remove(usize),
    Move(usize, usize),
    Load,
    Configure(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let path = 0..PATHS.len();
    let edit = prop_oneof![
        8 => (path.clone(), 0..TEXTS.len()).prop_map(|(path, text)| Edit::Type(path, text)),
        3 => (path.clone(), 0..JSON.len()).prop_map(|(path, json)| Edit::Give(path, json)),
        1 => path.clone().prop_map(Edit::Insert),
        1 => path.clone().prop_map(Edit::Remove),
        1 => (path, 0..4usize).prop_map(|(path, to)| Edit::Move(path, to)),
        1 => Just(Edit::Load),
        1 => (0..6usize).prop_map(Edit::Configure),
    ];
    prop::collection::vec(edit, 1..40)
}

fn settings(which: usize) -> Settings {
    let day = |text| read::date(text).unwrap();
    let on = Settings::on(day("2023-09-15"));
    match which {
        0 => on,
        1 => Settings { lang: Lang::En, ..on },
        2 => Settings { scale: scale::find("pvd").cloned(), ..on },
        3 => Settings { scale: scale::find("hypothesis-2023").cloned(), ..on },
        4 => Settings::on(day("2023-06-22")),
        _ => Settings::on(day("2026-11-22")),
    }
}

fn apply(form: &mut LiveForm, edit: &Edit) -> bool {
    match *edit {
        Edit::Type(path, text) => form.set(PATHS[path], TEXTS[text]),
        Edit::Give(path, json) => form.set(PATHS[path], Value::from_json(JSON[json]).unwrap()),
        Edit::Insert(path) => form.insert(PATHS[path]),
        Edit::Remove(path) => form.remove(PATHS[path]),
        Edit::Move(path, to) => form.move_row(PATHS[path], to),
        Edit::Load => form.load(Dossier::from_json(BASE).unwrap()),
        Edit::Configure(which) => form.configure(settings(which)),
    }
}

/// The report as JSON, of the form and of its dossier read anew.
fn both(form: &LiveForm) -> (String, String) {
    let settings = form.settings();
    let live = evaluate(form.dossier(), &settings.context()).to_json();
    let text = form.dossier().to_value().to_string();
    let again = Dossier::from_json(text).expect("a dossier is written as one");
    (live, evaluate(&again, &settings.context()).to_json())
}

/// Puts changes over a report, as a page does.
fn merge(report: &mut Json, changes: Json) {
    let Json::Object(changes) = changes else { panic!("changes are an object") };
    for (key, value) in changes {
        if key != "checks" {
            report[&key] = value;
            continue;
        }
        for changed in value.as_array().unwrap() {
            let checks = report["checks"].as_array_mut().unwrap();
            let at = checks.iter().position(|check| check["rule"] == changed["rule"]).unwrap();
            checks[at] = changed.clone();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// `report()` is `evaluate(dossier())` after any edits; an edit tells truly whether it changed; the changes, put
    /// over the first report, give the last.
    #[test]
    fn live_and_whole_agree(edits in edits(), from_example in any::<bool>()) {
        let dossier = if from_example { Dossier::from_json(BASE).unwrap() } else { Dossier::default() };
        let mut form = LiveForm::new(dossier, settings(0));
        let mut merged: Json = serde_json::from_str(&form.report().to_json()).unwrap();
        let mut before = both(&form).0;
        for (i, edit) in edits.iter().enumerate() {
            let told = apply(&mut form, edit);
            let (live, again) = both(&form);
            prop_assert_eq!(&live, &again, "after {:?}", edit);
            prop_assert_eq!(told, live != before, "{:?} told {}", edit, told);
            if i % 3 != 0 {
                merge(&mut merged, serde_json::to_value(form.changes()).unwrap());
                let live: Json = serde_json::from_str(&live).unwrap();
                let differ: Vec<_> =
                    live.as_object().unwrap().iter().filter(|(key, value)| merged[*key] != **value).collect();
                prop_assert!(merged == live, "after {:?}: {:?}", edit, differ);
            }
            before = live;
        }
        prop_assert_eq!(form.report().to_json(), before);
    }
}

/// Nothing crosses to the page when nothing changed.
#[test]
fn without_a_change_there_are_no_changes() {
    let mut form = LiveForm::new(Dossier::from_json(BASE).unwrap(), settings(0));
    let _ = form.report();
    assert!(!form.set("territory_name", "Autre nom"));
    assert_eq!(serde_json::to_string(&form.changes()).unwrap(), "{}");
}

/// Before anything was given, the changes are the whole report.
#[test]
fn the_first_changes_are_everything() {
    let mut form = LiveForm::new(Dossier::from_json(BASE).unwrap(), settings(0));
    let changes = serde_json::to_value(form.changes()).unwrap();
    let report: Json = serde_json::from_str(&form.report().to_json()).unwrap();
    assert_eq!(changes, report);
}

/// An over-funded post is not split, so the order of its members says nothing.
#[test]
fn the_members_of_an_over_funded_post_move_without_a_change() {
    let mut form = LiveForm::new(Dossier::from_json(BASE).unwrap(), settings(0));
    assert!(form.set("chef_de_projet.other_funding.0.amount", "200069391"));
    assert!(
        form.set("chef_de_projet.other_funding.0.funder", "Région"),
        "the plan names its funders"
    );
    let before = both(&form).0;
    let told = form.move_row("perimeter.epcis.0", 1);
    assert_eq!(told, both(&form).0 != before);
}
