//! Many reports as JSON, one after the other.

use super::{Answer, Check, Report, answered};
use crate::check::Finding;
use crate::dossier::Dossier;
use crate::rules::{Context, Facts, RULES, scale_in_force};
use crate::scale::{self, Scale};

/// Writes reports, the same bytes as [`Report::to_json`]. Most rules find in a dossier what they
/// found in the one before: what was said of it is then written again, and not made again.
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
    /// What each rule found last, and its check as JSON.
    last: Vec<Option<(Finding, Vec<u8>)>>,
    around: Vec<u8>,
}

impl<'a> Writer<'a> {
    /// Nothing written yet, of dossiers to be looked at with this.
    #[must_use]
    pub fn new(context: Context<'a>) -> Self {
        let last = RULES.iter().map(|_| None).collect();
        Self { context, scale: None, last, around: Vec::new() }
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
        let checks = RULES.iter().zip(&answer.findings).zip(&mut self.last);
        for (place, ((rule, finding), last)) in checks.enumerate() {
            if place > 0 {
                out.push(b',');
            }
            if let Some((_, json)) = last.as_ref().filter(|(before, _)| before == finding) {
                out.extend_from_slice(json);
                continue;
            }
            let (_, json) = last.insert((finding.clone(), Vec::new()));
            let _ = serde_json::to_writer(
                &mut *json,
                &Check::new(rule, finding, self.context.lang, scale),
            );
            out.extend_from_slice(json);
        }
        out.extend_from_slice(after);
    }

    /// Forgets what was said of another scale, and of any that only one dossier has.
    fn speak_of(&mut self, scale: &Scale) {
        let same = |other: Option<&Scale>| other.is_some_and(|other| std::ptr::eq(other, scale));
        let lasts = same(self.context.scale) || same(scale::find(&scale.id));
        if !lasts || self.scale.as_ref() != Some(&scale.id) {
            self.last.fill(None);
            self.scale = lasts.then(|| scale.id.clone());
        }
    }
}
