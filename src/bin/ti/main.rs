//! The command line: it reads files and options, calls the library, prints.

mod batch;
mod catalogue;
mod ds;
mod input;
mod serve;
mod simulate;
mod text;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use serde::Serialize;
use territoires_industrie::scale::{self, Scale};
use territoires_industrie::{Context, Lang, Verdict, directory, evaluate, read};
use time::Date;

use input::Fault;

/// A report is many small texts: the system's allocator takes a sixth of the time that it costs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const EXAMPLES: &str = "\
Examples:
  ti check dossier.json
  ti check --day 2023-09-15 --format json < dossier.json
  ti simulate dossier.json --compare
  ti simulate dossier.json --solve annual_cost=80000
  ti batch dossiers.jsonl --summary summary.json > reports.jsonl
  ti epci \"saint brieuc\"
  ti serve

Exit codes: 0 done, or admissible; 1 incomplete, or nothing found; 2 inadmissible;
64 bad usage; 65 unreadable data; 66 missing file; 70 our fault.

The check is indicative, not official. Figures by level of fragility are hypotheses.";

/// Territoires d'industrie: eligibility explained, and the cofinancing of a chef de projet.
#[derive(Parser)]
#[command(name = "ti", version, after_help = EXAMPLES, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a dossier: what holds, what is missing, why.
    Check {
        /// A dossier in JSON; standard input when absent or `-`.
        file: Option<PathBuf>,
        #[command(flatten)]
        common: Common,
    },
    /// Compute who pays what for the post of a dossier.
    Simulate(simulate::Arguments),
    /// Check many dossiers: JSON Lines in, one report a line out, in the same order.
    Batch {
        /// Dossiers, one JSON object a line; standard input when absent or `-`.
        file: Option<PathBuf>,
        /// Where to write, in JSON, what shows across the dossiers: intercommunalités in several of
        /// them, dossiers by région, grants.
        #[arg(long, value_name = "FILE")]
        summary: Option<PathBuf>,
        #[command(flatten)]
        common: Common,
    },
    /// Serve the API and the pages.
    Serve(serve::Arguments),
    /// Prefill a procedure of the form platform « Démarches simplifiées ».
    Ds(ds::Arguments),
    /// Search the intercommunalités of 1 January 2023 by name, SIREN or département.
    Epci {
        /// Words of a name, the beginning of a SIREN, a département.
        #[arg(required = true)]
        query: Vec<String>,
        /// How many at most.
        #[arg(long, default_value_t = 10)]
        limit: usize,
        #[command(flatten)]
        output: Output,
    },
    /// The catalogue of rules: what each asks, how binding it is, where it comes from.
    Rules {
        /// For people, for programs, or as a page of documentation.
        #[arg(long, value_enum, default_value_t = CatalogueFormat::Text)]
        format: CatalogueFormat,
        /// The language of the sentences.
        #[arg(long, value_parser = lang, default_value = "fr")]
        lang: Lang,
    },
    /// List the funding scales with their status and source.
    Scales {
        #[command(flatten)]
        output: Output,
    },
}

#[derive(Args)]
struct Common {
    /// The day of reference, such as 2023-09-15; today in Paris by default.
    #[arg(long, value_parser = day)]
    day: Option<Date>,
    /// A funding scale: a file, or the id of a shipped one.
    #[arg(long, value_name = "FILE|ID")]
    scale: Option<String>,
    #[command(flatten)]
    output: Output,
}

#[derive(Args)]
struct Output {
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the sentences.
    #[arg(long, value_parser = lang, default_value = "fr")]
    lang: Lang,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum CatalogueFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// A page of documentation, in Markdown.
    Md,
}

fn day(text: &str) -> Result<Date, String> {
    read::date(text).ok_or_else(|| "expected a day such as 2023-09-15".to_owned())
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::find(text).ok_or_else(|| "expected fr or en".to_owned())
}

/// What the library is called with, once files are read.
struct Asked {
    day: Date,
    lang: Lang,
    format: Format,
    scale: Option<Scale>,
}

impl Asked {
    fn new(common: Common) -> Result<Self, Fault> {
        let Common { day, scale, output: Output { format, lang } } = common;
        let scale = scale.as_deref().map(input::scale).transpose()?;
        Ok(Self { day: day.map_or_else(input::today, Ok)?, lang, format, scale })
    }

    fn context(&self) -> Context<'_> {
        Context { day: self.day, lang: self.lang, scale: self.scale.as_ref() }
    }
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Where help or an error of usage cannot be printed, nothing else can be.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 64 } else { 0 });
        }
    };
    match run(cli.command) {
        Ok(code) => code,
        Err(Fault::ClosedPipe) => ExitCode::SUCCESS,
        Err(fault) => {
            let _ = writeln!(io::stderr(), "ti: {fault}");
            ExitCode::from(fault.exit_code())
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Fault> {
    match command {
        Command::Check { file, common } => {
            let asked = Asked::new(common)?;
            let report = evaluate(&input::dossier(file.as_deref())?, &asked.context());
            print(&match asked.format {
                Format::Json => report.to_json(),
                Format::Text => text::report(&report),
            })?;
            Ok(match report.verdict {
                Verdict::Admissible => ExitCode::SUCCESS,
                Verdict::Incomplete => ExitCode::from(1),
                Verdict::Inadmissible => ExitCode::from(2),
            })
        }
        Command::Simulate(arguments) => simulate::run(arguments),
        Command::Batch { file, summary, common } => {
            let asked = Asked::new(common)?;
            batch::run(file.as_deref(), summary.as_deref(), &asked.context())
        }
        Command::Serve(arguments) => serve::run(arguments),
        Command::Ds(arguments) => ds::run(arguments),
        Command::Epci { query, limit, output } => {
            let found = directory::search(&query.join(" "), limit);
            print(&match output.format {
                Format::Json => json(&found)?,
                Format::Text => text::epcis(&found, output.lang),
            })?;
            Ok(if found.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
        }
        Command::Rules { format, lang } => {
            print(&match format {
                CatalogueFormat::Json => json(&catalogue::described(lang))?,
                CatalogueFormat::Text => catalogue::text(lang),
                CatalogueFormat::Md => catalogue::markdown(lang),
            })?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Scales { output } => {
            print(&match output.format {
                Format::Json => json(scale::shipped())?,
                Format::Text => text::scales(output.lang),
            })?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn json(value: &(impl Serialize + ?Sized)) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::Ours(error.to_string()))
}

/// Prints a text and the end of its last line.
fn print(text: &str) -> Result<(), Fault> {
    let mut out = io::stdout().lock();
    out.write_all(text.trim_end_matches('\n').as_bytes())?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(())
}
