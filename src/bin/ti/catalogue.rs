//! The catalogue of rules, for people and for programs, from the table that runs.

use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;
use territoires_industrie::campaign::{self, Label};
use territoires_industrie::catalogue::{Paragraph, paragraphs};
use territoires_industrie::messages::{chapter, describe, disclaimer, level};
use territoires_industrie::{Lang, RULES, Rule};

use crate::text::{Page, cited, either};

/// A rule as programs read it.
#[derive(Serialize, JsonSchema)]
pub struct Described {
    #[serde(flatten)]
    rule: &'static Rule,
    description: String,
}

pub fn described(lang: Lang) -> Vec<Described> {
    let described = |rule| Described { rule, description: about(rule, lang) };
    RULES.iter().map(described).collect()
}

fn about(rule: &Rule, lang: Lang) -> String {
    describe(rule.id, campaign::newest(), lang)
}

fn said(label: &Label, lang: Lang) -> &str {
    either(lang, &label.fr, &label.en)
}

/// The chapters in the order of the table, each with its rules.
fn chapters(lang: Lang) -> Vec<(&'static str, Vec<&'static Rule>)> {
    let mut chapters: Vec<(&str, &str, Vec<&Rule>)> = Vec::new();
    for rule in RULES {
        let letter = rule.id.trim_end_matches(|c: char| c.is_ascii_digit());
        match chapters.last_mut() {
            Some((last, _, rules)) if *last == letter => rules.push(rule),
            _ => chapters.push((letter, chapter(letter, lang), vec![rule])),
        }
    }
    chapters.into_iter().map(|(_, title, rules)| (title, rules)).collect()
}

fn sources(rule: &Rule, lang: Lang) -> String {
    let all: Vec<String> = rule.sources.iter().map(|source| cited(*source, lang)).collect();
    all.join(", ")
}

/// Level in words, with a mark when something in the rule is ours.
fn binding(rule: &Rule, lang: Lang) -> String {
    format!("{}{}", level(rule.level, lang), if rule.ours { " †" } else { "" })
}

fn ours(lang: Lang) -> &'static str {
    either(
        lang,
        "† : un seuil ou une lecture est de nous, pas de la source.",
        "†: a threshold or a reading is ours, not the source's.",
    )
}

/// What a paragraph gives: its rules, what else, or why nothing.
fn gives(paragraph: &Paragraph, lang: Lang) -> String {
    let mut given: Vec<&str> = paragraph.rules().map(|rule| rule.id).collect();
    for beside in &paragraph.beside {
        given.push(match beside.as_str() {
            "jobs" => either(lang, "emplois", "jobs"),
            "S" => either(lang, "suggestions", "suggestions"),
            other => other,
        });
    }
    let mut text = given.join(", ");
    if let Some(note) = &paragraph.note {
        if !text.is_empty() {
            text.push_str(". ");
        }
        text.push_str(said(note, lang));
    }
    text
}

pub fn text(lang: Lang) -> String {
    let mut page = Page::of_stdout();
    for (title, rules) in chapters(lang) {
        page.title(title);
        for rule in rules {
            let (binding, sources) = (binding(rule, lang), sources(rule, lang));
            let text = format!("{} ({binding} ; {sources})", about(rule, lang));
            page.hang(&format!("  {:<4}", rule.id), &text);
        }
    }
    page.title(either(
        lang,
        "Ce que donne chaque paragraphe de la FAQ",
        "What each paragraph of the FAQ gives",
    ));
    for paragraph in paragraphs() {
        let title = said(&paragraph.title, lang);
        let text = format!("{title} : {}", gives(paragraph, lang));
        page.hang(&format!("  {:<4}", paragraph.section), &text);
    }
    page.hang("", "");
    page.hang("", ours(lang));
    page.hang("", disclaimer(lang));
    page.into_text()
}

pub fn markdown(lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(
        out,
        "# {}\n\n<!-- {} -->\n\n{}\n\n{}",
        either(lang, "Les règles contrôlées", "The rules that are checked"),
        either(
            lang,
            "Écrit par `ti rules --format md` ; ne pas modifier à la main.",
            "Written by `ti rules --format md --lang en`; not to be edited by hand."
        ),
        disclaimer(lang),
        either(
            lang,
            "Seule une règle exigée change le résultat du contrôle. Une règle recommandée est un \
             conseil de la source ; une règle pour information dit ce qu'il est utile de savoir. « À \
             vérifier dans votre saisie » : ce n'est pas une condition du programme, c'est la saisie \
             qui se contredit.",
            "Only a required rule changes the outcome of the check. A recommended rule is advice of \
             the source; a rule for information tells what is useful to know. “To check in your \
             entry”: it is no condition of the programme, it is the entry that contradicts itself."
        )
    );
    let _ = writeln!(out, "\n{}", ours(lang));
    let head = either(lang, "| | Règle | Portée | Source |", "| | Rule | Level | Source |");
    for (title, rules) in chapters(lang) {
        let _ = writeln!(out, "\n## {title}\n\n{head}\n|---|---|---|---|");
        for rule in rules {
            let (binding, sources) = (binding(rule, lang), sources(rule, lang));
            let _ =
                writeln!(out, "| {} | {} | {binding} | {sources} |", rule.id, about(rule, lang));
        }
    }
    let _ = writeln!(
        out,
        "\n## {}\n\n{}\n|---|---|---|",
        either(
            lang,
            "Ce que donne chaque paragraphe de la FAQ",
            "What each paragraph of the FAQ gives"
        ),
        either(lang, "| § | De quoi il s'agit | Règles |", "| § | What it is about | Rules |")
    );
    for paragraph in paragraphs() {
        let title = said(&paragraph.title, lang);
        let _ = writeln!(out, "| {} | {title} | {} |", paragraph.section, gives(paragraph, lang));
    }
    let _ = writeln!(
        out,
        "\n{}",
        either(
            lang,
            "B2 : le nombre de dossiers par région, d'un lot de dossiers (`ti batch --summary`). \
             Emplois : l'ordre de grandeur national des emplois indirects et induits. Suggestions : \
             les offres annoncées qui répondent aux actions.",
            "B2: the number of dossiers by région, of many dossiers (`ti batch --summary`). Jobs: \
             the national order of magnitude of indirect and induced jobs. Suggestions: announced \
             offers that fit the actions."
        )
    );
    out
}
