//! A funding scale of your own: the figures that a decree or a Région gives, in a file or in the
//! program. Every mistake in it is told at once.
//!
//! `cargo run --example own_scale [SCALE.json]`

use std::error::Error;

use territoires_industrie::scale::Scale;
use territoires_industrie::value::Value;
use territoires_industrie::{Context, Dossier, read, simulate};

/// Rates are in basis points (7 000 is 70 %), ceilings in euros a year of full-time work.
const MINE: &str = r#"{
    "id": "region-2024", "label": {"fr": "Barème régional", "en": "Regional scale"}, "status": "custom",
    "levels": [
        {"id": "rural", "rate": 7000, "ceiling": "40000.00"},
        {"id": "urban", "rate": 5000, "ceiling": "30000.00"}
    ]
}"#;

const DOSSIER: &str = r#"{
    "perimeter": {"epcis": ["200069391", "200069409"]},
    "chef_de_projet": {
        "fragility_level": "rural", "annual_cost": 62000, "working_time": 1,
        "start": "2024-01-01", "months": 24
    }
}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let written = match std::env::args().nth(1) {
        Some(file) => std::fs::read_to_string(file)?,
        None => MINE.to_owned(),
    };
    let scale = match Scale::read(&Value::from_json(written)?) {
        Ok(scale) => scale,
        Err(mistakes) => {
            for mistake in &mistakes {
                eprintln!("{mistake}");
            }
            return Err("this is no scale".into());
        }
    };
    let mut dossier = Dossier::from_json(DOSSIER)?;
    let day = read::date("2023-09-15").ok_or("no date")?;
    let context = Context { scale: Some(&scale), ..Context::on(day) };
    for level in &scale.levels {
        dossier.set("chef_de_projet.fragility_level", level.id.as_str());
        match simulate(&dossier, &context) {
            Some(plan) => {
                println!("{}: {} € of {} €", level.id, plan.totals.grant, plan.totals.cost)
            }
            None => println!("{}: no plan", level.id),
        }
    }
    Ok(())
}
