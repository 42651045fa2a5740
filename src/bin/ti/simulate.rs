//! `ti simulate`: who pays what for the post of a dossier.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{ArgGroup, Args};
use serde::Serialize;
use territoires_industrie::document::{self, Document};
use territoires_industrie::funding::Unknown;
use territoires_industrie::messages::amount;
use territoires_industrie::money::Cents;
use territoires_industrie::report::{Report, Unreadable};
use territoires_industrie::scenarios::{Scenario, compare, compare_scenarios};
use territoires_industrie::simulation::{Solved, simulate, solve};
use territoires_industrie::value::Value;
use territoires_industrie::{Context, Dossier, Lang, evaluate, read};

use crate::input::{self, Fault};
use crate::text::{self, either, in_a_line, line};
use crate::{Asked, Common, Output, Setting, json, print};

const EXAMPLES: &str = "\
Examples:
  ti simulate dossier.json                              the plan, and how it is worked out
  ti simulate dossier.json --format csv > plan.csv      for a French spreadsheet
  ti simulate dossier.json --format html > plan.html    to print and annex to a deliberation
  ti simulate dossier.json --why grant=2025             why this amount
  ti simulate dossier.json --compare                    every level of the scale
  ti simulate dossier.json --scenario 'Half time: chef_de_projet.working_time = 50 %'
  ti simulate dossier.json --scenarios scenarios.json --format csv
  ti simulate dossier.json --solve annual_cost=80000    the dearest post that leaves 80 000 euros
  ti simulate dossier.json --solve months=40000         the longest one, likewise

