//! B3: what posts cost the State, under their scale and under another one.

use std::collections::BTreeMap;

use serde::Serialize;

use super::unknown_last;
use crate::campaign::Campaign;
use crate::check::{Lang, Source};
use crate::directory::Region;
use crate::dossier::Dossier;
use crate::messages;
use crate::money::{Cents, mul_div};
use crate::rules::{Context, Facts};
use crate::scale::{self, Scale, Status};
use crate::simulation::Funding;

/// The code of a région, when it is known.
type RegionCode = Option<&'static str>;

/// B3: what the State would pay, by hypothesis. A territory over several régions counts in the one
/// where most of its population lives, which is our reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Budget {
    /// `B3`.
    pub rule: &'static str,
    /// What to tell people.
    pub message: String,
    /// Where it comes from.
    pub source: Source,
    /// Posts that could be simulated.
    pub posts: u64,
    /// What the State would pay in all.
    pub grant: Cents,
    /// A post on average, half up.
    pub average: Option<Cents>,
    /// The grant of the post in the middle; of two, the half of their sum, half up.
    pub median: Option<Cents>,
    /// By level of fragility.
    pub by_level: Vec<OfLevel>,
    /// By région, likewise.
    pub by_region: Vec<OfRegion>,
    /// By calendar year; a post counts in each of its years.
    pub by_year: Vec<OfYear>,
    /// By all three together.
    pub cells: Vec<Cell>,
    /// What the same posts would cost under another scale, when there is one.
    pub change: Option<Change>,
    /// The only public figures, an order of magnitude.
    pub published: Option<Published>,
}

/// What posts would cost under another scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The id of the other scale.
    pub scale: String,
    /// What its figures are worth.
    pub status: Status,
    /// Posts that have a plan under both.
    pub posts: u64,
    /// Posts that have none under the other one: it lacks their level or its rate.
    pub without_plan: u64,
    /// What they would cost in all.
    pub grant: Cents,
    /// How much more than under their own scale; negative when less.
    pub difference: Cents,
    /// By level of fragility.
    pub by_level: Vec<ChangeOf<LevelOf>>,
    /// By région, by code; last those whose région is not known.
    pub by_region: Vec<ChangeOf<Option<&'static str>>>,
    /// By calendar year.
    pub by_year: Vec<ChangeOf<i32>>,
}

/// A level of a scale.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[expect(missing_docs, reason = "as in a funding plan; `own` for the scales typed in dossiers")]
pub struct LevelOf {
    pub scale: String,
    pub level: String,
}

/// What a change of scale does to some posts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeOf<T> {
    /// The level, the région or the year.
    pub of: T,
    /// What they would cost.
    pub grant: Cents,
    /// How much more; negative when less.
    pub difference: Cents,
}

/// The public figures of the posts of the programme: over a time that is not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Published {
    /// Posts filled or being filled.
    pub posts: u32,
    /// What they cost the State, about.
    pub grant: Cents,
    /// A post on average.
    pub average: Cents,
    /// When that was.
    pub at: &'static crate::campaign::Label,
    /// Where the figures come from.
    pub source: &'static crate::campaign::Source,
}

/// Posts of a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as in a funding plan; `own` for the scales typed in dossiers")]
pub struct OfLevel {
    pub scale: String,
    pub level: String,
    pub status: Status,
    pub posts: u64,
    pub grant: Cents,
}

/// Posts of a région.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as above")]
pub struct OfRegion {
    pub region: Option<&'static Region>,
    pub posts: u64,
    pub grant: Cents,
}

/// Posts of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as above")]
pub struct OfYear {
    pub year: i32,
    pub posts: u64,
    pub grant: Cents,
}

/// Grants of a level, a région and a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "as above")]
pub struct Cell {
    pub scale: String,
    pub level: String,
    pub region: Option<&'static str>,
    pub year: i32,
    pub grant: Cents,
}

/// Posts, and what the State would pay for them.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    posts: u64,
    grant: Cents,
}

impl Sum {
    fn add(&mut self, grant: Cents) {
        self.posts += 1;
        self.grant = [self.grant, grant].into_iter().sum();
    }
}

/// What is known so far of the posts.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    context: (time::Date, Lang),
    /// Whether the caller gives the scale: its levels are then those of every post.
    one_scale: bool,
    posts: u64,
    /// By scale and level.
    by_level: BTreeMap<(String, String), (Status, Sum)>,
    by_region: BTreeMap<RegionCode, Sum>,
    by_year: BTreeMap<i32, Sum>,
    cells: BTreeMap<(String, String, RegionCode, i32), Cents>,
    /// How many posts have each grant.
    grants: BTreeMap<Cents, u64>,
    other: Option<Other>,
}

/// The posts under another scale.
#[derive(Clone, Debug)]
struct Other {
    scale: Scale,
    posts: u64,
    without_plan: u64,
    all: Pair,
    by_level: BTreeMap<LevelOf, Pair>,
    by_region: BTreeMap<RegionCode, Pair>,
    by_year: BTreeMap<i32, Pair>,
}

/// What posts cost before and after a change.
#[derive(Clone, Copy, Debug, Default)]
struct Pair {
    before: Cents,
    after: Cents,
}

impl Pair {
    fn add(&mut self, before: Cents, after: Cents) {
        self.before = [self.before, before].into_iter().sum();
        self.after = [self.after, after].into_iter().sum();
    }

    fn of<T>(self, of: T) -> ChangeOf<T> {
        ChangeOf { of, grant: self.after, difference: self.difference() }
    }

    fn difference(self) -> Cents {
        Cents(self.after.0.saturating_sub(self.before.0))
    }
}

