//! Protects what a council gets: documents that balance, say what they are worth, and in which a
//! text of the dossier is never markup nor a formula.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use proptest::prelude::*;
use territoires_industrie::document::{Document, Format, comparison, financing_plan};
use territoires_industrie::scenarios::{Scenario, compare, compare_scenarios};
use territoires_industrie::value::Value;
use territoires_industrie::{Context, Dossier, Lang, read, scale};

const EXAMPLE: &str = include_str!("../cases/bases/baie-d-armor.json");

fn context(lang: Lang) -> Context<'static> {
    Context { lang, ..Context::on(read::date("2023-09-15").unwrap()) }
}

fn example() -> Dossier {
    Dossier::from_json(EXAMPLE).unwrap()
}

fn plan_with(changes: &[(&str, &str)]) -> Document {
    let mut dossier = example();
    for (path, value) in changes {
        dossier.set(path, *value);
    }
    financing_plan(&dossier, &context(Lang::Fr)).unwrap()
}

/// The table as a spreadsheet reads it: cells by line.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let text = document.write(Format::Csv);
    let cells = |line: &str| line.split(';').map(|cell| cell.replace(',', ".")).collect();
    text.trim_start_matches('\u{feff}').lines().map(cells).collect()
}

fn cents(cell: &str) -> i64 {
    read::amount(cell).unwrap().0
}

/// Worked case « Baie d'Armor » of the method, as the council reads it.
#[test]
fn expenditure_and_revenue_balance_by_year_funder_and_member() {
    let rows = rows(&plan_with(&[]));
    assert_eq!(rows[0], ["Nature", "Poste", "2024", "2025", "2026", "Total", "Part (%)", "Statut"]);
    let find = |name: &str| rows.iter().filter(|row| row[1].starts_with(name)).collect::<Vec<_>>();
    assert_eq!(find("CA Lamballe")[0][2..6], ["8831.67", "8831.67", "8831.67", "26495.01"]);
    assert_eq!(find("CA Saint-Brieuc")[0][2..6], ["19834.99", "19835.00", "19835.00", "59504.99"]);
    assert_eq!(find("Région Bretagne")[0][5], "10000.00");
    let totals = find("Total");
    assert_eq!(totals[0][2..6], totals[1][2..6], "both sides have the same totals");
    for column in 2..6 {
        let revenue = rows.iter().filter(|row| row[0].starts_with("Recettes") && row[1] != "Total");
        let sum: i64 = revenue.map(|row| cents(&row[column])).sum();
        assert_eq!(sum, cents(&totals[1][column]));
    }
}

#[test]
fn every_format_says_that_it_is_a_simulation_on_a_hypothesis() {
    let plan = plan_with(&[]);
    for format in [Format::Text, Format::Markdown, Format::Csv, Format::PlainCsv, Format::Html] {
        let text = plan.write(format);
        assert!(text.contains("imulation") && text.contains("hypothèse"), "{format:?}: {text}");
    }
    for line in plan.write(Format::PlainCsv).lines().skip(1) {
        assert!(line.ends_with("\"simulation, hypothèse\""), "{line}");
    }
    let english = financing_plan(&example(), &context(Lang::En)).unwrap();
    assert!(english.write(Format::Text).contains("hypothesis"));
    assert!(english.write(Format::Html).starts_with("<!DOCTYPE html><html lang=\"en\">"));
}

/// A council checks each member's part with its weight.
#[test]
fn the_weights_of_the_members_stand_beside_their_names() {
    let members = |changes: &[(&str, &str)]| {
        let facts = plan_with(changes).facts;
        facts
            .into_iter()
            .find(|(label, _)| label.starts_with("Intercommunalités membres"))
            .unwrap()
            .1
    };
    let by_population = "CC Lamballe Terre et Mer (68\u{202f}062), CA Saint-Brieuc Armor Agglomération (152\u{202f}860)";
    assert_eq!(members(&[]), by_population.replace("CC Lamballe", "CA Lamballe"));
    assert!(members(&[("chef_de_projet.split.key", "equal")]).ends_with("Agglomération (1)"));
}

/// The base of the first year is 5 166.666… euros: 80 % of what is shown would be a cent more.
#[test]
fn a_grant_that_is_not_that_of_the_rounded_base_says_so() {
    let sentence = |start: &str| {
        let plan = plan_with(&[
            ("chef_de_projet.scale", "argentan-2023"),
            ("chef_de_projet.fragility_level", "case"),
            ("chef_de_projet.start", start),
            ("chef_de_projet.months", "6"),
        ]);
        let lines = plan.explanation.1.join("\n").replace(['\u{a0}', '\u{202f}'], " ");
        lines.lines().find(|line| line.contains("État : 80 %")).unwrap().to_owned()
    };
    let found = sentence("2024-12-01");
    assert!(
        found.contains("80 % de 5 166,67 € (1 mois, arrondi à la fin) = 4 133,33 €"),
        "{found}"
    );
    assert!(!sentence("2024-01-01").contains("arrondi"), "six months are whole cents");
}

