//! What only shows across dossiers: rules B1 to B3, all informative.
//!
//! Dossiers are told one after the other and not kept. What is kept does not grow with their
//! number, apart from the index of the EPCI seen, each with the first two dossiers that have it,
//! and the distinct amounts of the grants, for their median.
//!
//! ```
//! use territoires_industrie::batch::Summary;
//! use territoires_industrie::{Context, Dossier, evaluate, read};
//!
//! let context = Context::on(read::date("2023-09-15").ok_or("no date")?);
//! let mut summary = Summary::new(&context);
//! for line in 1..=2 {
//!     let dossier = Dossier::from_json(r#"{"perimeter": {"epcis": ["200069391"]}}"#)?;
//!     summary.add(line, &dossier, &evaluate(&dossier, &context));
//! }
//! let findings = summary.findings();
//! assert_eq!(findings.overlap.epcis.len(), 1); // the same intercommunalité in both
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod budget;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::campaign::{self, Campaign, Parameter};
use crate::check::Lang;
use crate::check::{Source, Verdict};
use crate::directory::{self, Region};
use crate::dossier::Dossier;
use crate::messages;
use crate::report::Report;
use crate::rules::{Context, campaign_in_force};
use crate::scale::Scale;

use budget::Tally;
pub use budget::{Budget, Cell, Change, ChangeOf, LevelOf, OfLevel, OfRegion, OfYear, Published};

/// The longest name of a territory that is kept, in characters.
const LONGEST_NAME: usize = 80;

/// A dossier of the batch, for people to find it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its line.
    pub line: u64,
    /// The name of its territory, at most 80 characters of it.
    pub territory_name: Option<String>,
}

/// What is known so far of many dossiers.
#[derive(Clone, Debug)]
pub struct Summary {
    lang: Lang,
    /// The newest campaign of the dossiers.
    campaign: Option<&'static Campaign>,
    verdicts: Verdicts,
    /// By SIREN: the first dossiers that have it, two at most, and how many have it.
    seen: BTreeMap<u32, (Vec<Named>, u64)>,
    by_region: BTreeMap<Option<&'static str>, u64>,
    budget: Tally,
}

/// How many dossiers have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the keys are the verdicts")]
pub struct Verdicts {
    pub admissible: u64,
    pub incomplete: u64,
    pub inadmissible: u64,
}

/// What shows across the dossiers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// How many dossiers were read.
    pub dossiers: u64,
    /// How many have each verdict.
    pub verdicts: Verdicts,
    /// B1.
    pub overlap: Overlap,
    /// B2.
    pub by_region: ByRegion,
    /// B3.
    pub budget: Budget,
    /// The language of the sentences.
    pub lang: Lang,
}

/// B1: an EPCI in several dossiers. The sources do not forbid it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Overlap {
    /// `B1`.
    pub rule: &'static str,
    /// What to tell people.
    pub message: String,
    /// Where it comes from.
    pub source: Source,
    /// The EPCI that stand in several dossiers, by SIREN.
    pub epcis: Vec<Shared>,
}

/// An EPCI in several dossiers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shared {
    /// Its SIREN, nine digits.
    pub siren: String,
    /// Its name, when the directory has it.
    pub name: Option<&'static str>,
    /// How many dossiers have it.
    pub dossiers: u64,
    /// The first two of them.
    pub first: Vec<Named>,
}

/// B2: dossiers by région, beside a national order of magnitude: neither a quota nor odds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ByRegion {
    /// `B2`.
    pub rule: &'static str,
    /// What to tell people.
    pub message: String,
    /// Where it comes from.
    pub source: Source,
    /// Territories labelled in the whole country, about.
    pub order_of_magnitude: Option<u32>,
    /// The régions that have dossiers, by code; last those whose région is not known.
    pub regions: Vec<RegionCount>,
}

/// Dossiers of a région.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegionCount {
    /// Nothing when no member is in the directory.
    pub region: Option<&'static Region>,
    /// How many.
    pub dossiers: u64,
}

impl Summary {
    /// Nothing yet, of dossiers to be looked at with this.
    #[must_use]
    pub fn new(context: &Context<'_>) -> Self {
        Self {
            lang: context.lang,
            campaign: None,
            verdicts: Verdicts::default(),
            seen: BTreeMap::new(),
            by_region: BTreeMap::new(),
            budget: Tally::new(context),
        }
    }

    /// The same, with what the posts would cost under another scale beside it.
    #[must_use]
    pub fn against(mut self, scale: Scale) -> Self {
        self.budget.against(scale);
        self
    }

