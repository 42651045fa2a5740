//! Proof on small worlds: what the rules of a chapter read is cut to its boundary values, every combination of them
//! is tried, and each is compared with those that answer one question less.
//!
//! In an answer, `~` marks what is half typed or cannot be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use territoires_industrie::check::{Level, Outcome};
use territoires_industrie::value::Value;
use territoires_industrie::{Dossier, LiveForm, RULES, Rule, Settings, Verdict, directory, read};

/// A field and the answers that it takes in turn, after none at all.
type Question = (&'static str, &'static [&'static str]);

const LAMBALLE: &str = "200069391";
const SAINT_BRIEUC: &str = "200069409";

#[test]
fn calendar() {
    let opinions: &[Question] = &[
        ("kind", &["~amend", "amendment", "application"]),
        ("perimeter.epcis.0", &["~20006939", LAMBALLE]),
        ("perimeter.opinions.0.region", &["~5", "53"]),
        ("perimeter.opinions.0.body", &["~stat", "state"]),
        ("perimeter.opinions.0.opinion", &["~un", "favourable", "unfavourable"]),
        ("perimeter.opinions.1.region", &["53"]),
        ("perimeter.opinions.1.body", &["conseil_regional"]),
        ("perimeter.opinions.1.opinion", &["pending", "favourable"]),
    ];
    World::on("2023-09-15", "{}").walk(opinions);
    let window: &[Question] = &[
        ("kind", &["~amend", "amendment", "application"]),
        ("campaign", &["~2023", "2018-2022", "2023-2027"]),
        ("labelled_2019_2022", &["~peut-être", "oui", "non"]),
        ("filed_on", &["~2023-06", "2023-06-22", "2023-06-23", "2023-09-22", "2023-09-23"]),
    ];
    for day in ["2018-11-21", "2023-06-22", "2023-06-23", "2023-09-22", "2023-09-23", "2028-01-01"]
    {
        World::on(day, "{}").walk(window);
    }
}

#[test]
fn perimeter() {
    const LYON: &str = "200046977";
    const ORLY: &str = "200058014";
    const PARIS: &str = "217500016";
    World::on("2023-09-15", "{}").walk(&[
        ("perimeter.epcis.0", &["~20006939", LAMBALLE, "200069392", LYON, ORLY, PARIS]),
        ("perimeter.epcis.1", &["~20006940", SAINT_BRIEUC, LAMBALLE]),
        ("perimeter.employment_area", &["un bassin"]),
        ("perimeter.single_epci_reason", &["sa taille"]),
        ("perimeter.metropole_reason", &["ses transitions"]),
        ("perimeter.other_member_reason", &["son rôle"]),
        ("perimeter.crte", &["~n", "no", "several"]),
    ]);
}

#[test]
fn governance() {
    let dossier = format!(r#"{{"perimeter": {{"epcis": ["{LAMBALLE}"]}}}}"#);
    World::on("2023-09-15", &dossier).walk(&[
        ("governance.elus.0.name", &["Élue A"]),
        ("governance.elus.0.part", &["~sub", "substitute", "member"]),
        ("governance.elus.0.epci", &["~20006939", LAMBALLE, SAINT_BRIEUC]),
        ("governance.elus.1.name", &["Élu C"]),
        ("governance.industriels.0.name", &["Industriel B"]),
        ("governance.binome_status", &["~being", "being_identified"]),
        ("governance.binomes_by_epci.0", &[r#"{"epci":"200069391","elu":"A","industriel":"B"}"#]),
        ("governance.enlarged_reason", &["un pacte"]),
    ]);
    World::on("2023-09-15", &dossier).walk(&[
        ("kind", &["amendment"]),
        ("governance.letters.0.status", &["~sign", "signed", "to_sign", "declined"]),
        ("governance.letters.1.status", &["~decl", "declined"]),
        ("governance.letters.1.signatory", &["Industriel B"]),
        ("governance.steering_committee", &["~o", "oui", "non"]),
        ("governance.consulted.0", &["~local", "local_elus"]),
        ("governance.consulted.1", &["regional_elus, state_services", "industriels"]),
    ]);
}

#[test]
fn action_plan() {
    World::on("2023-09-15", "{}").walk(&[
        ("kind", &["amendment"]),
        ("action_plan.actions.0.title", &["Four"]),
        ("action_plan.actions.0.summary", &["Électrifier un four."]),
        ("action_plan.actions.0.priorities.0", &["~skil", "skills"]),
        ("action_plan.actions.0.start", &["~2024", "2020-01", "2023-12", "2024-01"]),
        ("action_plan.actions.0.end", &["~2027", "2023-11", "2027-12", "2028-01"]),
        ("action_plan.actions.0.under_way", &["oui"]),
        ("action_plan.actions.1.cost", &["~beaucoup", "1000"]),
        ("action_plan.strategy", &["former sur place"]),
    ]);
}

#[test]
fn chef_de_projet() {
    let dossier = format!(r#"{{"perimeter": {{"epcis": ["{LAMBALLE}"]}}}}"#);
    World::on("2023-09-15", &dossier).walk(&[
        ("perimeter.epcis.1", &["~20006940", SAINT_BRIEUC]),
        ("chef_de_projet.host.kind", &["~ep", "epci", "shared", "other"]),
        ("chef_de_projet.host.epcis.0", &["~20006939", LAMBALLE, "200068450"]),
        ("chef_de_projet.host.epcis.1", &[SAINT_BRIEUC]),
        ("chef_de_projet.host.name", &["PETR"]),
        ("chef_de_projet.host.wished_by_epcis", &["~peut-être", "oui", "non"]),
        ("chef_de_projet.serves_whole_territory", &["non"]),
    ]);
    let post = r#"{"chef_de_projet": {"working_time": 1, "start": "2024-01-01",
        "other_funding": [{"funder": "Région"}]}}"#;
    World::on("2023-09-15", post).walk(&[
        ("campaign", &["2018-2022"]),
        ("chef_de_projet.fragility_level", &["~niveau", "level_2"]),
        ("chef_de_projet.annual_cost", &["~-5", "0", "62000"]),
        ("chef_de_projet.months", &["~x", "0", "48", "49", "61"]),
        ("chef_de_projet.other_funding.0.amount", &["~cent", "150000", "1000000"]),
        ("chef_de_projet.other_funding.0.kind", &["~coll", "private", "collectivite"]),
    ]);
}

/// What is not asked for can be there or not: whoever gives the rest is told that nothing is missing.
#[test]
fn a_dossier_satisfies_every_required_rule_with_and_without_each_optional_part() {
    let bases = [
        include_str!("../cases/bases/baie-d-armor.json"),
        include_str!("../cases/bases/amendment.json"),
    ];
    let parts: &[Question] = &[
        ("filed_on", &["2023-09-15"]),
        ("applicant", &[r#"{"contact_name": "Agent D"}"#]),
        ("flags", &[r#"{"fragile_territory": true, "industrial_shock": true}"#]),
        ("perimeter.crte", &["no"]),
        ("perimeter.project_perimeters.0.name", &["Pays"]),
        ("governance.steering_committee", &["non"]),
        ("governance.consulted", &["industriels"]),
        ("action_plan.strategy", &["former sur place"]),
        ("action_plan.actions.0.end", &["2030-12"]),
        ("chef_de_projet", &[r#"{"annual_cost": 62000, "host": {"kind": "epci"}}"#]),
    ];
    for base in bases {
        let mut form = form("2023-09-15", base);
        for (path, _) in parts {
            form.set(path, Value::Null);
        }
        let mut met = 0;
        each_step(parts, |path, to, _| {
            form.set(path, value(to));
            let report = form.changes();
            assert!(report.verdict.is_none_or(|v| v == Verdict::Admissible), "{path} = {to}");
            met += 1;
        });
        assert_eq!(met, (1 << parts.len()) - 1);
        assert_eq!(form.report().verdict, Verdict::Admissible);
    }
}

/// What a rule comes to in a campaign whose texts do not give it, whatever it declares.
const SILENT: &[Outcome] = &[Outcome::Unknown, Outcome::NotApplicable];

/// An instructor sees every kind of perimeter: none is refused, and each is admitted with the reasons asked for.
#[test]
fn every_perimeter_of_the_directory_is_admitted_with_its_reasons() {
    let base = include_str!("../cases/bases/baie-d-armor.json");
    let reasons = ["single_epci_reason", "metropole_reason", "other_member_reason"]
        .map(|reason| format!("perimeter.{reason}"));
    let (mut without, mut with) = (form("2023-09-15", base), form("2023-09-15", base));
    for form in [&mut without, &mut with] {
        form.set("chef_de_projet", Value::Null); // a post would only cost time
    }
    reasons.iter().for_each(|path| {
        with.set(path, "Voici pourquoi.");
    });
    let mut verdicts = [Verdict::Admissible; 2];
    let all = directory::all();
    for group in all.chunks(1).chain(all.chunks(20)) {
        let sirens: Vec<Value> =
            group.iter().map(|epci| Value::from(format!("{:09}", epci.siren).as_str())).collect();
        for (form, verdict) in [&mut without, &mut with].into_iter().zip(&mut verdicts) {
            form.set("perimeter.epcis", Value::List(sirens.clone()));
            *verdict = form.changes().verdict.unwrap_or(*verdict);
        }
        let asks = group.len() == 1
            || group
                .iter()
                .any(|epci| epci.kind.is_metropole() || !epci.kind.is_fiscalite_propre());
        let expected = if asks { Verdict::Incomplete } else { Verdict::Admissible };
        assert_eq!(verdicts, [expected, Verdict::Admissible], "{}", group[0].label());
    }
}

/// A form whose report is followed step by step, as it changes.
struct World {
    form: LiveForm,
    outcomes: Vec<Outcome>,
    verdicts: [Verdict; 2],
    unreadable: Vec<String>,
}

fn form(day: &str, dossier: &str) -> LiveForm {
    let day = read::date(day).expect("a day");
    LiveForm::new(Dossier::from_json(dossier).expect("an object"), Settings::on(day))
}

/// An answer as given: an object is one, `~` is taken off.
fn value(answer: &str) -> Value {
    match answer.strip_prefix('~').unwrap_or(answer) {
        "" => Value::Null,
        object if object.starts_with('{') => Value::from_json(object).expect("JSON"),
        text => Value::from(text),
    }
}

impl World {
    fn on(day: &str, dossier: &str) -> Self {
        let mut form = form(day, dossier);
        let report = form.report();
        Self {
            form,
            outcomes: report.checks.iter().map(|check| check.outcome).collect(),
            verdicts: [report.verdict, report.verdict_apart_from_window],
            unreadable: report.unreadable.into_iter().map(|entry| entry.field).collect(),
        }
    }

    /// Tries every combination of answers, then compares each one with those that answer one question less.
    fn walk(mut self, questions: &[Question]) {
        let mut worlds = vec![Vec::new(); questions.iter().map(|(_, all)| all.len() + 1).product()];
        self.verdict_is_the_one_of_the_contract();
        worlds[0] = self.outcomes.clone();
        each_step(questions, |path, to, world| {
            self.answer(path, to);
            worlds[world] = self.outcomes.clone();
        });
        for (world, outcomes) in worlds.iter().enumerate() {
            let mut step = 1;
            for (path, answers) in questions {
                let at = world / step % (answers.len() + 1);
                if at > 0 {
                    one_answer_more(path, answers[at - 1], &worlds[world - at * step], outcomes);
                }
                step *= answers.len() + 1;
            }
        }
    }

    fn answer(&mut self, path: &str, answer: &str) {
        if !self.form.set(path, value(answer)) {
            return;
        }
        let changes = self.form.changes();
        for check in changes.checks {
            let place = RULES.iter().position(|rule| rule.id == check.rule).unwrap();
            self.outcomes[place] = check.outcome;
        }
        self.verdicts[0] = changes.verdict.unwrap_or(self.verdicts[0]);
        self.verdicts[1] = changes.verdict_apart_from_window.unwrap_or(self.verdicts[1]);
        if let Some(unreadable) = changes.unreadable {
            self.unreadable = unreadable.into_iter().map(|entry| entry.field).collect();
        }
        self.verdict_is_the_one_of_the_contract();
        let silent = if self.is_of_first_phase() { SILENT } else { &[] };
        for (rule, outcome) in RULES.iter().zip(&self.outcomes) {
            let declared = rule.outcomes.contains(outcome) || silent.contains(outcome);
            assert!(declared, "{}: {outcome:?}", rule.id);
        }
    }

    fn is_of_first_phase(&self) -> bool {
        self.form.dossier().campaign.get().is_some_and(|campaign| campaign.id == "2018-2022")
    }

    fn verdict_is_the_one_of_the_contract(&self) {
        for (verdict, apart) in self.verdicts.iter().zip(["", "C1"]) {
            let required = || {
                let all = RULES.iter().zip(&self.outcomes);
                all.filter(|(rule, _)| rule.level == Level::Required && rule.id != apart)
            };
            let any = |wanted| required().any(|(_, outcome)| *outcome == wanted);
            let unread = || {
                let mut fields = self.unreadable.iter();
                fields.any(|field| required().any(|(rule, _)| rule.reads_field(field)))
            };
            let expected = if any(Outcome::Unmet) {
                Verdict::Inadmissible
            } else if any(Outcome::Unknown) || unread() {
                Verdict::Incomplete
            } else {
                Verdict::Admissible
            };
            assert_eq!(*verdict, expected, "apart from `{apart}`: {:?}", self.outcomes);
        }
    }
}

/// What an answer may change: the rules that depend on it, and nothing to unmet while it is half typed.
fn one_answer_more(path: &str, answer: &str, before: &[Outcome], now: &[Outcome]) {
    for ((rule, before), now) in RULES.iter().zip(before).zip(now) {
        if before != now {
            assert!(depends_on(rule, path), "{} does not read {path} = {answer}", rule.id);
            let half_typed = answer.starts_with('~');
            assert!(!half_typed || *now != Outcome::Unmet, "{}: {path} = {answer}", rule.id);
        }
    }
}

/// Whether a rule may change with a field: it reads it, it reads whether its list has rows, it is about a post that
/// this field may be the first to describe, or its text is that of another campaign.
fn depends_on(rule: &Rule, path: &str) -> bool {
    let lists = path.match_indices('.').map(|(end, _)| &path[..end]);
    rule.reads_field(path)
        || path == "campaign"
        || lists.into_iter().any(|list| rule.reads.contains(&list))
        || rule.id.starts_with('F') && path.starts_with("chef_de_projet")
}

/// Goes through every combination of answers but the first, one answer at a time: the reflected mixed-radix Gray
/// code (Knuth, 7.2.1.1, algorithm H). Calls with the field, its answer (the empty text is none), and the number of
/// the combination.
fn each_step(questions: &[Question], mut step: impl FnMut(&str, &str, usize)) {
    let answer = |(_, answers): &Question, at: usize| match at {
        0 => "",
        at => answers[at - 1],
    };
    let count = questions.len();
    let (mut at, mut up) = (vec![0; count], vec![true; count]);
    let mut focus: Vec<usize> = (0..=count).collect();
    loop {
        let i = focus[0];
        focus[0] = 0;
        let Some(question) = questions.get(i) else { return };
        at[i] = if up[i] { at[i] + 1 } else { at[i] - 1 };
        let places = questions.iter().zip(&at).rev();
        let world = places.fold(0, |world, ((_, all), at)| world * (all.len() + 1) + at);
        step(question.0, answer(question, at[i]), world);
        if at[i] == 0 || at[i] == question.1.len() {
            up[i] = !up[i];
            focus[i] = focus[i + 1];
            focus[i + 1] = i + 1;
        }
    }
}
