//! A dossier being filled: one field in, every rule again, and only what differs comes out.

use std::sync::Arc;

use serde::Serialize;
use time::Date;

use crate::check::{Lang, Verdict};
use crate::dossier::node::{Branch, Node};
use crate::dossier::{Dossier, ScaleChoice};
use crate::report::{
    Answer, Check, ENGINE, Jobs, Notice, Progress, Remarks, Report, Suggestion, Unreadable,
    evaluate,
};
use crate::rules::{Context, Facts, RULES, scale_in_force};
use crate::scale::{Scale, default_scale};
use crate::simulation::Funding;
use crate::value::Value;

/// What a form is looked at with; the same as a [`Context`], owned.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The day of reference.
    pub day: Date,
    /// The language of the sentences.
    pub lang: Lang,
    /// The caller's scale; it wins over the dossier's.
    pub scale: Option<Scale>,
}

impl Settings {
    /// In French, with the dossier's own scale.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self { day, lang: Lang::Fr, scale: None }
    }

    /// The same, borrowed.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context { day: self.day, lang: self.lang, scale: self.scale.as_ref() }
    }
}

/// A form being filled.
///
/// Its report equals [`evaluate`] of its dossier at every moment.
///
/// ```
/// use territoires_industrie::{Dossier, LiveForm, Settings, read};
///
/// let day = read::date("2023-09-15").ok_or("no date")?;
/// let mut form = LiveForm::new(Dossier::default(), Settings::on(day));
/// assert!(form.set("governance.elus.0.name", "Élue A"));
/// assert!(!form.set("governance.elus.0.name", "Élue B")); // another name, the same report
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug)]
pub struct LiveForm {
    dossier: Dossier,
    settings: Arc<Settings>,
    now: Arc<State>,
    given: Option<Given>,
}

/// What the report says now, without its sentences on rules.
#[derive(Clone, Debug, PartialEq)]
struct State {
    answer: Answer,
    remarks: Arc<Remarks>,
    /// The scale of the dossier, or the default one; nothing when the caller's wins.
    scale: Option<ScaleChoice>,
}

/// What was last given to the caller.
#[derive(Clone, Debug)]
struct Given {
    state: Arc<State>,
    settings: Arc<Settings>,
}

/// The keys of the report that differ; of the checks, only those that differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the keys are those of the report")]
pub struct Changes {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict_apart_from_window: Option<Verdict>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_steps: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<Vec<Unreadable>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notices: Option<Vec<Notice>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown_keys: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funding: Option<Option<Funding>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestions: Option<Vec<Suggestion>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jobs: Option<Option<Jobs>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<&'static str>,
}

impl State {
    fn of(dossier: &Dossier, settings: &Settings) -> Self {
        let context = settings.context();
        let scale = scale_in_force(dossier, &context);
        Self {
            answer: Answer::of(Facts::new(dossier, &context)),
            remarks: Arc::new(Remarks::of(dossier, settings.lang, scale)),
            scale: settings.scale.is_none().then(|| {
                let chosen = dossier.chef_de_projet.scale.get().cloned();
                chosen.unwrap_or_else(|| ScaleChoice::Shipped(default_scale()))
            }),
        }
    }
}

/// The scale in force, of a state and of the settings that it was made with.
fn scale_of<'a>(state: &'a State, settings: &'a Settings) -> &'a Scale {
    let chosen = state.scale.as_ref().map(ScaleChoice::scale);
    chosen.or(settings.scale.as_ref()).unwrap_or_else(|| default_scale())
}

impl LiveForm {
    /// A form that starts with a dossier.
    #[must_use]
    pub fn new(dossier: Dossier, settings: Settings) -> Self {
        let now = Arc::new(State::of(&dossier, &settings));
        Self { dossier, settings: Arc::new(settings), now, given: None }
    }

    /// The dossier so far.
    #[must_use]
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// What the form is looked at with.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Puts what was typed at a path. True when the report changed.
    pub fn set(&mut self, path: &str, given: impl Into<Value>) -> bool {
        self.put(path, given.into())
    }

    fn put(&mut self, path: &str, given: Value) -> bool {
        let before = self.is_remarkable(path);
        self.dossier.set(path, given);
        if before || self.is_remarkable(path) { self.look_again() } else { self.look_at_rules() }
    }

    /// Puts a blank row before the row at a path that ends in an index. True when the report
    /// changed.
    pub fn insert(&mut self, path: &str) -> bool {
        self.dossier.insert(path) && self.look_again()
    }

    /// Removes the row at a path that ends in an index. True when the report changed.
    pub fn remove(&mut self, path: &str) -> bool {
        self.dossier.remove(path) && self.look_again()
    }

    /// Moves the row at a path that ends in an index. True when the report changed.
    pub fn move_row(&mut self, path: &str, to: usize) -> bool {
        self.dossier.move_row(path, to) && self.look_again()
    }

    /// Replaces the whole dossier. True when the report changed.
    pub fn load(&mut self, dossier: Dossier) -> bool {
        self.dossier = dossier;
        self.look_again()
    }

    /// Changes day, language or scale. True when the report changed.
    pub fn configure(&mut self, settings: Settings) -> bool {
        let (now, before) = (Arc::clone(&self.now), Arc::clone(&self.settings));
        self.settings = Arc::new(settings);
        self.look_again();
        before.day != self.settings.day
            || before.lang != self.settings.lang
            || scale_of(&now, &before) != scale_of(&self.now, &self.settings)
            || now.answer != self.now.answer
            || now.remarks != self.now.remarks
    }

