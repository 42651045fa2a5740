//! The financing plan of a post, ready to annex to a deliberation.

use super::{Cell, Document, Group, Row, Table};
use crate::check::Lang;
use crate::digits::joined;
use crate::directory;
use crate::dossier::Dossier;
use crate::funding::MemberShare;
use crate::messages::{self, Word, word};
use crate::money::{BasisPoints, Cents, mul_div};
use crate::report::ENGINE;
use crate::rules::{Context, Facts, campaign_in_force, scale_in_force};
use crate::simulation::Funding;

/// Expenditure and revenue of the post by year, by funder and by member; nothing while the post
/// cannot be simulated.
///
/// ```
/// use territoires_industrie::document::{Format, financing_plan};
/// use territoires_industrie::{Context, Dossier, read};
///
/// let dossier = Dossier::from_json(
///     r#"{"chef_de_projet": {"fragility_level": "level_2", "annual_cost": 60000,
///         "working_time": 1, "start": "2024-01-01", "months": 12}}"#,
/// )?;
/// let day = read::date("2024-01-01").ok_or("no date")?;
/// let plan = financing_plan(&dossier, &Context::on(day)).ok_or("no plan")?;
/// assert!(plan.write(Format::Csv).contains("État, niveau 2 (hypothèse);30000,00;30000,00;50,00"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn financing_plan(dossier: &Dossier, context: &Context<'_>) -> Option<Document> {
    let lang = context.lang;
    let say = |name: Word| word(name, lang).to_owned();
    let (asked, plan) = Facts::funded(dossier, context);
    let (asked, plan) = (asked?, plan?);
    let scale = scale_in_force(dossier, context);
    let request = asked.request(scale)?;
    let funding = Funding::new(&asked, &plan, lang, scale)?;
    let label = |label: &crate::campaign::Label| match lang {
        Lang::Fr => label.fr.to_string(),
        Lang::En => label.en.to_string(),
    };
    let status = messages::status(scale.status, lang);

    let mut facts = vec![(say(Word::Programme), label(&campaign_in_force(dossier).label))];
    if let Some(name) = dossier.territory_name.text() {
        facts.push((say(Word::Territory), name.into_owned()));
    }
    if !funding.members.is_empty() {
        let weighed = |member: &MemberShare| {
            format!("{} ({})", named(member.siren), messages::whole(member.weight, lang))
        };
        let names: Vec<String> = plan.members.iter().map(weighed).collect();
        facts.push((say(Word::Members), joined(&mut names.iter().map(String::as_str), ", ")));
    }
    facts.push((say(Word::Post), messages::post(&request.post, lang)));
    facts.push((say(Word::ScaleInForce), format!("{} ({status})", label(&scale.label))));
    let level = label(&request.level.label);
    let terms = messages::terms(request.level, lang);
    facts.push((say(Word::LevelInForce), format!("{level}, {terms}")));
    if let Some(rate) = funding.effective_rate {
        let rate = messages::percent(rate, lang);
        facts.push((say(Word::EffectiveRate), format!("{rate} ({status})")));
    }
    if let Some(cost) = funding.break_even_annual_cost {
        let cost = messages::amount(cost, lang);
        facts.push((say(Word::BreakEven), format!("{cost} ({status})")));
    }
    facts.push((say(Word::AsOf), messages::day(context.day, lang)));
    facts.push((say(Word::MadeBy), format!("ti {ENGINE}")));

    let explanation = funding.steps.iter().map(|step| {
        let source = &step.source;
        match (source.document.as_str(), source.section.as_deref()) {
            ("coherence", _) => format!("{} [{}]", step.sentence, say(Word::OwnArithmetic)),
            ("faq-2023", Some(section)) => format!("{} [FAQ {section}]", step.sentence),
            (document, _) => format!("{} [{document}]", step.sentence),
        }
    });
    Some(Document {
        lang,
        title: say(Word::FinancingPlan),
        mention: messages::mention(scale.status, lang).to_owned(),
        standing: format!("simulation, {status}"),
        facts,
        remarks: remarks(&funding, lang),
        explanation: (say(Word::HowComputed), explanation.collect()),
        closing: messages::disclaimer(lang).to_owned(),
        table: table(&funding, lang, &level, status),
    })
}

