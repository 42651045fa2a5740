//! What a scale costs in the country, after a batch of dossiers.

use super::{Cell, Document, Group, Row, Table, mentions};
use crate::batch::{Budget, ChangeOf, Findings, LevelOf};
use crate::check::Lang;
use crate::directory;
use crate::messages::{self, Word, word};
use crate::money::{Cents, mul_div};
use crate::report::ENGINE;
use crate::scale::Status;

/// Posts and grants by level, région and year, with what a change of scale would cost.
#[must_use]
pub fn national_view(findings: &Findings) -> Document {
    let lang = findings.lang;
    let say = |name: Word| word(name, lang).to_owned();
    let budget = &findings.budget;
    let mut statuses: Vec<Status> = budget.by_level.iter().map(|level| level.status).collect();
    statuses.extend(budget.change.as_ref().map(|change| change.status));
    let euros =
        |cents: Option<Cents>| cents.map_or("–".to_owned(), |c| messages::amount(c, lang));
    let facts = vec![
        (say(Word::Dossiers), findings.dossiers.to_string()),
        (say(Word::Posts), budget.posts.to_string()),
        (say(Word::Grants), euros(Some(budget.grant))),
        (say(Word::Average), euros(budget.average)),
        (say(Word::Median), euros(budget.median)),
        (say(Word::MadeBy), format!("ti {ENGINE}")),
    ];
    let mut remarks = vec![budget.message.clone()];
    if let Some(change) = &budget.change {
        let status = messages::status(change.status, lang);
        remarks.push(format!(
            "{} : {} ({status}), {}",
            say(Word::Changed),
            change.scale,
            messages::without_plan(change.posts, change.without_plan, lang),
        ));
    }
    if let Some(published) = &budget.published {
        remarks.push(messages::published(
            published.posts,
            published.grant,
            published.average,
            if lang == Lang::Fr { &published.at.fr } else { &published.at.en },
            lang,
        ));
    }
    Document {
        lang,
        title: say(Word::Budget),
        mention: mentions(&statuses, lang),
        standing: standing(&statuses, lang),
        facts,
        table: table(budget, lang),
        remarks,
        explanation: (String::new(), Vec::new()),
        closing: messages::disclaimer(lang).to_owned(),
    }
}

/// A word for all the figures; of mixed ones, that they are a simulation is all that can be said.
fn standing(statuses: &[Status], lang: Lang) -> String {
    match statuses.split_first() {
        Some((first, others)) if others.iter().all(|status| status == first) => {
            format!("simulation, {}", messages::status(*first, lang))
        }
        _ => "simulation".to_owned(),
    }
}

fn table(budget: &Budget, lang: Lang) -> Table {
    let say = |name: Word| word(name, lang).to_owned();
    let changed = budget.change.as_ref();
    let row = |name: String, posts: u64, grant: Cents, change: Option<(Cents, Cents)>, total| {
        let average = u64::try_from(grant.0).ok().and_then(|grant| mul_div(grant, 1, posts));
        let average = average.and_then(|cents| i64::try_from(cents).ok()).map(Cents);
        let mut cells =
            vec![Cell::Figure(posts.to_string()), Cell::Amount(Some(grant)), Cell::Amount(average)];
        if changed.is_some() {
            cells.push(Cell::Amount(change.map(|(grant, _)| grant)));
            cells.push(Cell::Difference(change.map(|(_, difference)| difference)));
        }
        Row { name, cells, total }
    };

    let by_year = budget.by_year.iter().map(|sum| {
        let change = changed.and_then(|change| of(&change.by_year, &sum.year));
        row(sum.year.to_string(), sum.posts, sum.grant, change, false)
    });
    let by_level = budget.by_level.iter().map(|sum| {
        let key = LevelOf { scale: sum.scale.clone(), level: sum.level.clone() };
        let change = changed.and_then(|change| of(&change.by_level, &key));
        let status = messages::status(sum.status, lang);
        let name = format!("{}, {} ({status})", sum.scale, sum.level);
        row(name, sum.posts, sum.grant, change, false)
    });
    let by_region = budget.by_region.iter().map(|sum| {
        let change = changed.and_then(|change| of(&change.by_region, &sum.region.map(|r| r.code)));
        let region = sum.region.and_then(|region| directory::region(region.code));
        let name = region.map_or_else(|| say(Word::UnknownRegion), |region| region.name.to_owned());
        row(name, sum.posts, sum.grant, change, false)
    });
    let all = changed.map(|change| (change.grant, change.difference));
    let groups = vec![
        Group { title: say(Word::ByYear), rows: by_year.collect() },
        Group { title: say(Word::ByLevel), rows: by_level.collect() },
        Group { title: say(Word::ByRegion), rows: by_region.collect() },
        Group {
            title: say(Word::All),
            rows: vec![row(say(Word::Total), budget.posts, budget.grant, all, true)],
        },
    ];
    let mut head =
        vec![say(Word::Line), say(Word::Posts), say(Word::Grants), say(Word::AverageOfPost)];
    if changed.is_some() {
        head.extend([say(Word::Changed), say(Word::Difference)]);
    }
    Table { group: say(Word::By), head, groups }
}

/// What a change costs for one of its keys, with the difference.
fn of<T: PartialEq>(changes: &[ChangeOf<T>], key: &T) -> Option<(Cents, Cents)> {
    changes.iter().find(|change| change.of == *key).map(|change| (change.grant, change.difference))
}