    /// The whole report.
    #[must_use = "it is what the next changes are told from"]
    pub fn report(&mut self) -> Report {
        self.remember();
        evaluate(&self.dossier, &self.settings.context())
    }

    fn remember(&mut self) {
        let (state, settings) = (Arc::clone(&self.now), Arc::clone(&self.settings));
        self.given = Some(Given { state, settings });
    }

    /// True when something is told about what is at a path, besides what the rules say, or when
    /// that cannot be known from the path alone.
    fn is_remarkable(&self, path: &str) -> bool {
        const SCALE: &str = "chef_de_projet.scale";
        // The levels that can be read depend on the scale.
        let mut found = path.starts_with(SCALE) || SCALE.starts_with(path);
        let mut place = Some(self.dossier.branch());
        for step in path.split('.') {
            // What is set below something unreadable replaces it.
            found |= place.is_some_and(Branch::is_unreadable);
            place = place.and_then(|place| place.child(step));
        }
        match place {
            Some(place) => place.remarks(&mut String::new(), &mut |_, _| found = true),
            None => found = true,
        }
        found
    }

    /// Runs the rules; what is told besides them stands.
    fn look_at_rules(&mut self) -> bool {
        let answer = Answer::of(Facts::new(&self.dossier, &self.settings.context()));
        if answer == self.now.answer {
            return false;
        }
        let State { remarks, scale, .. } = &*self.now;
        let (remarks, scale) = (Arc::clone(remarks), scale.clone());
        self.now = Arc::new(State { answer, remarks, scale });
        true
    }

    fn look_again(&mut self) -> bool {
        let state = State::of(&self.dossier, &self.settings);
        if state == *self.now {
            return false;
        }
        self.now = Arc::new(state);
        true
    }

    /// What differs from what [`LiveForm::report`] or this last gave; everything, at first.
    pub fn changes(&mut self) -> Changes {
        let scale = scale_of(&self.now, &self.settings);
        let State { answer, remarks, .. } = &*self.now;
        let given = self.given.as_ref();
        let before = given.map(|given| &*given.state);
        // Sentences may differ with the language, the scale and the campaign, whatever the rules
        // found.
        let same_scale =
            given.is_some_and(|given| scale_of(&given.state, &given.settings) == scale);
        let same_lang = given.is_some_and(|given| given.settings.lang == self.settings.lang);
        let same_words = same_scale
            && same_lang
            && before.is_some_and(|before| before.answer.campaign == answer.campaign);
        let differ =
            |same: fn(&State, &State) -> bool| before.is_none_or(|before| !same(before, &self.now));
        let mut changes = Changes::default();
        if given.is_none() {
            changes.engine = Some(ENGINE);
        }

        let verdicts = answer.verdicts(remarks);
        let verdicts_before = before.map(|before| before.answer.verdicts(&before.remarks));
        let [verdict, apart] = verdicts;
        changes.verdict = (verdicts_before.map(|[v, _]| v) != Some(verdict)).then_some(verdict);
        changes.verdict_apart_from_window =
            (verdicts_before.map(|[_, v]| v) != Some(apart)).then_some(apart);
        for (i, (rule, finding)) in RULES.iter().zip(&answer.findings).enumerate() {
            let same = same_words
                && before.is_some_and(|before| before.answer.findings.get(i) == Some(finding));
            if !same {
                changes.checks.push(Check::new(rule, finding, self.settings.lang, scale));
            }
        }
        let next_steps = answer.next_steps();
        if before.is_none_or(|before| before.answer.next_steps() != next_steps) {
            changes.next_steps = Some(next_steps);
        }
        if differ(|a, b| a.remarks.unreadable == b.remarks.unreadable) {
            changes.unreadable = Some(remarks.unreadable.clone());
        }
        if differ(|a, b| a.remarks.notices == b.remarks.notices) {
            changes.notices = Some(remarks.notices.clone());
        }
        if differ(|a, b| a.remarks.unknown_keys == b.remarks.unknown_keys) {
            changes.unknown_keys = Some(remarks.unknown_keys.clone());
        }
        if differ(|a, b| a.answer.progress() == b.answer.progress()) {
            changes.progress = Some(answer.progress());
        }
        let same_plan = same_words
            && before.is_some_and(|before| {
                before.answer.plan == answer.plan && before.answer.asked == answer.asked
            });
        if !same_plan {
            let funding = answer.funding(self.settings.lang, scale);
            let had = before.is_none_or(|before| before.answer.funds());
            changes.funding = (had || funding.is_some()).then_some(funding);
        }
        if !same_lang || differ(|a, b| a.answer.suggested == b.answer.suggested) {
            changes.suggestions = Some(answer.suggestions(self.settings.lang));
        }
        if differ(|a, b| a.answer.jobs == b.answer.jobs) {
            changes.jobs = Some(answer.jobs);
        }
        if differ(|a, b| a.answer.campaign == b.answer.campaign) {
            changes.campaign = Some(answer.campaign);
        }
        if !same_scale {
            changes.scale = Some(scale.id.clone());
        }
        if given.is_none_or(|given| given.settings.day != self.settings.day) {
            changes.day = Some(self.settings.day.to_string());
        }
        if !same_lang {
            changes.lang = Some(self.settings.lang);
        }
        self.remember();
        changes
    }
}
