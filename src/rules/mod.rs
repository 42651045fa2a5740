//! The rules of the programme: one table, one function for each rule.
//!
//! A rule looks at the facts of a dossier and answers with a finding. Every rule runs, in
//! the order of the table; none stops another.

mod action_plan;
mod calendar;
mod chef_de_projet;
mod facts;
mod governance;
mod perimeter;
mod post;
mod suggestions;

pub use facts::{Context, scale_in_force};
pub(crate) use facts::{Facts, campaign_in_force};
pub(crate) use post::Asked;
pub(crate) use suggestions::{Suggested, suggestions};

use serde::Serialize;

use crate::check::{Finding, Level, Outcome, Place, Say, Source};
use crate::dossier::{Field, Text};

/// A rule of the catalogue.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Rule {
    /// Its id, such as `P5`: a letter for the chapter, a number.
    pub id: &'static str,
    /// Its short name.
    pub name: &'static str,
    /// How binding it is.
    pub level: Level,
    /// Whether a threshold or a reading in it is ours and not the source's.
    pub ours: bool,
    /// Where it comes from, the most telling source first.
    pub sources: &'static [Source],
    /// The fields that it reads; `*` stands for any row, a list for whether it has rows. Besides
    /// them, `campaign`, whose texts may not give the rule.
    pub reads: &'static [&'static str],
    /// The outcomes that it can have in a campaign whose texts give it.
    pub outcomes: &'static [Outcome],
    #[serde(skip)]
    pub(crate) check: fn(&Facts<'_>) -> Finding,
}

const fn faq(section: &'static str) -> Source {
    Source { document: "faq-2023", section: Some(section) }
}

const fn coherence() -> Source {
    Source { document: "coherence", section: None }
}

