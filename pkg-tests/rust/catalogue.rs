//! The catalogue against its sources: the agreed table of rules, the paragraphs of the FAQ, and the page written
//! from the table that runs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use territoires_industrie::campaign::{self, Service, Subject};
use territoires_industrie::catalogue::paragraphs;
use territoires_industrie::check::{Level, Source};
use territoires_industrie::dossier::{Priority, Theme};
use territoires_industrie::messages::{chapter, describe};
use territoires_industrie::{Lang, RULES, Rule};

/// The rules as they were agreed on, one a line: a change of the running table is a change of the agreement.
const AGREED: &str = include_str!("catalogue/rules.tsv");

/// The same, by paragraph; `B2`, `S` and `jobs` are no rules on one dossier.
const COVERAGE: &str = include_str!("catalogue/coverage.tsv");

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

fn row(rule: &Rule) -> String {
    let level = match rule.level {
        Level::Required => "required",
        Level::Recommended => "recommended",
        Level::Informative => "informative",
    };
    let sources: Vec<&str> =
        rule.sources.iter().map(|source| source.section.unwrap_or(source.document)).collect();
    let ours = if rule.ours { "ours" } else { "-" };
    [rule.id, rule.name, level, ours, &sources.join(" ")].join("\t")
}

#[test]
fn the_running_table_is_the_agreed_one() {
    let running: Vec<String> = RULES.iter().map(row).collect();
    let agreed: Vec<&str> = AGREED.lines().skip(1).collect();
    for line in 0..running.len().max(agreed.len()) {
        let (running, agreed) = (running.get(line).map(String::as_str), agreed.get(line).copied());
        assert_eq!(running, agreed, "line {} of pkg-tests/rust/catalogue/rules.tsv", line + 2);
    }
}

#[test]
fn every_paragraph_of_the_faq_gives_its_rules_or_says_why_not() {
    let agreed: Vec<Vec<&str>> = rows(COVERAGE).collect();
    assert_eq!(agreed.len(), 23, "the FAQ has twenty-three paragraphs");
    assert_eq!(paragraphs().len(), agreed.len());
    for (paragraph, agreed) in paragraphs().iter().zip(agreed) {
        assert_eq!(paragraph.section, agreed[0]);
        let mut gives: BTreeSet<&str> = paragraph.rules().map(|rule| rule.id).collect();
        gives.extend(paragraph.beside.iter().map(String::as_str));
        assert_eq!(
            gives,
            agreed[1].split_whitespace().collect(),
            "§ {}: what src/rules/mod.rs cites, and pkg-tests/rust/catalogue/coverage.tsv",
            paragraph.section
        );
        assert!(!gives.is_empty() || paragraph.note.is_some(), "§ {}", paragraph.section);
        assert!(!paragraph.title.fr.is_empty() && !paragraph.title.en.is_empty());
    }
}

#[test]
fn every_rule_cites_a_paragraph_that_exists_or_coherence() {
    for rule in RULES {
        assert!(!rule.sources.is_empty(), "{}", rule.id);
        for Source { document, section } in rule.sources {
            match section {
                None => assert_eq!(*document, "coherence", "{}", rule.id),
                Some(section) => {
                    assert_eq!(*document, "faq-2023", "{}", rule.id);
                    assert!(paragraphs().iter().any(|p| p.section == *section), "{}", rule.id);
                }
            }
        }
    }
}

/// Somebody who has never seen the code reads these.
#[test]
fn every_rule_is_described_with_its_figures_in_both_languages() {
    for rule in RULES {
        for lang in [Lang::Fr, Lang::En] {
            let text = describe(rule.id, campaign::newest(), lang);
            assert!(
                text.ends_with('.') && text.len() > 20,
                "{}: {text:?}; add it to src/messages/describe.rs",
                rule.id
            );
            assert!(!text.contains(['{', '}', '?']), "{}: {text}", rule.id);
            assert!(!chapter(&rule.id[..1], lang).is_empty(), "{}", rule.id);
        }
        let [fr, en] = [Lang::Fr, Lang::En].map(|lang| describe(rule.id, campaign::newest(), lang));
        assert_ne!(fr, en, "{}", rule.id);
    }
}

/// Offers are matched by the place of a word in three lists: they must stand in the same order.
#[test]
fn the_subjects_of_offers_are_the_words_of_the_dossier() {
    let words = [Priority::WORDS, Theme::WORDS, &["industrial_shock"]].concat();
    let subjects: Vec<&str> = Subject::ALL.iter().map(|subject| subject.id()).collect();
    assert_eq!(words, subjects);
}

#[test]
fn the_newest_campaign_offers_every_service() {
    let newest: Vec<Service> = campaign::newest().offers.iter().map(|o| o.service).collect();
    for service in Service::ALL {
        assert!(newest.contains(service), "{} is offered", service.id());
    }
}

/// A campaign is data: a year in the code of the rules would be one of its figures.
#[test]
fn no_year_of_a_campaign_stands_in_the_code_of_the_rules() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![src.join("report.rs"), src.join("live.rs")];
    for folder in ["batch", "check", "report", "rules"] {
        let entries =
            fs::read_dir(src.join(folder)).unwrap_or_else(|e| panic!("src/{folder}: {e}"));
        let code = entries
            .map(|entry| entry.unwrap().path())
            .filter(|file| file.extension().is_some_and(|end| end == "rs"));
        let before = files.len();
        files.extend(code);
        assert!(files.len() > before, "src/{folder} has no code");
    }
    for file in files {
        let text = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        for line in text.lines() {
            let code = line.split("//").next().unwrap_or_default();
            // The name of a document and that of a field of the dossier are no figures.
            let code = code.replace("faq-2023", "").replace("labelled_2019_2022", "");
            assert!(!code.contains("20"), "{}: {line}", file.display());
        }
    }
}

/// The page is written by the program; when this fails, write it again.
#[test]
fn the_page_of_the_catalogue_is_what_the_program_writes() {
    const PAGE: &str = "src/rules/README.md";
    let output = Command::new(env!("CARGO_BIN_EXE_ti"))
        .args(["rules", "--format", "md"])
        .output()
        .expect("the program runs");
    let page = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE)).unwrap_or_default();
    assert!(
        page == output.stdout,
        "write it again: cargo run --features cli -- rules --format md > {PAGE}"
    );
}