/// As French spreadsheets open it: a mark, semicolons, decimal commas, lines ended as they like.
#[test]
fn a_french_spreadsheet_finds_its_own_conventions() {
    let text = plan_with(&[]).write(Format::Csv);
    assert!(text.starts_with("\u{feff}Nature;Poste;2024;"));
    assert!(text.contains(";8831,67;") && text.contains(";48,39;"));
    assert!(text.split_inclusive('\n').all(|line| line.ends_with("\r\n")));
    let plain = plan_with(&[]).write(Format::PlainCsv);
    assert!(plain.starts_with("Nature,Poste,2024,") && plain.contains(",48.39,"));
}

#[test]
fn a_text_is_never_a_formula_nor_markup() {
    let cell = |name: &str| {
        let text = plan_with(&[("chef_de_projet.other_funding.0.funder", name)]).write(Format::Csv);
        text.split("\r\n").nth(4).unwrap().split(";").nth(1).unwrap().to_owned()
    };
    for name in ["=1+1", "+33", "-2", "@SUM(A1)", "  =1", "\u{ff1d}1"] {
        assert!(cell(name).starts_with('\''), "{name}: {}", cell(name));
    }
    assert_eq!(cell("Région"), "Région");
    assert_eq!(cell("a\"b"), "\"a\"\"b\"");

    let hostile = "<script>alert(1)</script> | *gras* [x](y)";
    let plan = plan_with(&[
        ("chef_de_projet.other_funding.0.funder", hostile),
        ("territory_name", hostile),
    ]);
    let html = plan.write(Format::Html);
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"));
    let markdown = plan.write(Format::Markdown);
    assert!(markdown.contains("\\<script\\>") && markdown.contains("\\| \\*gras\\* \\[x\\]"));
}

#[test]
fn an_over_funded_post_and_a_split_that_waits_are_said() {
    let over =
        plan_with(&[("chef_de_projet.other_funding.0.amount", "150000")]).write(Format::Text);
    assert!(over.contains("à réduire") && over.contains("150\u{202f}000,00"), "{over}");
    let table =
        plan_with(&[("chef_de_projet.other_funding.0.amount", "150000")]).write(Format::PlainCsv);
    assert!(table.contains(",\"Recettes au-delà du coût, à réduire\",,,,54000.00,"), "{table}");
    let waiting = plan_with(&[("perimeter.epcis.0", "20006")]).write(Format::Text);
    assert!(waiting.contains("à répartir") && waiting.contains("86\u{202f}000,00"), "{waiting}");
    let mut without = example();
    without.set("chef_de_projet.months", "");
    assert_eq!(financing_plan(&without, &context(Lang::Fr)), None);
}

/// By hand: level 1 leaves 15 000 more to the members over three years than level 2, level 3 less.
#[test]
fn levels_stand_side_by_side_with_their_differences() {
    let found = compare(&example(), &context(Lang::Fr));
    let local: Vec<_> = found
        .scenarios
        .iter()
        .map(|row| row.difference.unwrap().local.unwrap().to_string())
        .collect();
    assert_eq!(local, ["15000.00", "0.00", "-15000.00"]);
    assert_eq!((found.plans.len(), found.reference), (3, Some(1)));
    let unpublished = Context { scale: scale::find("fragile-2019"), ..context(Lang::Fr) };
    assert_eq!(compare(&example(), &unpublished).plans, [], "its levels have no rate");
    let text = comparison(&found, &context(Lang::Fr)).write(Format::PlainCsv);
    let last = text.lines().last().unwrap();
    assert!(last.contains("-15000.00,hypothèse,\"simulation, hypothèse\""), "{last}");
}

fn scenarios(json: &str) -> Vec<Scenario> {
    Scenario::read_all(&Value::from_json(json).unwrap()).unwrap()
}

#[test]
fn a_scenario_changes_the_dossier_and_says_what_it_could_not() {
    let found = compare_scenarios(
        &example(),
        &scenarios(
            r#"[{"name": "half", "set": {"chef_de_projet.working_time": 0.5}},
                {"name": "pvd", "set": {"chef_de_projet.scale": "pvd", "chef_de_projet.fragility_level": "pvd"}},
                {"name": "typo", "set": {"chef_de_projet.moths": 3, "chef_de_projet.months": "douze"}}]"#,
        ),
        &context(Lang::Fr),
    );
    let names: Vec<_> = found.scenarios.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Le dossier", "half", "pvd", "typo"]);
    assert_eq!(found.scenarios[1].difference.unwrap().cost.to_string(), "-93000.00");
    assert_eq!(found.plans[2].scale, "pvd");
    let typo = &found.scenarios[3];
    assert_eq!((typo.plan, typo.difference), (None, None));
    let fields: Vec<_> = typo.problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["chef_de_projet.months", "chef_de_projet.moths", "chef_de_projet.months"]);
}

