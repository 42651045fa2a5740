//! `ti ds`: what of a dossier goes to a procedure of the form platform « Démarches simplifiées ».

mod drift;
mod platform;
mod propose;
mod schema;

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;
use territoires_industrie::Lang;
use territoires_industrie::messages;
use territoires_industrie::prefill::{LONGEST, LeftOut, Mapping, Prefill, Sent, ToFill, Why};
use territoires_industrie::value::Value;

use crate::input::{self, Fault};
use crate::text::either;
use crate::{Format, Output, json, print};
pub use platform::{Draft, Platform, PlatformArguments, Refusal};
use schema::Schema;

const EXAMPLES: &str = "\
Examples:
  ti ds map schema.json > mapping.json       then set `confirmed` to true where it is right
  ti ds check mapping.json schema.json       every night: exit 1 when the procedure changed
  ti ds link mapping.json dossier.json

The schema is what the platform gives at /preremplir/PATH/schema.";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Propose a mapping file from the description of a procedure, for a person to confirm.
    Map {
        /// The description of the procedure; standard input when absent or `-`.
        schema: Option<PathBuf>,
    },
    /// Tell what changed in a procedure since its mapping was made; exit 1 when something did.
    Check {
        /// The mapping file.
        mapping: PathBuf,
        /// The description of the procedure; standard input when absent or `-`.
        schema: Option<PathBuf>,
        #[command(flatten)]
        output: Output,
    },
    /// Print the link that begins the procedure with what a dossier holds; exit 1 when it holds
    /// nothing of use.
    Link {
        /// The mapping file.
        mapping: PathBuf,
        /// A dossier in JSON; standard input when absent or `-`.
        dossier: Option<PathBuf>,
        /// However long the link becomes: some browsers do not open it.
        #[arg(long)]
        whole: bool,
        #[command(flatten)]
        output: Output,
    },
}

pub fn run(arguments: Arguments) -> Result<ExitCode, Fault> {
    match arguments.command {
        Command::Map { schema } => {
            let mapping = propose::propose(&read_schema(schema.as_deref())?);
            let text = serde_json::to_string_pretty(&mapping);
            print(&text.map_err(|error| Fault::Ours(error.to_string()))?)?;
            // Beside the file.
            let _ = writeln!(
                io::stderr(),
                "{} matches to confirm: set `confirmed` to true where they are right; {} fields of the \
                 procedure without a match",
                mapping.matches.len(),
                mapping.unmatched_champs.len()
            );
            Ok(ExitCode::SUCCESS)
        }
        Command::Check { mapping, schema, output } => {
            check(&read_mapping(&mapping)?, &read_schema(schema.as_deref())?, &output)
        }
        Command::Link { mapping, dossier, whole, output } => {
            let mapping = read_mapping(&mapping)?;
            let dossier = input::dossier(dossier.as_deref())?.to_value();
            let mut prefill = Prefill::of(&mapping, &dossier);
            let longest = if whole { usize::MAX } else { LONGEST };
            let link = prefill.link(&mapping, longest);
            let to_fill = prefill.to_fill(&mapping);
            let Prefill { sent, left_out } = prefill;
            tell_link(&Linked { length: link.len(), link, sent, left_out, to_fill }, &output)
        }
    }
}

fn read_bytes(file: Option<&Path>) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    input::open(file)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn read_schema(file: Option<&Path>) -> Result<Schema, Fault> {
    let name = file.map_or("standard input".into(), |file| file.display().to_string());
    let wrong = |what| Fault::Data(format!("{name}: no description of a procedure: {what}"));
    Schema::read(&read_bytes(file)?).map_err(wrong)
}

fn read_mapping(file: &Path) -> Result<Mapping, Fault> {
    let wrong = |what: String| Fault::Data(format!("{}: no mapping file: {what}", file.display()));
    let value =
        Value::from_json(read_bytes(Some(file))?).map_err(|error| wrong(error.to_string()))?;
    Mapping::read(&value).map_err(|faults| {
        let told: Vec<_> = faults.iter().map(|it| messages::mapping_error(it, Lang::En)).collect();
        wrong(told.join("; "))
    })
}

fn check(mapping: &Mapping, schema: &Schema, output: &Output) -> Result<ExitCode, Fault> {
    let changes = drift::changes(mapping, schema);
    print(&match output.format {
        Format::Json => json(&changes)?,
        Format::Text if changes.is_empty() => {
            either(output.lang, "Rien n'a changé.", "Nothing changed.").to_owned()
        }
        Format::Text => {
            let line = |change: &drift::Change| {
                let mark = if change.is_drift { "✗" } else { "i" };
                format!("{mark} {}\n", change.sentence(output.lang))
            };
            changes.iter().map(line).collect()
        }
    })?;
    let is_drift = changes.iter().any(|change| change.is_drift);
    Ok(if is_drift { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

#[derive(Serialize)]
struct Linked {
    link: String,
    /// In characters.
    length: usize,
    sent: Vec<Sent>,
    left_out: Vec<LeftOut>,
    to_fill: Vec<ToFill>,
}

/// The link on standard output, what stays behind on standard error.
fn tell_link(linked: &Linked, output: &Output) -> Result<ExitCode, Fault> {
    match output.format {
        Format::Json => print(&json(linked)?)?,
        Format::Text => {
            print(&linked.link)?;
            // The exit code tells it too.
            let _ = io::stderr().write_all(behind(linked, output.lang).as_bytes());
        }
    }
    Ok(if linked.sent.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn behind(linked: &Linked, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail, here and below.
    let _ = match lang {
        Lang::Fr => {
            writeln!(out, "{} champs préremplis, {} caractères.", linked.sent.len(), linked.length)
        }
        Lang::En => {
            writeln!(out, "{} fields prefilled, {} characters.", linked.sent.len(), linked.length)
        }
    };
    if linked.length > LONGEST {
        let warning = either(
            lang,
            "Au-delà de 2 000 caractères, certains navigateurs n'ouvrent pas le lien.",
            "Above 2 000 characters, some browsers do not open the link.",
        );
        let _ = writeln!(out, "{warning}");
    }
    let (unmatched, held): (Vec<_>, Vec<_>) =
        linked.left_out.iter().partition(|left| left.why == Why::Unmatched);
    if !held.is_empty() {
        let _ = writeln!(out, "{}", either(lang, "Non transmis :", "Not sent:"));
    }
    for LeftOut { field, why } in held {
        let _ = writeln!(out, "  {field} : {}", messages::left_out(*why, lang));
    }
    if !unmatched.is_empty() {
        let fields: Vec<&str> = unmatched.iter().map(|left| left.field.as_str()).collect();
        let without =
            either(lang, "Sans champ dans la démarche", "Without a field in the procedure");
        let _ = writeln!(out, "{without} : {}", fields.join(", "));
    }
    let fill = either(lang, "À saisir sur la plateforme :", "To be typed on the platform:");
    if !linked.to_fill.is_empty() {
        let _ = writeln!(out, "{fill}");
    }
    for ToFill { label, kind, required, prefillable } in &linked.to_fill {
        let required = if *required { either(lang, " (obligatoire)", " (mandatory)") } else { "" };
        let attached =
            !prefillable && matches!(kind.as_str(), "piece_justificative" | "titre_identite");
        let attached =
            if attached { either(lang, " : pièce à joindre", ": to be attached") } else { "" };
        let _ = writeln!(out, "  « {label} »{required}{attached}");
    }
    out
}
