//! Many reports as JSON, one after the other.

use std::collections::VecDeque;

use super::{Answer, Check, Report, Suggestion, answered};
use crate::campaign::Offer;
use crate::check::{Finding, Lang, Places};
use crate::dossier::Dossier;
use crate::funding::{Plan, Request, Step, steps};
use crate::messages;
use crate::rules::{Context, Facts, RULES, Suggested, scale_in_force};
use crate::scale::{self, Level, Scale};
use crate::simulation::{Funding, StepInWords};
use crate::value::json;

/// Writes reports, the same bytes as [`Report::to_json`]. Most rules find in a dossier what they
/// found in one of the last few, and most posts have the ceilings of another: what was said of it is
/// then written again, and not made again.
///
/// ```
/// use territoires_industrie::report::Writer;
/// use territoires_industrie::{Context, Dossier, evaluate, read};
///
/// let context = Context::on(read::date("2023-09-15").ok_or("no date")?);
/// let mut writer = Writer::new(context);
/// for json in ["{}", r#"{"perimeter": {"epcis": ["200069391"]}}"#] {
///     let (dossier, mut out) = (Dossier::from_json(json)?, Vec::new());
///     writer.write(&dossier, &mut out);
///     assert_eq!(out, evaluate(&dossier, &context).to_json().into_bytes());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Writer<'a> {
    context: Context<'a>,
    /// The id of the scale that the sentences speak of; nothing when it lies in a dossier.
    scale: Option<String>,
    /// What each rule found of late, and its check as JSON.
    said: Vec<Said>,
    /// Steps of late plans, with the id of their level and as JSON; the oldest first.
    steps: VecDeque<(String, Step, Vec<u8>)>,
    /// What stands around the numbers of the other steps.
    told: Vec<Told>,
    offered: Vec<Offered>,
    around: Vec<u8>,
    sentence: String,
}

/// Different things that a rule found, each with its check as JSON; the oldest first.
type Said = VecDeque<(Finding, Vec<u8>)>;

/// How many are remembered of a rule: few rules have more to say that is not of one dossier alone.
const REMEMBERED: usize = 4;

/// How many steps are remembered: those of a few levels, over a few years.
const STEPS: usize = 48;

/// The longest check that is remembered, in bytes: one that names a thousand rows will not come again.
const LONGEST: usize = 2 << 10;

/// The steps of a rule as JSON: what stands before their numbers, and between these and the sentence.
#[derive(Debug)]
struct Told {
    rule: &'static str,
    before: Vec<u8>,
    between: Vec<u8>,
}

/// An offer as JSON: what stands before and after the places that it fits.
#[derive(Debug)]
struct Offered {
    offer: &'static Offer,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// The most room that is kept from one dossier to the next, in bytes.
const ROOM: usize = 64 << 10;

impl<'a> Writer<'a> {
    /// Nothing written yet, of dossiers to be looked at with this.
    #[must_use]
    pub fn new(context: Context<'a>) -> Self {
        let said = RULES.iter().map(|_| Said::new()).collect();
        Self {
            context,
            scale: None,
            said,
            steps: VecDeque::new(),
            told: Vec::new(),
            offered: Vec::new(),
            around: Vec::new(),
            sentence: String::new(),
        }
    }

    /// What the dossiers are looked at with.
    #[must_use]
    pub fn context(&self) -> &Context<'a> {
        &self.context
    }

    /// Writes the report on a dossier at the end of `out`.
    pub fn write(&mut self, dossier: &Dossier, out: &mut Vec<u8>) {
        let scale = scale_in_force(dossier, &self.context);
        let answer = Answer::of(Facts::new(dossier, &self.context));
        self.speak_of(scale);
        let asked = answer.asked.as_ref().and_then(|asked| Some((asked, asked.request(scale)?)));
        let funded = asked.zip(answer.plan.as_ref());
        let funding =
            funded.map(|((asked, request), plan)| Funding::without_steps(asked, &request, plan));
        let report = Report { funding, ..answered(dossier, &self.context, scale, &answer) };
        let mut around = std::mem::take(&mut self.around);
        around.clear();
        json::write(&report, &mut around);
        // No text holds these: its quotation marks are escaped.
        let (before, rest) = split_after(&around, b"\"checks\":[", Search::FromStart);
        let (mut between, after) = split_after(rest, b"\"suggestions\":[", Search::FromEnd);
        out.extend_from_slice(before);
        self.write_checks(&answer, scale, out);
        if let Some(((_, request), plan)) = &funded {
            let (to_steps, from_steps) = split_after(between, b"\"steps\":[", Search::FromEnd);
            out.extend_from_slice(to_steps);
            self.write_steps(request, plan, out);
            between = from_steps;
        }
        out.extend_from_slice(between);
        self.write_suggestions(&answer, out);
        out.extend_from_slice(after);
        around.clear();
        around.shrink_to(ROOM);
        self.sentence.clear();
        self.sentence.shrink_to(ROOM);
        self.around = around;
    }

