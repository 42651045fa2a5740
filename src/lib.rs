//! The rules of the French programme « Territoires d'industrie »: eligibility, explained, and the
//! cofinancing of a *chef de projet*, exact to the cent.
//!
//! One pure function, [`evaluate`], takes a [`Dossier`] and a [`Context`] and gives a [`Report`]:
//! every rule with its outcome, its sentence and its source, the verdict, and who pays what. It has
//! no clock, no network and no state; the same dossier gives the same bytes in a browser and on a
//! server. [`LiveForm`] does the same while a person types, one field at a time.
//!
//! ```
//! use territoires_industrie::{Context, Dossier, LiveForm, Settings, evaluate, read};
//!
//! let day = read::date("2023-09-15").ok_or("no date")?;
//!
//! // One dossier:
//! let dossier = Dossier::from_json(r#"{"perimeter": {"epcis": ["200069391", "200069409"]}}"#)?;
//! println!("{}", evaluate(&dossier, &Context::on(day)).to_json());
//!
//! // The same, field by field:
//! let mut form = LiveForm::new(Dossier::default(), Settings::on(day));
//! assert!(form.set("perimeter.epcis.0", "200069391")); // the report changed
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The check is indicative, not official: the programme's guide and its form may ask for more, and
//! the State and the Régions decide. Figures by level of fragility are hypotheses of ours, since
//! none is published: see [`scale`].

pub mod batch;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod browser;
pub mod campaign;
pub mod catalogue;
pub mod check;
mod digits;
pub mod directory;
pub mod document;
pub mod dossier;
pub mod funding;
pub mod live;
pub mod messages;
pub mod money;
pub mod prefill;
pub mod read;
pub mod report;
pub mod rules;
pub mod scale;
pub mod scenarios;
pub mod simulation;
pub mod value;

pub use check::{Lang, Verdict};
pub use dossier::Dossier;
pub use live::{LiveForm, Settings};
pub use report::{Report, evaluate};
pub use rules::{Context, RULES, Rule};
pub use simulation::simulate;
