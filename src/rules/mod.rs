//! The rules of the programme: one table, one function for each rule.
//!
//! A rule looks at the facts of a dossier and answers with a [`Finding`]. Every rule runs, in
//! the order of the table; none stops another.

mod action_plan;
mod calendar;
mod chef_de_projet;
mod facts;
mod governance;
mod perimeter;
mod post;

pub use facts::{Context, Lang};
pub(crate) use facts::{Facts, scale_in_force};
pub(crate) use post::Asked;

use serde::Serialize;

use crate::check::{Finding, Level, Source};

/// A rule of the catalogue.
#[derive(Debug, Serialize)]
pub struct Rule {
    /// Its id, such as `P5`: a letter for the chapter, a number.
    pub id: &'static str,
    /// Its short name.
    pub name: &'static str,
    /// How binding it is.
    pub level: Level,
    /// Where it comes from, the most telling source first.
    pub sources: &'static [Source],
    /// The fields that it reads; `*` stands for any row.
    pub reads: &'static [&'static str],
    #[serde(skip)]
    pub(crate) check: fn(&Facts<'_>) -> Finding,
}

const fn faq(section: &'static str) -> Source {
    Source { document: "faq-2023", section: Some(section) }
}

const fn coherence() -> Source {
    Source { document: "coherence", section: None }
}

/// Builds the table: id, name, level, sources, fields read, function.
macro_rules! rules {
    ($( $id:ident $name:literal $level:ident [$($source:expr),+] $reads:expr, $check:path; )*) => {
        &[ $( Rule {
            id: stringify!($id),
            name: $name,
            level: Level::$level,
            sources: &[$($source),+],
            reads: $reads,
            check: $check,
        }, )* ]
    };
}

/// What a funding plan is made from, and what its rules look at.
const PLAN: &[&str] = &[
    "campaign",
    "chef_de_projet.scale",
    "chef_de_projet.fragility_level",
    "chef_de_projet.annual_cost",
    "chef_de_projet.working_time",
    "chef_de_projet.start",
    "chef_de_projet.months",
    "chef_de_projet.other_funding.*.funder",
    "chef_de_projet.other_funding.*.kind",
    "chef_de_projet.other_funding.*.amount",
];

/// Every rule, in the order in which checks are reported.
pub static RULES: &[Rule] = rules! {
    C1 "window" Required [faq("1.2")] &["campaign", "kind", "filed_on"], calendar::window;
    C3 "amendment-opinions" Required [faq("2.3")]
        &[
            "kind", "perimeter.epcis.*", "perimeter.opinions.*.region",
            "perimeter.opinions.*.body", "perimeter.opinions.*.opinion"
        ], calendar::amendment_opinions;
    P1 "members" Required [faq("2.1")] &["perimeter.epcis.*"], perimeter::members;
    P2 "siren" Required [coherence()] &["perimeter.epcis.*"], perimeter::siren;
    P3 "epci-fiscalite-propre" Required [faq("2.1"), faq("2.2")]
        &["perimeter.epcis.*", "perimeter.other_member_reason"], perimeter::epci_fiscalite_propre;
    P5 "single-epci" Required [faq("2.2")]
        &["perimeter.epcis.*", "perimeter.single_epci_reason"], perimeter::single_epci;
    P6 "metropole" Required [faq("2.4")]
        &["perimeter.epcis.*", "perimeter.metropole_reason"], perimeter::metropole;
    P7 "employment-area" Required [faq("2.1"), faq("2.5"), faq("1.4")]
        &["perimeter.employment_area"], perimeter::employment_area;
    G1 "binome" Required [faq("4.1"), faq("4.4"), faq("1.4")]
        &[
            "perimeter.epcis.*", "governance.elus.*.name", "governance.elus.*.part",
            "governance.industriels.*.name", "governance.industriels.*.part",
            "governance.binomes_by_epci.*.epci", "governance.binomes_by_epci.*.elu",
            "governance.binomes_by_epci.*.industriel", "governance.binome_status"
        ], governance::binome;
    G2 "enlarged" Required [faq("4.4")]
        &[
            "governance.elus.*.part", "governance.industriels.*.part", "governance.enlarged_reason"
        ], governance::enlarged;
    G3 "elu-of-territory" Recommended [faq("4.1")]
        &["perimeter.epcis.*", "governance.elus.*.epci"], governance::elu_of_territory;
    G5 "letter" Required [faq("4.5")] &["kind", "governance.letters.*.status"], governance::letter;
    A1 "actions" Required [faq("3.1")] &["kind", "action_plan.actions"], action_plan::actions;
    A2 "described" Required [faq("3.1")]
        &["kind", "action_plan.actions.*.title", "action_plan.actions.*.summary"],
        action_plan::described;
    A3 "priorities" Required [faq("1.5"), faq("3.1")]
        &["kind", "action_plan.actions.*.priorities.*"], action_plan::priorities;
    F1 "host" Recommended [faq("5.3")]
        &[
            "perimeter.epcis.*", "chef_de_projet.host.kind", "chef_de_projet.host.epcis.*",
            "chef_de_projet.host.name", "chef_de_projet.host.wished_by_epcis"
        ], chef_de_projet::host;
    F2 "opinions" Recommended [faq("5.3")]
        &["chef_de_projet.host.opinions_sought"], chef_de_projet::opinions;
    F3 "whole-territory" Recommended [faq("5.3"), faq("5.1")]
        &["chef_de_projet.serves_whole_territory"], chef_de_projet::whole_territory;
    F4 "level" Recommended [faq("5.4")]
        &["chef_de_projet.scale", "chef_de_projet.fragility_level"], chef_de_projet::level;
    F5 "post" Recommended [coherence()]
        &[
            "chef_de_projet.annual_cost", "chef_de_projet.working_time",
            "chef_de_projet.start", "chef_de_projet.months"
        ], chef_de_projet::post;
    F6 "not-over-funded" Recommended [coherence()] PLAN, chef_de_projet::not_over_funded;
    F7 "within-programme" Recommended [faq("1.3")] PLAN, chef_de_projet::within_programme;
    F8 "synergies" Informative [faq("5.2"), faq("5.4")]
        &["chef_de_projet.shared_with"], chef_de_projet::synergies;
    F9 "cofinancing" Recommended [faq("5.2"), faq("5.4")] PLAN, chef_de_projet::cofinancing;
    F10 "scale-status" Informative [faq("5.4")] &["chef_de_projet.scale"], chef_de_projet::scale_status;
    F11 "missions" Informative [faq("5.1")] &[], chef_de_projet::missions;
    F12 "objective" Informative [faq("5.2")] &[], chef_de_projet::objective;
};

/// The rule of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

impl Rule {
    /// The source that a check cites.
    #[must_use]
    pub fn source(&self) -> Source {
        self.sources.first().copied().unwrap_or(coherence())
    }

    /// Whether it reads the field at a path, or one below it.
    pub(crate) fn reads_field(&self, path: &str) -> bool {
        self.reads.iter().any(|read| {
            let mut steps = read.split('.');
            path.split('.').all(|step| steps.next().is_some_and(|read| read == "*" || read == step))
        })
    }
}
