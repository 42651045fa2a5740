//! Reports and plans laid out for people: as wide as their terminal, in colours where it has some.

mod page;

use std::fmt::Write as _;

use anstyle::Style;
use territoires_industrie::check::{Level, Outcome, Source};
use territoires_industrie::directory::Epci;
use territoires_industrie::document::{self, Document, columns};
use territoires_industrie::messages::{disclaimer, status, terms, verdict};
use territoires_industrie::report::{Check, Notice, Progress, Report, Suggestion, Unreadable};
use territoires_industrie::scale::{self, Scale};
use territoires_industrie::{Lang, Verdict};

pub use page::Page;
use page::{DIM, GREEN, RED, YELLOW};

/// One of two words, by language.
pub fn either<'a>(lang: Lang, fr: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A source of a rule as people cite it.
pub fn cited(source: Source, lang: Lang) -> String {
    match source.document {
        "coherence" => {
            either(lang, "à vérifier dans votre saisie", "to check in your entry").to_owned()
        }
        document => document_cited(document, source.section, lang),
    }
}

/// A document and a section of it as people cite them: « FAQ 5.4 ».
fn document_cited(document: &str, section: Option<&str>, lang: Lang) -> String {
    let [fr, en] = match document {
        "faq-2023" => ["FAQ"; 2],
        "cp-2019" => ["communiqué, septembre 2019", "press release, September 2019"],
        "cp-2021" => ["communiqué, octobre 2021", "press release, October 2021"],
        "cp-2023" => ["communiqué, juin 2023", "press release, June 2023"],
        "page-2025" => ["page du programme, 2025", "programme page, 2025"],
        "press-2023-12" => ["presse, décembre 2023", "press, December 2023"],
        "pvd-aides-territoires" => ["Aides-territoires, Petites Villes de Demain"; 2],
        document => [document; 2],
    };
    let name = either(lang, fr, en);
    section.map_or_else(|| name.to_owned(), |section| format!("{name} {section}"))
}

/// A report, and the plan of its post below, as short as it can be: how it is worked out is told by `ti simulate`.
pub fn report(report: &Report, plan: Option<Document>) -> String {
    let lang = report.lang;
    let mut page = Page::of_stdout();
    let Progress { met, expected } = report.progress;
    let said = |said: Verdict| format!("{} ({met}/{expected})", verdict(said, lang));
    page.paint(colour_of(report.verdict).bold(), &said(report.verdict));
    if report.verdict != report.verdict_apart_from_window {
        let apart = either(lang, "Hors période de dépôt :", "Apart from the filing period:");
        page.hang(&format!("{apart} "), verdict(report.verdict_apart_from_window, lang));
    }
    page.hang("", disclaimer(lang));

    if !report.unreadable.is_empty() {
        page.title(either(
            lang,
            "À relire : ce qui n'a pas pu être lu",
            "To read again: what could not be read",
        ));
        for Unreadable { field, typed, message } in &report.unreadable {
            page.item(RED, "?", &format!("{field} « {} » : {message}", in_a_line(typed)));
        }
    }
    let steps = report.next_steps.iter();
    let next: Vec<&Check> =
        steps.filter_map(|id| report.checks.iter().find(|check| check.rule == *id)).collect();
    if !next.is_empty() {
        page.title(either(lang, "À faire, dans l'ordre", "To do, in this order"));
        for check in &next {
            page.check(check, lang);
            let fields: Vec<String> =
                check.fields.iter().take(3).map(|field| field.to_string()).collect();
            if !fields.is_empty() {
                page.aside(&format!("→ {}", fields.join(", ")));
            }
        }
    }
    if !report.notices.is_empty() || !report.unknown_keys.is_empty() {
        page.title(either(lang, "À savoir", "To know"));
        for Notice { field, typed, message, .. } in &report.notices {
            page.item(DIM, "i", &format!("{field} « {} » : {message}", in_a_line(typed)));
        }
        let unknown = either(lang, "clé inconnue, non lue", "unknown key, not read");
        for key in &report.unknown_keys {
            page.item(YELLOW, "?", &format!("{} : {unknown}", in_a_line(key)));
        }
    }

    page.title(either(lang, "Contrôles", "Checks"));
    for check in &report.checks {
        let done = check.outcome == Outcome::Met || check.level != Level::Required;
        if check.outcome != Outcome::NotApplicable
            && done
            && !report.next_steps.contains(&check.rule)
        {
            page.check(check, lang);
        }
    }
    if !report.suggestions.is_empty() {
        page.title(either(
            lang,
            "Offres annoncées, en lien avec le dossier",
            "Announced offers that fit the dossier",
        ));
        for Suggestion { message, source, .. } in &report.suggestions {
            let cited = document_cited(&source.document, source.section.as_deref(), lang);
            page.item(DIM, "i", &format!("{message} [{cited}]"));
        }
    }
    let mut out = page.into_text();
    if let Some(plan) = plan {
        out.push('\n');
        let (explanation, closing) = Default::default();
        let plan = Document { explanation, closing, ..plan };
        out += &self::document(&plan, document::Format::Text);
    }
    // Writing to a String cannot fail, here and below.
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

fn colour_of(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Admissible => GREEN,
        Verdict::Incomplete => YELLOW,
        Verdict::Inadmissible => RED,
    }
}

/// What was typed, without what a terminal would obey.
pub fn in_a_line(typed: &str) -> String {
    typed.replace(char::is_control, " ")
}

/// A document; as text, without what a terminal would obey.
pub fn document(document: &Document, format: document::Format) -> String {
    let written = document.write(format);
    match format {
        document::Format::Text => written.replace(|c: char| c.is_control() && c != '\n', " "),
        _ => written,
    }
}

/// A check on a line of its own, without colours.
pub fn line(out: &mut String, check: &Check, lang: Lang) {
    let mut page = Page::plain();
    page.check(check, lang);
    out.push_str(&page.into_text());
}

fn label(scale: &Scale, lang: Lang) -> &str {
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
        let territoires_industrie::campaign::Source { document, section } = &scale.source;
        let source = document_cited(document, section.as_deref(), lang);
        let status = status(scale.status, lang);
        let _ = writeln!(out, "{} — {} ({status}) [{source}]", scale.id, label(scale, lang));
        for level in &scale.levels {
            let name = either(lang, &level.label.fr, &level.label.en);
            let colon = either(lang, " : ", ": ");
            let terms = match (level.rate, level.ceiling) {
                (None, None) => status.to_owned(),
                _ => terms(level, lang),
            };
            let _ = writeln!(out, "    {:<10} {name}{colon}{terms}", level.id);
        }
    }
    out
}
