//! Reports and plans laid out for people.

use std::fmt::Write as _;

use territoires_industrie::Lang;
use territoires_industrie::check::{Level, Outcome, Source};
use territoires_industrie::directory::Epci;
use territoires_industrie::document::columns;
use territoires_industrie::messages::{amount, disclaimer, verdict};
use territoires_industrie::report::{Check, Report, Suggestion};
use territoires_industrie::scale::{self, Scale};

use crate::simulate;

/// One of two words, by language.
pub fn either<'a>(lang: Lang, fr: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

pub fn cited(source: Source, lang: Lang) -> String {
    match (source.document, source.section) {
        ("coherence", _) => {
            either(lang, "à vérifier dans votre saisie", "to check in your entry").to_owned()
        }
        ("faq-2023", Some(section)) => format!("FAQ {section}"),
        (document, Some(section)) => format!("{document} {section}"),
        (document, None) => document.to_owned(),
    }
}

pub fn report(report: &Report) -> String {
    let lang = report.lang;
    let mut out = String::new();
    let progress = report.progress;
    // Writing to a String cannot fail, here and below.
    let _ =
        writeln!(out, "{} ({}/{})", verdict(report.verdict, lang), progress.met, progress.expected);
    if report.verdict != report.verdict_apart_from_window {
        let apart = either(lang, "Hors période de dépôt", "Apart from the filing period");
        let _ = writeln!(out, "{apart} : {}", verdict(report.verdict_apart_from_window, lang));
    }
    let _ = writeln!(out, "{}\n", disclaimer(lang));

    let steps = report.next_steps.iter();
    let next: Vec<&Check> =
        steps.filter_map(|id| report.checks.iter().find(|check| check.rule == *id)).collect();
    if !next.is_empty() {
        let _ = writeln!(out, "{}", either(lang, "À faire", "To do"));
        for check in &next {
            line(&mut out, check, lang);
        }
        out.push('\n');
    }
    for entry in &report.unreadable {
        let _ = writeln!(out, "  ? {} « {} » : {}", entry.field, entry.typed, entry.message);
    }
    for notice in &report.notices {
        let _ = writeln!(out, "  i {} « {} » : {}", notice.field, notice.typed, notice.message);
    }
    for key in &report.unknown_keys {
        let unknown = either(lang, "clé inconnue, non lue", "unknown key, not read");
        let _ = writeln!(out, "  ? {key} : {unknown}");
    }
    if !report.unreadable.is_empty()
        || !report.notices.is_empty()
        || !report.unknown_keys.is_empty()
    {
        out.push('\n');
    }

    let _ = writeln!(out, "{}", either(lang, "Contrôles", "Checks"));
    for check in &report.checks {
        let done = check.outcome == Outcome::Met || check.level != Level::Required;
        if check.outcome != Outcome::NotApplicable
            && done
            && !report.next_steps.contains(&check.rule)
        {
            line(&mut out, check, lang);
        }
    }
    if !report.suggestions.is_empty() {
        let offers = either(
            lang,
            "Offres annoncées, en lien avec le dossier",
            "Announced offers that fit the dossier",
        );
        let _ = writeln!(out, "\n{offers}");
        for Suggestion { message, source, .. } in &report.suggestions {
            let _ = writeln!(out, "  i {message} [{}]", source.document);
        }
    }
    if let Some(funding) = &report.funding {
        out.push('\n');
        simulate::table(&mut out, funding, lang);
    }
    if let Some(jobs) = report.jobs {
        let shown = |number: Option<u64>| number.map_or("?".to_owned(), |n| n.to_string());
        let (indirect, induced) = (shown(jobs.indirect), shown(jobs.induced));
        let _ = match lang {
            Lang::Fr => writeln!(
                out,
                "\nEmplois, ordre de grandeur national : {} directs, {indirect} indirects, {induced} induits",
                jobs.direct
            ),
            Lang::En => writeln!(
                out,
                "\nJobs, national order of magnitude: {} direct, {indirect} indirect, {induced} induced",
                jobs.direct
            ),
        };
    }
    let _ = writeln!(
        out,
        "\n{} {} · {} · {} · ti {}",
        either(lang, "Campagne", "Campaign"),
        report.campaign,
        report.scale,
        report.day,
        report.engine
    );
    out
}

pub fn line(out: &mut String, check: &Check, lang: Lang) {
    let mark = match check.outcome {
        // What is only told is neither right nor wrong.
        _ if check.level == Level::Informative => "i",
        Outcome::Met => "✓",
        Outcome::Unmet => "✗",
        Outcome::Unknown => "…",
        Outcome::NotApplicable => "–",
    };
    let _ = writeln!(
        out,
        "  {mark} {:<4}{} [{}]",
        check.rule,
        check.message,
        cited(check.source, lang)
    );
}

pub fn label(scale: &Scale, lang: Lang) -> &str {
    match lang {
        Lang::Fr => &scale.label.fr,
        Lang::En => &scale.label.en,
    }
}

pub fn epcis(found: &[&Epci], lang: Lang) -> String {
    if found.is_empty() {
        return either(lang, "Aucune intercommunalité trouvée.", "No intercommunalité found.")
            .to_owned();
    }
    let row = |epci: &&Epci| {
        let departements: Vec<&str> = epci.departements().map(|d| d.code).collect();
        vec![
            format!("{:09}  {}", epci.siren, epci.label()),
            departements.join(", "),
            format!("{} {}", epci.population, either(lang, "hab.", "inh.")),
            format!("{} communes", epci.communes),
        ]
    };
    columns(&found.iter().map(row).collect::<Vec<_>>())
}

pub fn scales(lang: Lang) -> String {
    let mut out = String::new();
    for scale in scale::shipped() {
        let _ = writeln!(
            out,
            "{} — {} [{} {}]",
            scale.id,
            label(scale, lang),
            scale.source.document,
            scale.source.section.as_deref().unwrap_or_default()
        );
        for level in &scale.levels {
            let name = either(lang, &level.label.fr, &level.label.en);
            let rate = level.rate.map_or("–".to_owned(), |rate| format!("{} %", percent(rate.0)));
            let ceiling = level.ceiling.map_or("–".to_owned(), |ceiling| amount(ceiling, lang));
            let _ = writeln!(out, "    {:<10} {name} : {rate}, {ceiling}", level.id);
        }
    }
    out
}

/// Basis points in percent.
fn percent(points: u32) -> String {
    match points % 100 {
        0 => (points / 100).to_string(),
        part => format!("{}.{part:02}", points / 100),
    }
}
