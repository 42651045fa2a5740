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

use clap::builder::RangedU64ValueParser;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use serde::Serialize;
use territoires_industrie::scale::{self, Scale};
use territoires_industrie::{Context, Lang, Verdict, directory, document, evaluate, read};
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
  ti batch dossiers.csv --summary summary.json > reports.jsonl
  ti epci \"saint brieuc\"
  ti serve
  ti help check                                each command has examples of its own

Exit codes: 0 done, or admissible; 1 incomplete, or nothing found; 2 inadmissible;
64 bad usage; 65 unreadable data; 66 missing file; 70 our fault.

The check is indicative, not official. Figures by level of fragility are hypotheses.";

const CHECK: &str = "\
Examples:
  ti check dossier.json                        today, in French, for people
  ti check dossier.json --day 2023-09-15       as on a day of the call
  ti check --format json < dossier.json        the report, for programs
  ti check dossier.json --scale my-scale.json  with figures of your own

Exit codes: 0 admissible, 1 incomplete, 2 inadmissible; 64 bad usage; 65 unreadable data;
66 missing file.";

const BATCH: &str = "\
Examples:
  ti batch dossiers.jsonl > reports.jsonl
  ti batch dossiers.csv --verdicts                     a short line a dossier
  ti batch dossiers.csv --summary summary.json > reports.jsonl
  gzip -dc dossiers.jsonl.gz | ti batch --day 2023-09-15 | jq -r .verdict | sort | uniq -c

A table:
  territory_name;perimeter.epcis;chef_de_projet.annual_cost
  Baie d'Armor;200069391, 200069409;62 000,50

A line that is no dossier gives {\"line\": 12, \"error\": \"…\"} in its place.
Exit codes: 0 every line was a dossier, 1 some were not.";

const EPCI: &str = "\
Examples:
  ti epci \"saint brieuc\"                       accents and hyphens do not matter
  ti epci 200069409                            by SIREN, or its first digits
  ti epci 22 --limit 50 --format json          all those of a département

Exit codes: 0 found, 1 nothing found.";

const RULES: &str = "\
Examples:
  ti rules
  ti rules --format json | jq -r '.[] | select(.level == \"required\") | .id'";

const SCALES: &str = "\
Examples:
  ti scales
  ti scales --format json > scales.json        to begin a scale of your own with";

const COMPLETIONS: &str = "\
Examples:
  ti completions bash > ~/.local/share/bash-completion/completions/ti
  ti completions zsh > ~/.zfunc/_ti            with ~/.zfunc in $fpath
  ti completions fish > ~/.config/fish/completions/ti.fish";

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
    #[command(after_help = CHECK)]
    Check {
        /// A dossier in JSON; standard input when absent or `-`.
        file: Option<PathBuf>,
        #[command(flatten)]
        common: Common,
    },
    /// Compute who pays what for the post of a dossier.
    Simulate(simulate::Arguments),
    /// Check many dossiers, from JSON Lines or a table: one report a line out, in the same order.
    #[command(after_help = BATCH)]
    Batch(batch::Arguments),
    /// Serve the API and the pages.
    Serve(serve::Arguments),
    /// Prefill a procedure of the form platform « Démarches simplifiées ».
    Ds(ds::Arguments),
    /// Search the intercommunalités of 1 January 2023 by name, SIREN or département.
    #[command(after_help = EPCI)]
    Epci {
        /// Words of a name, the beginning of a SIREN, a département.
        #[arg(required = true)]
        query: Vec<String>,
        /// How many at most.
        #[arg(long, default_value_t = 10, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
        limit: usize,
        #[command(flatten)]
        output: Output,
    },
    /// The catalogue of rules: what each asks, how binding it is, where it comes from.
    #[command(after_help = RULES)]
    Rules {
        /// For people, for programs, or as a page of documentation.
        #[arg(long, value_enum, default_value_t = CatalogueFormat::Text)]
        format: CatalogueFormat,
        /// The language of the sentences.
        #[arg(long, value_parser = lang, default_value = "fr")]
        lang: Lang,
    },
    /// List the funding scales with their status and source.
    #[command(after_help = SCALES)]
    Scales {
        #[command(flatten)]
        output: Output,
    },
    /// Write what lets a shell complete this command line.
    #[command(after_help = COMPLETIONS)]
    Completions {
        /// The shell.
        shell: Shell,
    },
}

#[derive(Args)]
struct Common {
    #[command(flatten)]
    setting: Setting,
    #[command(flatten)]
    output: Output,
}

/// What a dossier is looked at with.
#[derive(Args)]
struct Setting {
    /// The day of reference, such as 2023-09-15; today in Paris by default.
    #[arg(long, value_parser = day)]
    day: Option<Date>,
    /// A funding scale: a file, or the id of a shipped one.
    #[arg(long, value_name = "FILE|ID")]
    scale: Option<String>,
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
        let Common { setting: Setting { day, scale }, output: Output { format, lang } } = common;
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
            if let Some(wrong) = wrong_usage(&error) {
                end(&Fault::Usage(wrong));
            }
            // Where help cannot be printed, nothing else can be.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 64 } else { 0 });
        }
    };
    match run(cli.command) {
        Ok(code) => code,
        Err(fault) => end(&fault),
    }
}

/// What is wrong with the command line, in one line; nothing when help is to be printed.
fn wrong_usage(error: &clap::Error) -> Option<String> {
    let asks_for_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if !error.use_stderr() || asks_for_help {
        return None;
    }
    let text = error.render().to_string();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let told =
        lines.take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"));
    let told = told.collect::<Vec<_>>().join(" ");
    let told = told.strip_prefix("error: ").unwrap_or(&told).replace(" tip: ", "; ");
    let program = Cli::command();
    let named = std::env::args().find(|word| program.find_subcommand(word).is_some());
    let command = named.map_or_else(|| "ti".to_owned(), |name| format!("ti {name}"));
    Some(format!("{told} (`{command} --help` says more)"))
}

/// Ends the program with a fault, told unless nobody listens any more.
fn end(fault: &Fault) -> ! {
    if !matches!(fault, Fault::ClosedPipe) {
        input::tell(&fault.to_string());
    }
    std::process::exit(fault.exit_code().into())
}

fn run(command: Command) -> Result<ExitCode, Fault> {
    match command {
        Command::Check { file, common } => {
            let asked = Asked::new(common)?;
            let (dossier, context) = (input::dossier(file.as_deref())?, asked.context());
            let report = evaluate(&dossier, &context);
            print(&match asked.format {
                Format::Json => report.to_json(),
                Format::Text => text::report(&report, document::financing_plan(&dossier, &context)),
            })?;
            Ok(match report.verdict {
                Verdict::Admissible => ExitCode::SUCCESS,
                Verdict::Incomplete => ExitCode::from(1),
                Verdict::Inadmissible => ExitCode::from(2),
            })
        }
        Command::Simulate(arguments) => simulate::run(arguments),
        Command::Batch(arguments) => batch::run(arguments),
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
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "ti", &mut script);
            print(&String::from_utf8_lossy(&script))?;
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
