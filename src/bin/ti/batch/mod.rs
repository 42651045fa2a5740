//! Many dossiers: a line in, a line out, in the same order.

mod interrupt;
mod pipeline;
mod source;
mod summary;
mod table;

use std::cell::Cell;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use schemars::JsonSchema;
use serde::Serialize;
use territoires_industrie::batch::Summary;
use territoires_industrie::report::{Conclusion, Progress, Report, Writer, conclude};
use territoires_industrie::{Context, Dossier, Verdict, evaluate};

use crate::input::{self, Fault};
use crate::{Asked, Common};
use source::{Block, Blocks, Cut, Given, Lines};
use summary::SummaryFile;
use table::Table;

#[derive(Args)]
pub struct Arguments {
    /// Dossiers: JSON Lines, one object a line, or a table (CSV) whose first line names the columns
    /// by the paths of a dossier; standard input when absent or `-`.
    file: Option<PathBuf>,
    /// How dossiers are written; by the end of the name of the file, or what stands in it, when
    /// not said.
    #[arg(long, value_enum)]
    input: Option<Input>,
    /// A short line a dossier instead of its report: line, name, verdict, next steps.
    #[arg(long)]
    verdicts: bool,
    /// Where to write what shows across the dossiers: intercommunalités in several of them, dossiers
    /// by région, grants. In JSON; what it costs as a document in a file that ends in .html, .md,
    /// .csv or .txt.
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
    /// Another scale, to see in the summary what it would change: a file, the id of a shipped one,
    /// or changes of the scale in force, such as 'level_2.rate = 70 %; *.ceiling = 32000'.
    #[arg(long, value_name = "SCALE|CHANGES", requires = "summary")]
    against: Option<String>,
    /// How many dossiers are looked at together; by default as many as there are processors.
    #[arg(long, value_name = "N", value_parser = jobs)]
    jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Input {
    /// JSON Lines.
    Jsonl,
    /// A table with `;`, `,` or tabs between its cells, in UTF-8, UTF-16 or Windows-1252.
    Csv,
}

/// More would only wait for one another.
const MOST_JOBS: NonZeroUsize = NonZeroUsize::new(256).unwrap();

fn jobs(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "expected a whole number from 1".to_owned())
}

/// Characters of the name of a territory in a short line.
const LONGEST_NAME: usize = 80;

/// A line that is no dossier.
#[derive(Serialize, JsonSchema)]
pub struct NoDossier {
    /// Its number; the first is 1.
    pub line: u64,
    /// What was found.
    pub error: String,
}

/// What `--verdicts` writes of a dossier.
#[derive(Serialize)]
struct Short<'a> {
    line: u64,
    territory_name: Option<String>,
    verdict: Verdict,
    verdict_apart_from_window: Verdict,
    progress: Progress,
    next_steps: &'a [&'static str],
}

/// What became of a block.
#[derive(Default)]
struct Answers {
    lines: Vec<u8>,
    dossiers: u64,
    faulty: u64,
    first_faulty: Option<u64>,
    /// Bytes of the file that were read up to the end of the block.
    read: u64,
    /// For what shows across them, when that is asked for.
    reports: Vec<(u64, Dossier, Report)>,
}