/// The kind and the name of an EPCI, or its SIREN.
fn named(siren: u32) -> String {
    directory::find(siren).map_or_else(|| format!("{siren:09}"), |epci| epci.label().to_owned())
}

fn remarks(funding: &Funding, lang: Lang) -> Vec<String> {
    match funding.excess.is_some() || funding.split_missing.is_empty() {
        true => Vec::new(),
        false => vec![word(Word::SplitMissing, lang).to_owned()],
    }
}

fn table(funding: &Funding, lang: Lang, level: &str, status: &str) -> Table {
    let say = |name: Word| word(name, lang).to_owned();
    let totals = funding.totals;
    let share = |part: Option<Cents>| {
        let rate = part.and_then(|part| {
            mul_div(u64::try_from(part.0).ok()?, 10_000, u64::try_from(totals.cost.0).ok()?)
        });
        let rate = rate.and_then(|rate| u32::try_from(rate).ok()).map(BasisPoints);
        Cell::Figure(rate.map(|rate| messages::share(rate, lang)).unwrap_or_default())
    };
    let row = |name: String, by_year: Vec<Option<Cents>>, sum: Option<Cents>, total: bool| {
        let mut cells: Vec<Cell> = by_year.into_iter().map(Cell::Amount).collect();
        cells.extend([Cell::Amount(sum), share(sum)]);
        Row { name, cells, total }
    };
    let years = &funding.years;
    let cost: Vec<Option<Cents>> = years.iter().map(|year| Some(year.cost)).collect();

    let mut revenue = vec![row(
        state(level, status, lang),
        years.iter().map(|year| Some(year.grant)).collect(),
        Some(totals.grant),
        false,
    )];
    for funder in &funding.funders {
        let name = funder.funder.clone().unwrap_or_else(|| say(Word::OtherFunder));
        // An over-funded post is not spread over the years.
        let by_year = years.iter().enumerate().map(|(i, _)| funder.by_year.get(i).copied());
        revenue.push(row(name, by_year.collect(), Some(funder.total), false));
    }
    for member in &funding.members {
        let name = member.siren.parse().map_or_else(|_| member.siren.clone(), named);
        let by_year = member.by_year.iter().copied().map(Some).collect();
        revenue.push(row(format!("{name} ({status})"), by_year, Some(member.total), false));
    }
    if funding.members.is_empty() && funding.excess.is_none() {
        let by_year = years.iter().map(|year| year.local).collect();
        let name = format!("{} ({status})", say(Word::LocalShare));
        revenue.push(row(name, by_year, totals.local, false));
    }
    revenue.push(match funding.excess {
        None => row(say(Word::Total), cost.clone(), Some(totals.cost), true),
        Some(excess) => row(say(Word::Excess), vec![None; years.len()], Some(excess), true),
    });

    let names = years.iter().map(|year| year.year.to_string());
    let head = std::iter::once(say(Word::Line)).chain(names);
    Table {
        group: say(Word::Nature),
        head: head.chain([say(Word::Total), say(Word::Share)]).collect(),
        groups: vec![
            Group {
                title: say(Word::Expenditure),
                rows: vec![
                    row(say(Word::EmployerCost), cost.clone(), Some(totals.cost), false),
                    row(say(Word::Total), cost, Some(totals.cost), true),
                ],
            },
            Group { title: format!("{} ({status})", say(Word::Revenue)), rows: revenue },
        ],
    }
}

/// Who pays the grant; the label of a level often says by itself what it is worth.
fn state(level: &str, status: &str, lang: Lang) -> String {
    let state = word(Word::State, lang);
    let says_it = level.strip_suffix(')').is_some_and(|level| level.ends_with(status));
    match says_it {
        true => format!("{state}, {level}"),
        false => format!("{state}, {level} ({status})"),
    }
}