    fn write_checks(&mut self, answer: &Answer, scale: &Scale, out: &mut Vec<u8>) {
        let checks = RULES.iter().zip(&answer.findings).zip(&mut self.said);
        for (place, ((rule, finding), said)) in checks.enumerate() {
            if place > 0 {
                out.push(b',');
            }
            if let Some((_, json)) = said.iter().find(|(before, _)| before == finding) {
                out.extend_from_slice(json);
                continue;
            }
            let begin = out.len();
            json::write(&Check::new(rule, finding, self.context.lang, scale), out);
            if let Some(json) = out.get(begin..).filter(|json| json.len() <= LONGEST) {
                if said.len() == REMEMBERED {
                    said.pop_front();
                }
                said.push_back((finding.clone(), json.to_vec()));
            }
        }
    }

    fn write_steps(&mut self, request: &Request<'_>, plan: &Plan, out: &mut Vec<u8>) {
        let Request { scale, level, .. } = request;
        for (place, step) in steps(request, plan).into_iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            // The others hold amounts of one dossier.
            let lasts = matches!(
                step,
                Step::Scale { .. }
                    | Step::NotCofinanced { .. }
                    | Step::Ceiling { .. }
                    | Step::BreakEven { .. }
            );
            if !lasts {
                self.write_passing_step(&step, scale, level, out);
                continue;
            }
            let known = |(of, known, _): &&(String, Step, _)| *known == step && *of == level.id;
            if let Some((_, _, json)) = self.steps.iter().find(known) {
                out.extend_from_slice(json);
                continue;
            }
            let begin = out.len();
            let step = StepInWords::new(step, self.context.lang, scale, level);
            json::write(&step, out);
            if let Some(json) = out.get(begin..) {
                if self.steps.len() == STEPS {
                    self.steps.pop_front();
                }
                self.steps.push_back((level.id.clone(), step.numbers, json.to_vec()));
            }
        }
    }

    /// Only its numbers and its sentence are of this dossier.
    fn write_passing_step(&mut self, step: &Step, scale: &Scale, level: &Level, out: &mut Vec<u8>) {
        let lang = self.context.lang;
        let known = self.told.iter().position(|told| told.rule == step.rule());
        let known = known.unwrap_or_else(|| {
            self.told.push(Told::new(StepInWords::new(step.clone(), lang, scale, level)));
            self.told.len() - 1
        });
        if let Some(Told { before, between, .. }) = self.told.get(known) {
            out.extend_from_slice(before);
            json::write(step, out);
            out.extend_from_slice(between);
            self.sentence.clear();
            messages::step(step, lang, scale, level, &mut self.sentence);
            json::write(&self.sentence, out);
            out.push(b'}');
        }
    }

    fn write_suggestions(&mut self, answer: &Answer, out: &mut Vec<u8>) {
        for (place, Suggested { offer, places }) in answer.suggested.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            let known = self.offered.iter().position(|known| std::ptr::eq(known.offer, *offer));
            let known = known.unwrap_or_else(|| {
                self.offered.push(Offered::new(offer, self.context.lang));
                self.offered.len() - 1
            });
            if let Some(Offered { before, after, .. }) = self.offered.get(known) {
                out.extend_from_slice(before);
                json::write(places, out);
                out.extend_from_slice(after);
            }
        }
    }

    /// Forgets what was said of another scale, and of any that only one dossier has.
    fn speak_of(&mut self, scale: &Scale) {
        let same = |other: Option<&Scale>| other.is_some_and(|other| std::ptr::eq(other, scale));
        let lasts = same(self.context.scale) || same(scale::find(&scale.id));
        if !lasts || self.scale.as_ref() != Some(&scale.id) {
            self.said.iter_mut().for_each(Said::clear);
            self.steps.clear();
            self.told.clear();
            self.scale = lasts.then(|| scale.id.clone());
        }
    }
}

impl Told {
    fn new(step: StepInWords) -> Self {
        let (mut json, mut numbers) = (Vec::new(), Vec::new());
        json::write(&step, &mut json);
        json::write(&step.numbers, &mut numbers);
        let (before, rest) = split_after(&json, b"\"numbers\":", Search::FromStart);
        let rest = rest.strip_prefix(numbers.as_slice()).unwrap_or(rest);
        let (between, _) = split_after(rest, b"\"sentence\":", Search::FromEnd);
        Self { rule: step.rule, before: before.to_vec(), between: between.to_vec() }
    }
}

impl Offered {
    fn new(offer: &'static Offer, lang: Lang) -> Self {
        let mut json = Vec::new();
        json::write(&Suggestion::new(offer, &Places::default(), lang), &mut json);
        let (before, after) = split_after(&json, b"\"fields\":", Search::FromStart);
        let after = after.strip_prefix(b"[]").unwrap_or(after);
        Self { offer, before: before.to_vec(), after: after.to_vec() }
    }
}

/// From where a mark is soon found.
enum Search {
    FromStart,
    FromEnd,
}

/// What stands up to the end of a mark, and what stands after it.
fn split_after<'a>(bytes: &'a [u8], mark: &[u8], search: Search) -> (&'a [u8], &'a [u8]) {
    let mut windows = bytes.windows(mark.len());
    // Most windows are soon told apart by a byte.
    let is_mark = |window: &[u8]| window.first() == mark.first() && window == mark;
    let found = match search {
        Search::FromStart => windows.position(is_mark),
        Search::FromEnd => windows.rposition(is_mark),
    };
    bytes.split_at(found.map_or(bytes.len(), |place| place + mark.len()))
}