    /// Adds a dossier, found at a line, with its report.
    pub fn add(&mut self, line: u64, dossier: &Dossier, report: &Report) {
        match report.verdict {
            Verdict::Admissible => self.verdicts.admissible += 1,
            Verdict::Incomplete => self.verdicts.incomplete += 1,
            Verdict::Inadmissible => self.verdicts.inadmissible += 1,
        }
        let campaigns = [self.campaign, Some(campaign_in_force(dossier))];
        self.campaign = campaign::all().iter().find(|one| campaigns.contains(&Some(one)));
        let sirens = members(dossier);
        for siren in &sirens {
            let (first, count) = self.seen.entry(*siren).or_default();
            *count += 1;
            if first.len() < 2 {
                let name = dossier.territory_name.text();
                let short = |name: &str| name.chars().take(LONGEST_NAME).collect();
                let territory_name = name.as_deref().map(short);
                first.push(Named { line, territory_name });
            }
        }
        let region = region_of(&sirens);
        *self.by_region.entry(region).or_default() += 1;
        if let Some(funding) = &report.funding {
            self.budget.add(dossier, funding, region);
        }
    }

    /// What shows so far.
    #[must_use]
    pub fn findings(&self) -> Findings {
        let lang = self.lang;
        let campaign = self.campaign.unwrap_or_else(campaign::newest);
        let Verdicts { admissible, incomplete, inadmissible } = self.verdicts;
        Findings {
            dossiers: admissible + incomplete + inadmissible,
            verdicts: self.verdicts,
            overlap: self.overlap(lang),
            by_region: self.by_region(campaign, lang),
            budget: self.budget.found(campaign, lang),
            lang,
        }
    }

    fn overlap(&self, lang: Lang) -> Overlap {
        let shared = self.seen.iter().filter(|(_, (_, dossiers))| *dossiers > 1);
        let epcis: Vec<Shared> = shared
            .map(|(siren, (first, dossiers))| Shared {
                siren: format!("{siren:09}"),
                name: directory::find(*siren).map(directory::Epci::label),
                dossiers: *dossiers,
                first: first.clone(),
            })
            .collect();
        let source = Source { document: "coherence", section: None };
        Overlap { rule: "B1", message: messages::overlap(epcis.len(), lang), source, epcis }
    }

    fn by_region(&self, campaign: &'static Campaign, lang: Lang) -> ByRegion {
        let order = campaign.territories_order_of_magnitude.as_ref();
        let order_of_magnitude = order.map(|order| order.value);
        let (document, section) = match order {
            Some(Parameter { source, .. }) => (&*source.document, source.section.as_deref()),
            None => ("faq-2023", Some("1.4")),
        };
        ByRegion {
            rule: "B2",
            message: messages::by_region(order_of_magnitude, lang),
            source: Source { document, section },
            order_of_magnitude,
            regions: unknown_last(&self.by_region)
                .map(|(region, dossiers)| RegionCount { region, dossiers: *dossiers })
                .collect(),
        }
    }
}

/// By région; last what has none.
fn unknown_last<'a, T>(
    all: &'a BTreeMap<Option<&'static str>, T>,
) -> impl Iterator<Item = (Option<&'static Region>, &'a T)> {
    let known = all.iter().filter(|(region, _)| region.is_some());
    let unknown = all.iter().filter(|(region, _)| region.is_none());
    known.chain(unknown).map(|(region, value)| (region.and_then(directory::region), value))
}

/// The distinct members that are fully read.
fn members(dossier: &Dossier) -> Vec<u32> {
    let rows = dossier.perimeter.epcis.iter();
    let mut sirens: Vec<u32> =
        rows.filter_map(|(_, member)| member.get()?.siren.number()).collect();
    sirens.sort_unstable();
    sirens.dedup();
    sirens
}

/// The région where most of the population of these EPCI lives; the first by code of equal ones.
/// The population of an EPCI over several régions is taken in equal parts, for want of better.
fn region_of(sirens: &[u32]) -> Option<&'static str> {
    let mut lives: BTreeMap<&'static str, u64> = BTreeMap::new();
    for epci in sirens.iter().filter_map(|siren| directory::find(*siren)) {
        let regions = epci.regions().count() as u64;
        for region in epci.regions() {
            *lives.entry(region.code).or_default() +=
                u64::from(epci.population).checked_div(regions).unwrap_or(0);
        }
    }
    let most = lives.values().copied().max()?;
    lives.into_iter().find(|(_, population)| *population == most).map(|(code, _)| code)
}