/// A caller's scale wins over the dossier's, but not over the one that a scenario is about.
#[test]
fn the_scale_of_a_scenario_wins() {
    let scale = territoires_industrie::scale::find("hypothesis-2023").unwrap();
    let context = Context { scale: Some(scale), ..context(Lang::Fr) };
    let set = r#"[{"name": "pvd", "set": {"chef_de_projet.scale": "pvd", "chef_de_projet.fragility_level": "pvd"}}]"#;
    assert_eq!(compare_scenarios(&example(), &scenarios(set), &context).plans[1].scale, "pvd");
    let group = r#"[{"name": "pvd", "set": {"chef_de_projet": {"scale": "pvd", "fragility_level": "pvd",
        "annual_cost": 60000, "working_time": 1, "start": "2024-01-01", "months": 12}}}]"#;
    assert_eq!(compare_scenarios(&example(), &scenarios(group), &context).plans[1].scale, "pvd");
    // To take the dossier's scale away is not to give one.
    let context = Context { scale: territoires_industrie::scale::find("pvd"), ..context };
    let none = r#"[{"name": "none", "set": {"chef_de_projet.scale": "", "chef_de_projet.fragility_level": "pvd"}}]"#;
    assert_eq!(compare_scenarios(&example(), &scenarios(none), &context).plans[0].scale, "pvd");
}

/// Whatever step of a path is mistyped, that nothing changed is said.
#[test]
fn a_scenario_about_no_field_says_so() {
    for path in ["nope.x", "chef_projet.annual_cost", "chef_de_projet.hosts.kind"] {
        let set = scenarios(&format!(r#"[{{"name": "typo", "set": {{"{path}": 1}}}}]"#));
        let found = compare_scenarios(&example(), &set, &context(Lang::Fr));
        let fields: Vec<_> = found.scenarios[1].problems.iter().map(|p| p.field.as_str()).collect();
        assert!(fields.iter().any(|field| path.starts_with(field)), "{path}: {fields:?}");
    }
}

#[test]
fn what_the_figures_are_worth_is_said_once() {
    let set = scenarios(
        r#"[{"name": "pvd", "set": {"chef_de_projet.scale": "pvd", "chef_de_projet.fragility_level": "pvd"}},
            {"name": "half", "set": {"chef_de_projet.working_time": 0.5}},
            {"name": "over", "set": {"chef_de_projet.other_funding.0.amount": 150000}}]"#,
    );
    let text =
        comparison(&compare_scenarios(&example(), &set, &context(Lang::Fr)), &context(Lang::Fr))
            .write(Format::Text);
    assert_eq!(text.matches("Simulation indicative sur hypothèse").count(), 1, "{text}");
    assert!(
        text.contains("over\u{a0}: Recettes au-delà du coût, à réduire (54\u{202f}000,00"),
        "{text}"
    );
}

/// English has one month, several months, and a point.
#[test]
fn steps_in_english_are_english() {
    let mut dossier = example();
    dossier.set("chef_de_projet.working_time", "66,67 %");
    dossier.set("chef_de_projet.months", "1");
    let plan = financing_plan(&dossier, &context(Lang::En)).unwrap().write(Format::Text);
    assert!(!plan.contains("66,67") && !plan.contains("1 months"), "{plan}");
    assert!(
        plan.contains("66.67\u{a0}%") || plan.contains("66.67%") || plan.contains("66.67 %"),
        "{plan}"
    );
}

#[test]
fn what_is_no_list_of_scenarios_says_where() {
    for (json, said) in [
        ("{}", "scenarios: expected a list of at most 100"),
        (r#"[{"set": {}}]"#, "0.name: expected a name, found nothing"),
        (r#"[{"name": "a", "set": 3}]"#, "0.set: expected an object of values by path, found 3"),
        (r#"[{"name": "a", "set": {}}, 4]"#, "1.name: expected a name"),
    ] {
        let error = Scenario::read_all(&Value::from_json(json).unwrap()).unwrap_err();
        assert!(error.to_string().starts_with(said), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the text, the table keeps its shape and no cell begins like a formula.
    #[test]
    fn any_text_keeps_the_table(name in "\\PC{1,40}|[=+@;\",'\r\n\t|<>&-]{1,8}") {
        let plan = plan_with(&[("chef_de_projet.other_funding.0.funder", &name)]);
        let text = plan.write(Format::Csv);
        let bytes = text.trim_start_matches('\u{feff}').as_bytes();
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(bytes);
        let mut lines = 0;
        for record in reader.records() {
            let record = record.unwrap();
            prop_assert_eq!(record.len(), 8);
            prop_assert!(!record[1].starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
            lines += 1;
        }
        prop_assert_eq!(lines, 8);
        let html = plan.write(Format::Html);
        prop_assert_eq!(html.matches("<tr").count(), 10);
    }
}
