//! The engine compiled to wasm, inside real browsers: the same bytes as the native one over the whole corpus, which
//! `cargo test --test corpus` expands first. `pkg-tests/wasm/run.sh` runs it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use serde_json::Value;
use territoires_industrie::scale::Scale;
use territoires_industrie::{Context, Dossier, LiveForm, Settings, evaluate, read, value};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const CORPUS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/tmp/corpus.jsonl"));

struct Case {
    name: String,
    dossier: Dossier,
    settings: Settings,
    report: String,
}

fn cases() -> impl Iterator<Item = Case> {
    CORPUS.lines().map(|line| {
        let case: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| case[key].as_str().unwrap().to_owned();
        let mut settings = Settings::on(read::date(&text("day")).unwrap());
        if !case["scale"].is_null() {
            let given = value::Value::from_json(case["scale"].to_string()).unwrap();
            settings.scale = Some(Scale::choose(&given).unwrap());
        }
        let dossier = Dossier::from_json(text("dossier")).unwrap();
        Case { name: text("name"), dossier, settings, report: text("report") }
    })
}

#[wasm_bindgen_test]
fn every_case_has_the_bytes_of_the_native_engine() {
    let mut count = 0;
    for Case { name, dossier, settings, report } in cases() {
        let Settings { day, lang, ref scale } = settings;
        let context = Context { day, lang, scale: scale.as_ref() };
        assert_eq!(evaluate(&dossier, &context).to_json(), report, "{name}");
        count += 1;
    }
    assert!(count >= 500, "{count} cases");
}

#[wasm_bindgen_test]
fn a_live_form_reports_what_an_evaluation_does() {
    for Case { name, dossier, settings, report } in cases().step_by(7) {
        assert_eq!(LiveForm::new(dossier, settings).report().to_json(), report, "{name}");
    }
}