A file of scenarios:
  [{\"name\": \"Two years\", \"set\": {\"chef_de_projet.months\": 24}}]

Exit codes: 0 a plan, 1 none yet, and why.";

#[derive(Args)]
#[command(after_help = EXAMPLES, group = ArgGroup::new("what").args(["compare", "solve", "why"]))]
pub struct Arguments {
    /// A dossier in JSON; standard input when absent or `-`.
    file: Option<PathBuf>,
    /// At every level of the scale, side by side.
    #[arg(long)]
    compare: bool,
    /// A post to compare with the one of the dossier: its name, then what it changes. May be given
    /// several times.
    #[arg(long, value_name = "NAME: FIELD = VALUE; …", value_parser = scenario_option, conflicts_with = "what")]
    scenario: Vec<Scenario>,
    /// Posts to compare with the one of the dossier, from a JSON file.
    #[arg(long, value_name = "FILE", conflicts_with = "what")]
    scenarios: Option<PathBuf>,
    /// The largest post within a budget of the members, such as annual_cost=80000 or
    /// months=40000.
    #[arg(long, value_name = "WHAT=BUDGET", value_parser = solve_option)]
    solve: Option<(Unknown, Cents)>,
    /// Only the steps that explain an amount: cost, grant, other, local, members, excess or
    /// break_even_annual_cost; of a year, as in grant=2025.
    #[arg(long, value_name = "AMOUNT[=YEAR]", value_parser = why_option)]
    why: Option<(&'static str, Option<i32>)>,
    #[command(flatten)]
    setting: Setting,
    /// For people, for programs, or as a document: md, csv for French spreadsheets, csv-plain with
    /// commas and points, html to print.
    #[arg(long, default_value = "text", value_parser = format_option())]
    format: Format,
    /// The language of the sentences.
    #[arg(long, value_parser = crate::lang, default_value = "fr")]
    lang: Lang,
}

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Json,
    Document(document::Format),
}

fn format_option() -> impl clap::builder::TypedValueParser<Value = Format> {
    let words = document::Format::WORDS.into_iter().chain(["json"]);
    PossibleValuesParser::new(words)
        .map(|word| document::Format::find(&word).map_or(Format::Json, Format::Document))
}

fn scenario_option(text: &str) -> Result<Scenario, String> {
    let expected = "expected a name, a colon, then fields with values, such as \
                    'Half time: chef_de_projet.working_time = 50 %; chef_de_projet.months = 24'";
    let (name, fields) = text.split_once(':').ok_or(expected)?;
    let field = |field: &str| {
        let (path, value) = field.split_once('=').ok_or(expected)?;
        Ok((path.trim().to_owned(), Value::from(value.trim())))
    };
    let given = fields.split(';').filter(|field| !field.trim().is_empty());
    let set = given.map(field).collect::<Result<Vec<_>, &str>>()?;
    if set.is_empty() {
        return Err(expected.to_owned());
    }
    Ok(Scenario { name: name.trim().to_owned(), set })
}

fn why_option(text: &str) -> Result<(&'static str, Option<i32>), String> {
    const AMOUNTS: [&str; 7] =
        ["cost", "grant", "other", "local", "members", "excess", "break_even_annual_cost"];
    let (amount, year) = match text.split_once('=') {
        Some((amount, year)) => (amount, Some(year)),
        None => (text, None),
    };
    let expected = || format!("expected one of {}, or grant=2025", AMOUNTS.join(", "));
    let known = AMOUNTS.into_iter().find(|known| *known == amount).ok_or_else(expected)?;
    let year = year.map(|year| year.parse().map_err(|_| expected())).transpose()?;
    Ok((known, year))
}

fn solve_option(text: &str) -> Result<(Unknown, Cents), String> {
    let expected = "expected annual_cost=BUDGET or months=BUDGET, the budget in euros";
    let (what, budget) = text.split_once('=').ok_or(expected)?;
    let unknown = match what {
        "annual_cost" => Unknown::AnnualCost,
        "months" => Unknown::Months,
        _ => return Err(expected.to_owned()),
    };
    Ok((unknown, read::amount(budget).ok_or(expected)?))
}

pub fn run(arguments: Arguments) -> Result<ExitCode, Fault> {
    let Arguments {
        file,
        compare: levels,
        scenario,
        scenarios,
        solve: sought,
        why,
        setting,
        format,
        lang,
    } = arguments;
    let dossier = &input::dossier(file.as_deref())?;
    let asked =
        Asked::new(Common { setting, output: Output { format: crate::Format::Text, lang } })?;
    let context = &asked.context();
    let mut others = match scenarios {
        Some(file) => Scenario::read_all(&input::value(&file)?)
            .map_err(|error| Fault::Data(format!("{}: {error}", file.display())))?,
        None => Vec::new(),
    };
    others.extend(scenario);

    if levels || !others.is_empty() {
        let found = match levels {
            true => compare(dossier, context),
            false => compare_scenarios(dossier, &others, context),
        };
        let any = !found.plans.is_empty();
        let shown = any.then(|| document::comparison(&found, context));
        return answer(format, &found, shown, dossier, context);
    }
    if let Some((unknown, budget)) = sought {
        let found = solve(dossier, context, unknown, budget);
        let shown = found.as_ref().and_then(|found| solved(dossier, context, found, budget));
        return answer(format, &found, shown, dossier, context);
    }
    let plan = simulate(dossier, context);
    if let (Some((amount, year)), Some(plan)) = (why, &plan) {
        if let Some(year) = year.filter(|year| !plan.years.iter().any(|of| of.year == *year)) {
            let years: Vec<_> = plan.years.iter().map(|of| of.year.to_string()).collect();
            let years = years.join(", ");
            return Err(Fault::Usage(format!(
                "--why: expected a year of the plan, {years}, found {year}"
            )));
        }
        let steps: Vec<_> = plan.why(amount, year).collect();
        if steps.is_empty() {
            let nothing = either(
                lang,
                "Rien à expliquer : le plan n'a pas ce montant.",
                "Nothing to explain: the plan does not have this amount.",
            );
            // The exit code tells it too.
            let _ = writeln!(io::stderr(), "{nothing}");
            return Ok(ExitCode::from(1));
        }
        let lines: Vec<&str> = steps.iter().map(|step| step.sentence.as_str()).collect();
        print(&if format == Format::Json { json(&steps)? } else { lines.join("\n") })?;
        return Ok(ExitCode::SUCCESS);
    }
    answer(format, &plan, document::financing_plan(dossier, context), dossier, context)
}

/// Prints what was found, or why there is nothing.
fn answer(
    format: Format,
    found: &impl Serialize,
    shown: Option<Document>,
    dossier: &Dossier,
    context: &Context<'_>,
) -> Result<ExitCode, Fault> {
    let report = evaluate(dossier, context);
    let Some(mut document) = shown else {
        if format == Format::Json {
            print(&json(found)?)?;
        }
        // The exit code tells it too.
        let _ = write!(io::stderr(), "{}", why_not(&report));
        return Ok(ExitCode::from(1));
    };
    let unread = not_read(&report);
    match format {
        Format::Json => {
            print(&json(found)?)?;
            let _ = write!(io::stderr(), "{unread}");
        }
        Format::Document(format) => {
            document.remarks.splice(0..0, unread.lines().map(str::to_owned));
            print(&text::document(&document, format))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What a plan would be made from and could not be read, a line each.
fn not_read(report: &Report) -> String {
    let unreadable = report.unreadable.iter().filter(|unreadable| unreadable.is_of_the_plan());
    let line = |Unreadable { field, typed, message }: &Unreadable| {
        format!("{field} « {} » : {message}\n", in_a_line(typed))
    };
    unreadable.map(line).collect()
}

fn why_not(report: &Report) -> String {
    let mut out = not_read(report);
    let obstacles: Vec<_> = report.obstacles_to_plan().collect();
    let why = match obstacles.is_empty() {
        true => {
            either(report.lang, "Rien ne convient dans ce budget.", "Nothing fits in this budget.")
        }
        false => either(report.lang, "Pas encore de simulation :", "No simulation yet:"),
    };
    let _ = writeln!(out, "{why}");
    for check in obstacles {
        line(&mut out, check, report.lang);
    }
    out
}

/// The plan of the largest post, headed by what was sought.
fn solved(
    dossier: &Dossier,
    context: &Context<'_>,
    found: &Solved,
    budget: Cents,
) -> Option<Document> {
    let lang = context.lang;
    let mut dossier = dossier.clone();
    dossier.set("chef_de_projet.annual_cost", found.annual_cost.to_string());
    dossier.set("chef_de_projet.months", found.months.to_string());
    let mut document = document::financing_plan(&dossier, context)?;
    let label = either(
        lang,
        "Le poste le plus important pour un reste à charge d'au plus",
        "The largest post that leaves to the members at most",
    );
    let limit = match found.at_limit {
        true => either(lang, " (limite de la recherche)", " (limit of the search)"),
        false => "",
    };
    let post = format!(
        "{} {}, {} {}{limit}",
        amount(found.annual_cost, lang),
        either(lang, "par an", "a year"),
        found.months,
        either(lang, "mois", "months"),
    );
    document.facts.insert(0, (format!("{label} {}", amount(budget, lang)), post));
    Some(document)
}
