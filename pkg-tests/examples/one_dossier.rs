//! One dossier: what is missing, and who pays what.
//!
//! `cargo run --example one_dossier [DOSSIER.json] [DAY]`

use std::error::Error;

use territoires_industrie::check::Outcome;
use territoires_industrie::{Context, Dossier, evaluate, read};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let dossier = match arguments.next() {
        Some(file) => Dossier::from_json(std::fs::read(file)?)?,
        // A dossier can also be made field by field, each as a person would type it.
        None => {
            let mut dossier = Dossier::default();
            dossier.set("perimeter.epcis", "200 069 391, 200 069 409");
            dossier.set("chef_de_projet.fragility_level", "level_2");
            dossier.set("chef_de_projet.annual_cost", "62 000,50 €");
            dossier.set("chef_de_projet.working_time", "80 %");
            dossier.set("chef_de_projet.start", "01/01/2024");
            dossier.set("chef_de_projet.months", "36");
            dossier
        }
    };
    let day = arguments.next().unwrap_or_else(|| "2023-09-15".to_owned());
    let day = read::date(&day).ok_or("the day should be such as 2023-09-15")?;

    let report = evaluate(&dossier, &Context::on(day));
    println!("{:?}", report.verdict);
    for check in &report.checks {
        if check.outcome == Outcome::Unmet || report.next_steps.contains(&check.rule) {
            println!("{} {}", check.rule, check.message);
        }
    }
    if let Some(funding) = &report.funding {
        println!("the State pays {} € of {} €", funding.totals.grant, funding.totals.cost);
        for member in &funding.members {
            println!("  {} {} €", member.name.unwrap_or(&member.siren), member.total);
        }
    }
    Ok(())
}