pub fn run(arguments: Arguments) -> Result<ExitCode, Fault> {
    let Arguments { file, input, verdicts, summary, against, jobs, common } = arguments;
    let (file, summary) = (file.as_deref(), summary.as_deref());
    let asked = Asked::new(common)?;
    let context = &asked.context();
    let mut lines = Lines::new(input::open(file)?)?;
    let table = match input.or_else(|| by_name(file)).map_or_else(|| by_content(&mut lines), Ok)? {
        Input::Jsonl => None,
        Input::Csv => Some(Table::read(&mut lines)?),
    };
    if let Some(table) = table.as_ref().filter(|table| table.known().next().is_none()) {
        return Err(no_table(file, table));
    }
    for warning in table.iter().flat_map(Table::warnings) {
        input::tell(&warning);
    }
    let cut = table.as_ref().map_or(Cut::Lines, |table| Cut::Rows {
        reader: Box::new(table.rows()),
        cells: table.columns().len(),
    });
    let mut blocks = Blocks { lines, cut };
    let against = against.map(|given| summary::other_scale(&given, context)).transpose()?;
    let across = || {
        let across = Summary::new(context);
        match &against {
            Some(scale) => across.against(scale.clone()),
            None => across,
        }
    };
    let mut summary = summary.map(|path| SummaryFile::open(path, file, across())).transpose()?;
    let work = Work {
        table: table.as_ref(),
        context,
        verdicts,
        keeps: summary.is_some(),
        blocks: Mutex::default(),
        lines: Mutex::default(),
        writers: Mutex::default(),
    };
    let whole_lines = interrupt::after_whole_lines()?;
    let progress = Shown::new(file);
    let (mut faulty, mut first_faulty) = (0, None);
    let processors = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    pipeline::in_order(
        jobs.unwrap_or(processors).min(MOST_JOBS),
        || blocks.next(taken(&work.blocks).unwrap_or_default()),
        |block| work.answers(block),
        |answers| {
            let written = {
                let _whole = whole_lines.lock().unwrap_or_else(PoisonError::into_inner);
                io::stdout().write_all(&answers.lines)
            };
            if let Err(error) = written {
                // The reader of lines may wait for more of them: nothing else ends it.
                progress.clear();
                crate::end(&Fault::from(error));
            }
            if let Some(summary) = &mut summary {
                for (line, dossier, report) in &answers.reports {
                    summary.across.add(*line, dossier, report);
                }
            }
            faulty += answers.faulty;
            first_faulty = first_faulty.or(answers.first_faulty);
            progress.advance(&answers);
            let mut lines = answers.lines;
            lines.clear();
            give_back(&work.lines, lines);
        },
    )?;
    progress.clear();
    summary.map(SummaryFile::write).transpose()?;
    let Some(first) = first_faulty else { return Ok(ExitCode::SUCCESS) };
    input::tell(&format!(
        "no dossier at {faulty} {}, first line {first}",
        if faulty == 1 { "line" } else { "lines" }
    ));
    Ok(ExitCode::from(1))
}

fn by_name(file: Option<&Path>) -> Option<Input> {
    let end = file?.extension()?.to_str()?.to_ascii_lowercase();
    match end.as_str() {
        "csv" | "tsv" | "tab" => Some(Input::Csv),
        "jsonl" | "ndjson" | "json" => Some(Input::Jsonl),
        _ => None,
    }
}

/// A table, when the first line says so or names a column that a dossier has.
fn by_content(lines: &mut Lines) -> io::Result<Input> {
    let first = lines.peek()?;
    let is_table = first.starts_with(b"sep=")
        || !matches!(first.trim_ascii_start().first(), None | Some(b'{' | b'['))
            && Table::guess(&first, lines.is_utf8).known().next().is_some();
    Ok(if is_table { Input::Csv } else { Input::Jsonl })
}

fn no_table(file: Option<&Path>, table: &Table) -> Fault {
    let mut found: String = table.columns().join(", ").chars().take(LONGEST_NAME).collect();
    if found.is_empty() {
        found.push_str("nothing");
    }
    Fault::Data(format!(
        "{}: the first line should name the columns by the paths of a dossier, such as perimeter.epcis.0; found {found}",
        input::name(file)
    ))
}

/// How blocks are answered, on any thread.
struct Work<'a> {
    table: Option<&'a Table>,
    context: &'a Context<'a>,
    verdicts: bool,
    /// Whether dossiers and reports are kept.
    keeps: bool,
    /// Blocks that were answered, and lines that were written: their room is used again.
    blocks: Mutex<Vec<Block>>,
    lines: Mutex<Vec<Vec<u8>>>,
    /// Writers that no thread uses at the moment, with what they remember.
    writers: Mutex<Vec<Writer<'a>>>,
}