impl Tally {
    pub fn new(context: &Context<'_>) -> Self {
        Self {
            context: (context.day, context.lang),
            one_scale: context.scale.is_some(),
            posts: 0,
            by_level: BTreeMap::new(),
            by_region: BTreeMap::new(),
            by_year: BTreeMap::new(),
            cells: BTreeMap::new(),
            grants: BTreeMap::new(),
            other: None,
        }
    }

    pub fn against(&mut self, scale: Scale) {
        self.other = Some(Other {
            scale,
            posts: 0,
            without_plan: 0,
            all: Pair::default(),
            by_level: BTreeMap::new(),
            by_region: BTreeMap::new(),
            by_year: BTreeMap::new(),
        });
    }

    pub fn add(&mut self, dossier: &Dossier, funding: &Funding, region: RegionCode) {
        // The levels of scales typed in dossiers are as many as their authors like: one for all.
        let shipped = || {
            let scale = scale::find(&funding.scale);
            scale.is_some_and(|scale| {
                scale.status == funding.status && scale.level(&funding.level).is_some()
            })
        };
        let (scale, level, status) = match self.one_scale || shipped() {
            true => (funding.scale.clone(), funding.level.clone(), funding.status),
            false => ("own".to_owned(), "own".to_owned(), Status::Custom),
        };
        let grant = funding.totals.grant;
        self.posts += 1;
        *self.grants.entry(grant).or_default() += 1;
        let of_level = self.by_level.entry((scale.clone(), level.clone()));
        of_level.or_insert((status, Sum::default())).1.add(grant);
        self.by_region.entry(region).or_default().add(grant);
        for year in &funding.years {
            self.by_year.entry(year.year).or_default().add(year.grant);
            let key = (scale.clone(), level.clone(), region, year.year);
            let cell = self.cells.entry(key).or_default();
            *cell = [*cell, year.grant].into_iter().sum();
        }
        let (day, lang) = self.context;
        if let Some(other) = &mut self.other {
            other.add(dossier, funding, region, LevelOf { scale, level }, (day, lang));
        }
    }

    pub fn found(&self, campaign: &'static Campaign, lang: Lang) -> Budget {
        let grant: Cents = self.by_level.values().map(|(_, sum)| sum.grant).sum();
        let average = u64::try_from(grant.0).ok().and_then(|all| mul_div(all, 1, self.posts));
        Budget {
            rule: "B3",
            message: messages::budget(self.posts, lang),
            source: Source { document: "faq-2023", section: Some("5.4") },
            posts: self.posts,
            grant,
            average: average.and_then(|cents| i64::try_from(cents).ok()).map(Cents),
            median: self.median(),
            by_level: self
                .by_level
                .iter()
                .map(|((scale, level), (status, sum))| OfLevel {
                    scale: scale.clone(),
                    level: level.clone(),
                    status: *status,
                    posts: sum.posts,
                    grant: sum.grant,
                })
                .collect(),
            by_region: unknown_last(&self.by_region)
                .map(|(region, sum)| OfRegion { region, posts: sum.posts, grant: sum.grant })
                .collect(),
            by_year: self
                .by_year
                .iter()
                .map(|(year, sum)| OfYear { year: *year, posts: sum.posts, grant: sum.grant })
                .collect(),
            cells: self
                .cells
                .iter()
                .map(|((scale, level, region, year), grant)| Cell {
                    scale: scale.clone(),
                    level: level.clone(),
                    region: *region,
                    year: *year,
                    grant: *grant,
                })
                .collect(),
            change: self.other.as_ref().map(Other::found),
            published: published(campaign),
        }
    }

    fn median(&self) -> Option<Cents> {
        let at = |place: u64| {
            let mut before = 0;
            self.grants.iter().find_map(|(grant, posts)| {
                before += posts;
                (place < before).then_some(*grant)
            })
        };
        let (low, high) = (at(self.posts.checked_sub(1)? / 2)?, at(self.posts / 2)?);
        Some(Cents((low.0 + high.0 + 1) / 2))
    }
}

impl Other {
    fn add(
        &mut self,
        dossier: &Dossier,
        funding: &Funding,
        region: RegionCode,
        level: LevelOf,
        (day, lang): (time::Date, Lang),
    ) {
        let Self { scale, posts, without_plan, all, by_level, by_region, by_year } = self;
        let context = Context { day, lang, scale: Some(scale) };
        let Some(plan) = Facts::new(dossier, &context).plan else {
            *without_plan += 1;
            return;
        };
        *posts += 1;
        let (before, after) = (funding.totals.grant, plan.totals.grant);
        all.add(before, after);
        by_level.entry(level).or_default().add(before, after);
        by_region.entry(region).or_default().add(before, after);
        // The years are those of the post, whatever the scale.
        for (before, after) in funding.years.iter().zip(&plan.years) {
            by_year.entry(before.year).or_default().add(before.grant, after.grant);
        }
    }

    fn found(&self) -> Change {
        Change {
            scale: self.scale.id.clone(),
            status: self.scale.status,
            posts: self.posts,
            without_plan: self.without_plan,
            grant: self.all.after,
            difference: self.all.difference(),
            by_level: self.by_level.iter().map(|(level, pair)| pair.of(level.clone())).collect(),
            by_region: unknown_last(&self.by_region)
                .map(|(region, pair)| pair.of(region.map(|region| region.code)))
                .collect(),
            by_year: self.by_year.iter().map(|(year, pair)| pair.of(*year)).collect(),
        }
    }
}

fn published(campaign: &'static Campaign) -> Option<Published> {
    let posts = campaign.posts_published.as_ref()?;
    Some(Published {
        posts: posts.value,
        grant: campaign.posts_published_grant.as_ref()?.value,
        average: campaign.posts_published_average.as_ref()?.value,
        at: &campaign.posts_published_at.as_ref()?.value,
        source: &posts.source,
    })
}
