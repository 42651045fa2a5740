//! What a report comes to.

use serde::Serialize;

use super::{Answer, Progress, Remarks};
use crate::check::Verdict;
use crate::dossier::Dossier;
use crate::rules::{Context, Facts, scale_in_force};

/// What a report comes to, without its sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conclusion {
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict without rule C1.
    pub verdict_apart_from_window: Verdict,
    /// How many required rules hold.
    pub progress: Progress,
    /// The rules to act on, as in the report.
    pub next_steps: Vec<&'static str>,
}

/// The same as [`evaluate`](super::evaluate) for those who need no sentence and no plan: some times faster.
///
/// ```
/// use territoires_industrie::report::conclude;
/// use territoires_industrie::{Context, Dossier, Verdict, read};
///
/// let day = read::date("2023-09-15").ok_or("no date")?;
/// let conclusion = conclude(&Dossier::default(), &Context::on(day));
/// assert_eq!(conclusion.verdict, Verdict::Incomplete);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn conclude(dossier: &Dossier, context: &Context<'_>) -> Conclusion {
    let answer = Answer::of(Facts::new(dossier, context));
    let remarks = Remarks::of(dossier, context.lang, scale_in_force(dossier, context));
    let [verdict, verdict_apart_from_window] = answer.verdicts(&remarks);
    Conclusion {
        verdict,
        verdict_apart_from_window,
        progress: answer.progress(),
        next_steps: answer.next_steps(),
    }
}