fn taken<T>(spare: &Mutex<Vec<T>>) -> Option<T> {
    spare.lock().unwrap_or_else(PoisonError::into_inner).pop()
}

fn give_back<T>(spare: &Mutex<Vec<T>>, used: T) {
    spare.lock().unwrap_or_else(PoisonError::into_inner).push(used);
}

impl Work<'_> {
    fn answers(&self, block: Block) -> Answers {
        let lines = taken(&self.lines).unwrap_or_default();
        let mut answers = Answers { lines, read: block.read, ..Answers::default() };
        let mut writer = taken(&self.writers).unwrap_or_else(|| Writer::new(*self.context));
        for (line, given) in block.entries() {
            match given.map_err(str::to_owned).and_then(|given| self.dossier(&given)) {
                Ok(dossier) => self.answer(line, dossier, &mut writer, &mut answers),
                Err(error) => {
                    answers.faulty += 1;
                    answers.first_faulty.get_or_insert(line);
                    write(&mut answers.lines, &NoDossier { line, error });
                }
            }
        }
        give_back(&self.writers, writer);
        give_back(&self.blocks, block.cleared());
        answers
    }

    fn dossier(&self, given: &Given<'_>) -> Result<Dossier, String> {
        match self.table {
            Some(table) => table.dossier(given),
            None => Dossier::from_json(given.bytes).map_err(|error| error.to_string()),
        }
    }

    fn answer(&self, line: u64, dossier: Dossier, writer: &mut Writer<'_>, answers: &mut Answers) {
        answers.dossiers += 1;
        if self.verdicts {
            let conclusion = conclude(&dossier, self.context);
            let Conclusion { verdict, verdict_apart_from_window, progress, next_steps } =
                &conclusion;
            let name = dossier.territory_name.text();
            write(
                &mut answers.lines,
                &Short {
                    line,
                    territory_name: name.map(|name| name.chars().take(LONGEST_NAME).collect()),
                    verdict: *verdict,
                    verdict_apart_from_window: *verdict_apart_from_window,
                    progress: *progress,
                    next_steps,
                },
            );
        } else if !self.keeps {
            writer.write(&dossier, &mut answers.lines);
            answers.lines.push(b'\n');
        }
        if self.keeps {
            let report = evaluate(&dossier, self.context);
            if !self.verdicts {
                write(&mut answers.lines, &report);
            }
            answers.reports.push((line, dossier, report));
        }
    }
}

/// Writes a value and the end of its line.
fn write(lines: &mut Vec<u8>, value: &impl Serialize) {
    // Neither a map with odd keys nor a failing writer is in it.
    let _ = serde_json::to_writer(&mut *lines, value);
    lines.push(b'\n');
}

/// How far the work is, shown on a terminal once it is long.
struct Shown {
    bar: ProgressBar,
    bytes: bool,
    dossiers: Cell<u64>,
    since: Instant,
}

impl Shown {
    fn new(file: Option<&Path>) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let length = file.and_then(|file| fs::metadata(file).ok()).filter(fs::Metadata::is_file);
        if let Some(length) = &length {
            bar.set_length(length.len());
        }
        // Only a fault of ours in a template is an error.
        let style = |template| {
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
        };
        bar.set_style(style(match length {
            Some(_) => "{wide_bar} {percent} %  {msg}  {eta}",
            None => "{spinner} {msg}  {elapsed}",
        }));
        Self { bar, bytes: length.is_some(), dossiers: Cell::new(0), since: Instant::now() }
    }

    fn advance(&self, answers: &Answers) {
        const LONG: Duration = Duration::from_millis(500);
        if self.bar.is_hidden()
            && io::stderr().is_terminal()
            && !io::stdout().is_terminal()
            && self.since.elapsed() > LONG
        {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        if self.bytes {
            self.bar.set_position(answers.read);
        }
        self.dossiers.set(self.dossiers.get() + answers.dossiers + answers.faulty);
        self.bar.set_message(format!("{} dossiers", self.dossiers.get()));
    }

    fn clear(&self) {
        self.bar.finish_and_clear();
    }
}
