//! Many dossiers, on every processor: a verdict each, and what shows across them.
//!
//! `cargo run --release --example many_dossiers [DOSSIERS.jsonl]`

use std::error::Error;
use std::thread;

use territoires_industrie::batch::Summary;
use territoires_industrie::{Context, Dossier, Report, evaluate, read};

const SOME: &str = r#"{"territory_name": "Baie", "perimeter": {"epcis": ["200069391", "200069409"]}}
{"territory_name": "Saint-Brieuc", "perimeter": {"epcis": ["200069409"], "single_epci_reason": "Sa taille"}}
no dossier
{"territory_name": "Argentan", "perimeter": {"epcis": ["200068450"]}}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let text = match std::env::args().nth(1) {
        Some(file) => std::fs::read_to_string(file)?,
        None => SOME.to_owned(),
    };
    let lines: Vec<&str> = text.lines().collect();
    let day = read::date("2023-09-15").ok_or("no date")?;
    let context = &Context::on(day);

    // Evaluating has no state: any thread does it, with the same context.
    let look = |line: &&str| -> Result<(Dossier, Report), String> {
        let dossier = Dossier::from_json(line).map_err(|error| error.to_string())?;
        let report = evaluate(&dossier, context);
        Ok((dossier, report))
    };
    let each = lines.len().div_ceil(thread::available_parallelism()?.get()).max(1);
    let answers: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = lines
            .chunks(each)
            .map(|chunk| scope.spawn(move || chunk.iter().map(look).collect::<Vec<_>>()))
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    });

    // What shows across dossiers is told in their order.
    let mut summary = Summary::new(context);
    for (line, answer) in (1..).zip(&answers) {
        match answer {
            Ok((dossier, report)) => {
                summary.add(line, dossier, report);
                println!("{line}: {:?}, to do: {:?}", report.verdict, report.next_steps);
            }
            Err(error) => println!("{line}: {error}"),
        }
    }
    let findings = summary.findings();
    println!("{} dossiers; {}", findings.dossiers, findings.overlap.message);
    Ok(())
}
