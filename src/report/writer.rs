//! Many reports as JSON, one after the other.

use std::collections::VecDeque;

use super::{Answer, Check, Report, answered};
use crate::check::Finding;
use crate::dossier::Dossier;
use crate::rules::{Context, Facts, RULES, scale_in_force};
use crate::scale::{self, Scale};

/// Writes reports, the same bytes as [`Report::to_json`]. Most rules find in a dossier what they
/// found in one of the last few: what was said of it is then written again, and not made again.
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
    around: Vec<u8>,
}

/// Different things that a rule found, each with its check as JSON; the oldest first.
type Said = VecDeque<(Finding, Vec<u8>)>;

/// How many are remembered of a rule: few rules have more to say that is not of one dossier alone.
const REMEMBERED: usize = 4;

/// The longest check that is remembered, in bytes: one that names a thousand rows will not come again.
const LONGEST: usize = 2 << 10;

impl<'a> Writer<'a> {
    /// Nothing written yet, of dossiers to be looked at with this.
    #[must_use]
    pub fn new(context: Context<'a>) -> Self {
        let said = RULES.iter().map(|_| Said::new()).collect();
        Self { context, scale: None, said, around: Vec::new() }
    }

    /// What the dossiers are looked at with.
    #[must_use]
    pub fn context(&self) -> &Context<'a> {
        &self.context
    }

    /// Writes the report on a dossier at the end of `out`.
    pub fn write(&mut self, dossier: &Dossier, out: &mut Vec<u8>) {
        const CHECKS: &[u8] = b"\"checks\":[";
        let scale = scale_in_force(dossier, &self.context);
        let answer = Answer::of(Facts::new(dossier, &self.context));
        self.speak_of(scale);
        self.around.clear();
        let report: Report = answered(dossier, &self.context, scale, &answer);
        // Neither a map with odd keys nor a failing writer is in it, here and below.
        let _ = serde_json::to_writer(&mut self.around, &report);
        // Before the checks stand two verdicts, which do not hold this.
        let found = self.around.windows(CHECKS.len()).position(|bytes| bytes == CHECKS);
        let Some((before, after)) =
            found.and_then(|place| self.around.split_at_checked(place + CHECKS.len()))
        else {
            return;
        };
        out.extend_from_slice(before);
        let checks = RULES.iter().zip(&answer.findings).zip(&mut self.said);
        for (place, ((rule, finding), said)) in checks.enumerate() {
            if place > 0 {
                out.push(b',');
            }
            if let Some((_, json)) = said.iter().find(|(before, _)| before == finding) {
                out.extend_from_slice(json);
                continue;
            }
            let mut json = Vec::new();
            let check = Check::new(rule, finding, self.context.lang, scale);
            let _ = serde_json::to_writer(&mut json, &check);
            out.extend_from_slice(&json);
            if json.len() <= LONGEST {
                if said.len() == REMEMBERED {
                    said.pop_front();
                }
                said.push_back((finding.clone(), json));
            }
        }
        out.extend_from_slice(after);
    }

    /// Forgets what was said of another scale, and of any that only one dossier has.
    fn speak_of(&mut self, scale: &Scale) {
        let same = |other: Option<&Scale>| other.is_some_and(|other| std::ptr::eq(other, scale));
        let lasts = same(self.context.scale) || same(scale::find(&scale.id));
        if !lasts || self.scale.as_ref() != Some(&scale.id) {
            self.said.iter_mut().for_each(Said::clear);
            self.scale = lasts.then(|| scale.id.clone());
        }
    }
}
