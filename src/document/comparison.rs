//! Posts side by side, in a table for people.

use super::{Cell, Document, Group, Row, Table, colon, mentions};
use crate::check::Lang;
use crate::messages::{self, Word, word};
use crate::report::ENGINE;
use crate::rules::Context;
use crate::scale::Status;
use crate::scenarios::{Compared, Comparison};

/// A comparison by scenario: cost, who pays, and what changes for the members.
#[must_use]
pub fn comparison(found: &Comparison, context: &Context<'_>) -> Document {
    let lang = context.lang;
    let say = |name: Word| word(name, lang).to_owned();
    let statuses: Vec<Status> = found.plans.iter().map(|plan| plan.status).collect();
    let one = statuses.first().filter(|first| statuses.iter().all(|status| status == *first));
    let standing = one.map_or("simulation", |status| messages::status(*status, lang));

    let head = [
        say(Word::Scenario),
        say(Word::Cost),
        say(Word::State),
        say(Word::Others),
        say(Word::Local),
        say(Word::LocalDifference),
        say(Word::ScaleInForce),
    ];
    let mut remarks = Vec::new();
    let named = found.reference.and_then(|place| found.scenarios.get(place));
    if let Some(Compared { name, .. }) = named {
        let (open, close) =
            if lang == Lang::Fr { ("«\u{a0}", "\u{a0}»") } else { ("“", "”") };
        remarks.push(format!("{} {open}{name}{close}.", say(Word::DifferenceFrom)));
    }
    let colon = colon(lang);
    for Compared { name, problems, plan, .. } in &found.scenarios {
        for problem in problems {
            remarks.push(format!("{name}{colon}{} ({})", problem.message, problem.field));
        }
        if let Some(excess) = plan.and_then(|place| found.plans.get(place)?.excess) {
            let excess = messages::amount(excess, lang);
            remarks.push(format!("{name}{colon}{} ({excess})", say(Word::Excess)));
        }
    }
    Document {
        lang,
        title: say(Word::ComparisonTitle),
        mention: mentions(&statuses, lang),
        standing: format!("simulation, {standing}"),
        facts: vec![
            (say(Word::AsOf), messages::day(context.day, lang)),
            (say(Word::MadeBy), format!("ti {ENGINE}")),
        ],
        table: Table {
            group: String::new(),
            head: head.to_vec(),
            groups: vec![Group {
                title: String::new(),
                rows: found.scenarios.iter().map(|row| side(row, found, lang)).collect(),
            }],
        },
        remarks,
        explanation: (String::new(), Vec::new()),
        closing: messages::disclaimer(lang).to_owned(),
    }
}

fn side(compared: &Compared, found: &Comparison, lang: Lang) -> Row {
    let plan = compared.plan.and_then(|place| found.plans.get(place));
    let totals = plan.map(|plan| plan.totals);
    let status =
        plan.map_or_else(|| word(Word::NoPlan, lang), |plan| messages::status(plan.status, lang));
    let cells = vec![
        Cell::Amount(totals.map(|totals| totals.cost)),
        Cell::Amount(totals.map(|totals| totals.grant)),
        Cell::Amount(totals.and_then(|totals| totals.other)),
        Cell::Amount(totals.and_then(|totals| totals.local)),
        Cell::Difference(compared.difference.and_then(|difference| difference.local)),
        Cell::Words(status.to_owned()),
    ];
    Row { name: compared.name.clone(), cells, total: false }
}