/// Builds the table: id, name, level, whether something in it is ours, outcomes, sources, fields read, function.
macro_rules! rules {
    ($(
        $id:ident $name:literal $level:ident $(+ $ours:ident)? $($outcome:ident)|+ [$($source:expr),+] $reads:expr,
        $check:path;
    )*) => {
        &[ $( Rule {
            id: stringify!($id),
            name: $name,
            level: Level::$level,
            ours: [$(stringify!($ours),)? ""].len() > 1,
            sources: &[$($source),+],
            reads: $reads,
            outcomes: &[$(Outcome::$outcome),+],
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

const ACTIONS: &str = "action_plan.actions";
const START: &str = "action_plan.actions.*.start";
const END: &str = "action_plan.actions.*.end";
const UNDER_WAY: &str = "action_plan.actions.*.under_way";

/// Every rule, in the order in which checks are reported.
pub static RULES: &[Rule] = rules! {
    C1 "window" Required + ours Met | Unmet | Unknown | NotApplicable [faq("1.2")]
        &["campaign", "kind", "filed_on"], calendar::window;
    C2 "former-territory" Informative Met | NotApplicable [faq("1.2"), faq("1.5")]
        &["kind", "labelled_2019_2022"], calendar::former_territory;
    C3 "amendment-opinions" Required + ours Met | Unmet | Unknown | NotApplicable [faq("2.3")]
        &[
            "kind", "perimeter.epcis.*", "perimeter.opinions.*.region",
            "perimeter.opinions.*.body", "perimeter.opinions.*.opinion"
        ], calendar::amendment_opinions;
    C4 "contacts" Informative Met [faq("1.2"), faq("4.2")]
        &["perimeter.epcis.*"], calendar::contacts;
    C5 "three-parts" Informative Met | NotApplicable [faq("1.2")]
        &["kind"], calendar::three_parts;
    C6 "after-filing" Informative Met | NotApplicable [faq("1.3")]
        &["kind"], calendar::after_filing;
    C7 "amendment-scope" Informative Met | NotApplicable [faq("2.3")]
        &["kind"], calendar::amendment_scope;
    P1 "members" Required Met | Unknown [faq("2.1")]
        &["perimeter.epcis.*"], perimeter::members;
    P2 "siren" Required Met | Unmet | Unknown | NotApplicable [coherence()]
        &["perimeter.epcis.*"], perimeter::siren;
    P3 "epci-fiscalite-propre" Required + ours Met | Unknown | NotApplicable [faq("2.1"), faq("2.2")]
        &["perimeter.epcis.*", "perimeter.other_member_reason"], perimeter::epci_fiscalite_propre;
    P4 "distinct-members" Recommended Met | Unmet | Unknown | NotApplicable [coherence()]
        &["perimeter.epcis.*"], perimeter::distinct_members;
    P5 "single-epci" Required Met | Unknown | NotApplicable [faq("2.2")]
        &["perimeter.epcis.*", "perimeter.single_epci_reason"], perimeter::single_epci;
    P6 "metropole" Required + ours Met | Unknown | NotApplicable [faq("2.4")]
        &["perimeter.epcis.*", "perimeter.metropole_reason"], perimeter::metropole;
    P7 "employment-area" Required Met | Unknown [faq("2.1"), faq("2.5"), faq("1.4")]
        &["perimeter.employment_area"], perimeter::employment_area;
    P8 "crte" Recommended Met | Unmet | Unknown [faq("2.1")]
        &["perimeter.crte"], perimeter::crte;
    P9 "departements" Informative Met | NotApplicable [faq("2.1"), faq("2.5")]
        &["perimeter.epcis.*"], perimeter::departements;
    P10 "regions" Informative Met | NotApplicable [faq("2.1"), faq("2.5")]
        &["perimeter.epcis.*"], perimeter::regions;
    P11 "project-perimeters" Recommended Met | Unknown [faq("1.4"), faq("2.1")]
        &["perimeter.project_perimeters.*.kind", "perimeter.project_perimeters.*.name"],
        perimeter::project_perimeters;
    G1 "binome" Required Met | Unknown [faq("4.1"), faq("4.4"), faq("1.4")]
        &[
            "perimeter.epcis.*", "governance.elus.*.name", "governance.elus.*.part",
            "governance.industriels.*.name", "governance.industriels.*.part",
            "governance.binomes_by_epci.*.epci", "governance.binomes_by_epci.*.elu",
            "governance.binomes_by_epci.*.industriel", "governance.binome_status"
        ], governance::binome;
    G2 "enlarged" Required Met | Unknown | NotApplicable [faq("4.4")]
        &[
            "governance.elus", "governance.elus.*.part", "governance.industriels",
            "governance.industriels.*.part", "governance.enlarged_reason"
        ], governance::enlarged;
    G3 "elu-of-territory" Recommended + ours Met | Unmet | Unknown | NotApplicable [faq("4.1")]
        &["perimeter.epcis.*", "governance.elus.*.epci"], governance::elu_of_territory;
    G4 "steering-committee" Recommended Met | Unmet | Unknown [faq("4.1")]
        &["governance.steering_committee"], governance::steering_committee;
    G5 "letter" Required Met | Unmet | Unknown | NotApplicable [faq("4.5")]
        &["kind", "governance.letters", "governance.letters.*.status"], governance::letter;
    G6 "reporting" Recommended Met | Unmet | Unknown [faq("3.4")]
        &["governance.reporting_commitment"], governance::reporting;
    G7 "free-form" Informative Met [faq("3.4")] &[], governance::free_form;
    G8 "consensus" Recommended Met | Unknown [faq("3.1")]
        &["governance.consulted.*"], governance::consensus;
    G9 "network" Informative Met [faq("1.4")]
        &["governance.network_commitment"], governance::network;
    A1 "actions" Required Met | Unknown | NotApplicable [faq("3.1")]
        &["kind", ACTIONS], action_plan::actions;
    A2 "described" Required Met | Unknown | NotApplicable [faq("3.1")]
        &["kind", ACTIONS, "action_plan.actions.*.title", "action_plan.actions.*.summary"],
        action_plan::described;
    A3 "priorities" Required Met | Unknown | NotApplicable [faq("1.5"), faq("3.1")]
        &["kind", ACTIONS, "action_plan.actions.*.priorities.*"], action_plan::priorities;
    A4 "four-years" Recommended + ours Met | Unmet | NotApplicable [faq("3.1"), faq("1.4")]
        &["kind", ACTIONS, START, END, UNDER_WAY], action_plan::four_years;
    A5 "programme-end" Recommended + ours Met | Unmet | NotApplicable [faq("1.3"), faq("1.4")]
        &["kind", ACTIONS, START, END], action_plan::programme_end;
    A6 "phased" Informative + ours Met | NotApplicable [faq("3.1")]
        &["kind", ACTIONS, START, END, "action_plan.actions.*.phases"], action_plan::phased;
    A7 "focused" Informative + ours Met | NotApplicable [faq("3.2"), faq("1.1")]
        &["kind", ACTIONS], action_plan::focused;
    A8 "priorities-covered" Informative Met | Unmet | NotApplicable [faq("1.5")]
        &["kind", ACTIONS, "action_plan.actions.*.priorities.*"], action_plan::priorities_covered;
    A9 "dates" Recommended Met | Unmet | NotApplicable [coherence()]
        &["kind", ACTIONS, START, END], action_plan::dates;
    A10 "fiche-action" Informative Met | Unmet | NotApplicable [faq("3.2")]
        &[
            "kind", ACTIONS, "action_plan.actions.*.summary", "action_plan.actions.*.lead",
            "action_plan.actions.*.partners.*", "action_plan.actions.*.cost",
            "action_plan.actions.*.financing_need", START, END,
            "action_plan.actions.*.indicators.*"
        ], action_plan::fiche_action;
    A11 "under-way" Informative Met | NotApplicable [faq("3.3")]
        &["kind", ACTIONS, UNDER_WAY], action_plan::under_way;
    A12 "srdeii" Recommended Met | Unknown | NotApplicable [faq("3.1"), faq("1.1")]
        &["kind", "action_plan.srdeii"], action_plan::srdeii;
    A13 "local-stakes" Recommended Met | Unknown | NotApplicable [faq("1.4"), faq("3.1")]
        &["kind", "action_plan.local_stakes"], action_plan::local_stakes;
    A14 "strategy" Recommended Met | Unknown | NotApplicable [faq("3.1")]
        &["kind", "action_plan.strategy"], action_plan::strategy;
    A15 "lead" Informative Met | NotApplicable [faq("3.1")] &["kind", ACTIONS], action_plan::lead;
    F1 "host" Recommended Met | Unmet | Unknown | NotApplicable [faq("5.3")]
        &[
            "perimeter.epcis.*", "chef_de_projet.host.kind", "chef_de_projet.host.epcis.*",
            "chef_de_projet.host.name", "chef_de_projet.host.wished_by_epcis"
        ], chef_de_projet::host;
    F2 "opinions" Recommended Met | Unmet | Unknown | NotApplicable [faq("5.3")]
        &["chef_de_projet.host.opinions_sought"], chef_de_projet::opinions;
    F3 "whole-territory" Recommended Met | Unmet | Unknown | NotApplicable [faq("5.3"), faq("5.1")]
        &["chef_de_projet.serves_whole_territory"], chef_de_projet::whole_territory;
    F4 "level" Recommended + ours Met | Unknown | NotApplicable [faq("5.4")]
        &["chef_de_projet.scale", "chef_de_projet.fragility_level"], chef_de_projet::level;
    F5 "post" Recommended + ours Met | Unmet | Unknown | NotApplicable [coherence()]
        &[
            "chef_de_projet.annual_cost", "chef_de_projet.working_time",
            "chef_de_projet.start", "chef_de_projet.months"
        ], chef_de_projet::post;
    F6 "not-over-funded" Recommended Met | Unmet | Unknown | NotApplicable [coherence()]
        PLAN, chef_de_projet::not_over_funded;
    F7 "within-programme" Recommended + ours Met | Unmet | Unknown | NotApplicable [faq("1.3")]
        PLAN, chef_de_projet::within_programme;
    F8 "synergies" Informative Met | NotApplicable [faq("5.2"), faq("5.4")]
        &["chef_de_projet.shared_with"], chef_de_projet::synergies;
    F9 "cofinancing" Recommended Met | Unmet | Unknown | NotApplicable [faq("5.2"), faq("5.4")]
        PLAN, chef_de_projet::cofinancing;
    F10 "scale-status" Informative Met | NotApplicable [faq("5.4")]
        &["chef_de_projet.scale"], chef_de_projet::scale_status;
    F11 "missions" Informative Met | NotApplicable [faq("5.1")] &[], chef_de_projet::missions;
    F12 "objective" Informative Met | NotApplicable [faq("5.2")] &[], chef_de_projet::objective;
    W1 "mutation" Informative Met | NotApplicable [faq("1.4")]
        &["flags.industrial_mutation"], calendar::mutation;
    W2 "fragile" Informative Met | NotApplicable [faq("1.4")]
        &["flags.fragile_territory"], calendar::fragile;
};

/// The rule of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

impl Rule {
    /// What it finds in a dossier. Where the texts of the campaign do not give the rule, nothing is
    /// made up: what it would ask is not known.
    pub(crate) fn look_at(&self, facts: &Facts<'_>) -> Finding {
        let finding = (self.check)(facts);
        if finding.outcome == Outcome::NotApplicable || self.is_given_by(facts) {
            return finding;
        }
        let outcome = match self.level {
            Level::Informative => Outcome::NotApplicable,
            Level::Required | Level::Recommended => Outcome::Unknown,
        };
        Finding { outcome, say: Say::CampaignSilent, data: None, ..finding }
    }

    /// Whether the texts of the campaign give it; what is coherent in a dossier needs no text.
    fn is_given_by(&self, facts: &Facts<'_>) -> bool {
        let named = |source: &Source| facts.campaign.rules_document == Some(source.document);
        self.source().section.is_none() || self.sources.iter().any(named)
    }

    /// The source that a check cites.
    #[must_use]
    pub fn source(&self) -> Source {
        self.sources.first().copied().unwrap_or(coherence())
    }

    /// Whether it reads the field at a path, or one below it.
    #[must_use]
    pub fn reads_field(&self, path: &str) -> bool {
        // Most begin otherwise: these need no steps.
        let begins_alike = |read: &&&str| read.as_bytes().first() == path.as_bytes().first();
        self.reads.iter().filter(begins_alike).any(|read| {
            let mut steps = read.split('.');
            path.split('.').all(|step| steps.next().is_some_and(|read| read == "*" || read == step))
        })
    }
}

/// Who is a member, and of which régions, is not known yet.
fn members_to_complete() -> Finding {
    Finding::new(Outcome::Unknown, Say::MembersToComplete, &[Place::At("perimeter.epcis")])
}

/// What a yes or no says of a rule: yes, no, not answered.
fn yes_no(answer: Option<bool>, [yes, no, missing]: [Say; 3], places: &'static [Place]) -> Finding {
    match answer {
        Some(true) => Finding::new(Outcome::Met, yes, places),
        Some(false) => Finding::new(Outcome::Unmet, no, places),
        None => Finding::new(Outcome::Unknown, missing, places),
    }
}

/// What a free text says of a rule: given, or not answered.
fn text_given(text: &Field<Text>, [given, missing]: [Say; 2], places: &'static [Place]) -> Finding {
    match text.get() {
        Some(_) => Finding::new(Outcome::Met, given, places),
        None => Finding::new(Outcome::Unknown, missing, places),
    }
}
