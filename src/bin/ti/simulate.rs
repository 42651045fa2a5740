//! `ti simulate`: who pays what for the post of a dossier.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use territoires_industrie::check::Outcome;
use territoires_industrie::funding::Unknown;
use territoires_industrie::messages::amount;
use territoires_industrie::money::Cents;
use territoires_industrie::report::Report;
use territoires_industrie::scale;
use territoires_industrie::simulation::{Funding, Solved, compare, simulate, solve};
use territoires_industrie::{Context, Lang, evaluate, read};

use crate::input::{self, Fault};
use crate::text::{columns, either, label, line};
use crate::{Asked, Common, Format, json, print};

#[derive(Args)]
pub struct Arguments {
    /// A dossier in JSON; standard input when absent or `-`.
    file: Option<PathBuf>,
    /// At every level of the scale.
    #[arg(long, conflicts_with = "solve")]
    compare: bool,
    /// The largest post within a budget of the members, such as annual_cost=80000 or
    /// months=40000.
    #[arg(long, value_name = "WHAT=BUDGET", value_parser = solve_option)]
    solve: Option<(Unknown, Cents)>,
    #[command(flatten)]
    common: Common,
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
    let Arguments { file, compare: compared, solve: solved, common } = arguments;
    let dossier = &input::dossier(file.as_deref())?;
    let asked = Asked::new(common)?;
    let context = asked.context();
    let (json, text) = if compared {
        let comparison = compare(dossier, &context);
        let found = !comparison.plans.is_empty();
        let text = comparison.plans.iter().map(|plan| plan_text(plan, &context)).collect();
        (json(&comparison)?, found.then_some(text))
    } else if let Some((unknown, budget)) = solved {
        let solution = solve(dossier, &context, unknown, budget);
        (json(&solution)?, solution.map(|solution| solved_text(&solution, &context)))
    } else {
        let plan = simulate(dossier, &context);
        (json(&plan)?, plan.map(|plan| plan_text(&plan, &context)))
    };
    match (text, asked.format) {
        (Some(_), Format::Json) => print(&json)?,
        (Some(text), Format::Text) => print(&text)?,
        (None, format) => {
            if format == Format::Json {
                print(&json)?;
            }
            let why = why_no_plan(&evaluate(dossier, &context));
            // The exit code tells it too.
            let _ = write!(io::stderr(), "{why}");
            return Ok(ExitCode::from(1));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn why_no_plan(report: &Report) -> String {
    let mut out = String::new();
    let why = either(report.lang, "Pas encore de simulation :", "No simulation yet:");
    let _ = writeln!(out, "{why}");
    let checks = report.checks.iter();
    for check in checks.filter(|check| matches!(check.rule, "F4" | "F5" | "F6")) {
        if check.outcome != Outcome::Met {
            line(&mut out, check, report.lang);
        }
    }
    out
}

fn plan_text(funding: &Funding, context: &Context<'_>) -> String {
    let mut out = String::new();
    table(&mut out, funding, context.lang);
    out.push('\n');
    for step in &funding.steps {
        let _ = writeln!(out, "  {}", step.sentence);
    }
    out.push('\n');
    out
}

fn solved_text(solution: &Solved, context: &Context<'_>) -> String {
    let lang = context.lang;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} : {} · {} {}{}",
        either(lang, "Coût annuel", "Annual cost"),
        amount(solution.annual_cost, lang),
        solution.months,
        either(lang, "mois", "months"),
        if solution.at_limit {
            either(lang, " (limite de la recherche)", " (limit of the search)")
        } else {
            ""
        },
    );
    out.push_str(&plan_text(&solution.plan, context));
    out
}

/// A plan by year and by member, with the standing of its scale above.
pub fn table(out: &mut String, funding: &Funding, lang: Lang) {
    let status =
        scale::find(&funding.scale).map_or(funding.scale.as_str(), |scale| label(scale, lang));
    let _ = writeln!(
        out,
        "{} — {} ({})",
        either(
            lang,
            "Chef de projet : plan de financement simulé",
            "Chef de projet: simulated funding plan"
        ),
        status,
        funding.level
    );
    let head = [
        either(lang, "Année", "Year"),
        either(lang, "Coût", "Cost"),
        either(lang, "État", "State"),
        either(lang, "Autres", "Others"),
        either(lang, "Intercommunalités", "Intercommunalités"),
    ];
    let money = |cents: Option<Cents>| cents.map_or("–".to_owned(), |cents| amount(cents, lang));
    let mut rows: Vec<Vec<String>> = vec![head.iter().map(|cell| (*cell).to_owned()).collect()];
    for year in &funding.years {
        rows.push(vec![
            format!("{}", year.year),
            amount(year.cost, lang),
            amount(year.grant, lang),
            money(year.other),
            money(year.local),
        ]);
    }
    let totals = &funding.totals;
    rows.push(vec![
        "Total".to_owned(),
        amount(totals.cost, lang),
        amount(totals.grant, lang),
        money(totals.other),
        money(totals.local),
    ]);
    columns(out, &rows);
    if !funding.members.is_empty() {
        out.push('\n');
        let years = funding.years.iter().map(|year| year.year.to_string());
        let mut rows = vec![
            std::iter::once(either(lang, "Membre", "Member").to_owned())
                .chain(years)
                .chain(["Total".to_owned()])
                .collect::<Vec<_>>(),
        ];
        for member in &funding.members {
            let name = member.name.map_or(member.siren.clone(), str::to_owned);
            let by_year = member.by_year.iter().map(|cents| amount(*cents, lang));
            let total = amount(member.total, lang);
            rows.push(std::iter::once(name).chain(by_year).chain([total]).collect());
        }
        columns(out, &rows);
    }
}
