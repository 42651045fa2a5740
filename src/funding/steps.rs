//! The explanation of a plan: the rules of computation that made it, with their numbers.

use serde::Serialize;
use time::Date;

use super::years::{Line, Terms, in_cents};
use super::{Binding, Plan, Request, Totals, Year};
use crate::money::{BasisPoints, Cents};
use crate::scale::{CeilingOn, CeilingPeriod, Scale, Status};

/// A step of the computation, with its numbers. Written as JSON, it is the object of its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Step {
    /// The level of the scale: what the State's part is made from.
    Scale {
        /// What the figures of the scale are worth.
        status: Status,
        /// The rate of the level.
        rate: BasisPoints,
        /// Its ceiling.
        ceiling: Option<Cents>,
        /// What the ceiling limits.
        ceiling_on: CeilingOn,
        /// The time that the ceiling is given for.
        ceiling_period: CeilingPeriod,
    },
    /// Months that are costed but not cofinanced.
    NotCofinanced {
        /// The day on which the first of them begins; all those after it are none either.
        #[serde(serialize_with = "crate::scale::write_day")]
        #[cfg_attr(feature = "openapi", schemars(with = "Option<String>"))]
        since: Option<Date>,
        /// Months that begin after the last day of the programme.
        after_programme_end: u32,
        /// The last day of the programme.
        #[serde(serialize_with = "crate::scale::write_day")]
        #[cfg_attr(feature = "openapi", schemars(with = "Option<String>"))]
        programme_end: Option<Date>,
        /// Months beyond the longest duration of the scale.
        beyond_max_months: u32,
        /// The longest duration of the scale, in months.
        max_months: Option<u32>,
    },
    /// The cost of a year: annual cost × working time × months / 12.
    Cost {
        /// The calendar year.
        year: i32,
        /// Annual cost of a full-time post.
        annual_cost: Cents,
        /// Part of a full-time post.
        working_time: BasisPoints,
        /// Months of the post in the year.
        months: u32,
        /// The cost.
        cost: Cents,
    },
    /// The ceiling of a year with a cofinanced month.
    Ceiling {
        /// The calendar year.
        year: i32,
        /// The ceiling of the level.
        ceiling: Cents,
        /// What it limits.
        ceiling_on: CeilingOn,
        /// The time that it is given for.
        ceiling_period: CeilingPeriod,
        /// Part of it in force, when it follows the working time.
        working_time: Option<BasisPoints>,
        /// Cofinanced months of the year.
        cofinanced_months: u32,
        /// What it is in this year, or what earlier years left of it; rounded to the cent, while
        /// the computation goes on without rounding.
        limit: Cents,
    },
    /// The grant of a year with a cofinanced month.
    Grant {
        /// The calendar year.
        year: i32,
        /// Cofinanced months of the year.
        cofinanced_months: u32,
        /// What the rate applies to: the cost of those months, cut to a ceiling on the base;
        /// rounded to the cent, while the computation goes on without rounding.
        base: Cents,
        /// The rate of the level.
        rate: BasisPoints,
        /// What decides the grant.
        binding: Binding,
        /// The grant.
        grant: Cents,
    },
    /// What other funders pay, spread over the years in proportion to what is left of each.
    OtherFunding {
        /// What they pay in all.
        other: Cents,
        /// In each year.
        by_year: Vec<Cents>,
    },
    /// Grants and other funding exceed the cost.
    OverFunding {
        /// The cost.
        cost: Cents,
        /// The grants.
        grant: Cents,
        /// Other funding.
        other: Cents,
        /// The difference.
        excess: Cents,
    },
    /// What is left to the members.
    Local {
        /// The cost.
        cost: Cents,
        /// The grants.
        grant: Cents,
        /// Other funding.
        other: Cents,
        /// The difference.
        local: Cents,
    },
    /// The split among the members, year by year, to the cent.
    Split {
        /// What is split.
        local: Cents,
        /// The number of members.
        members: usize,
        /// The sum of their weights.
        weights: u64,
    },
    /// The annual cost above which the ceiling binds.
    BreakEven {
        /// The ceiling of the level.
        ceiling: Cents,
        /// The rate of the level.
        rate: BasisPoints,
        /// The annual cost.
        break_even_annual_cost: Cents,
    },
}

impl Step {
    /// The name of the rule of computation.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        match self {
            Self::Scale { .. } => "scale",
            Self::NotCofinanced { .. } => "not_cofinanced",
            Self::Cost { .. } => "cost",
            Self::Ceiling { .. } => "ceiling",
            Self::Grant { .. } => "grant",
            Self::OtherFunding { .. } => "other_funding",
            Self::OverFunding { .. } => "over_funding",
            Self::Local { .. } => "local",
            Self::Split { .. } => "split",
            Self::BreakEven { .. } => "break_even",
        }
    }

    /// The year that the step is about, when it is about one.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Cost { year, .. } | Self::Ceiling { year, .. } | Self::Grant { year, .. } => {
                Some(*year)
            }
            _ => None,
        }
    }

    /// The amounts of the plan that the step explains, by their keys: those of one year when the
    /// step is about a year.
    #[must_use]
    pub fn explains(&self) -> &'static [&'static str] {
        match self {
            Self::Scale { .. }
            | Self::NotCofinanced { .. }
            | Self::Ceiling { .. }
            | Self::Grant { .. } => &["grant"],
            Self::Cost { .. } => &["cost", "grant"],
            Self::OtherFunding { .. } => &["other"],
            Self::OverFunding { .. } => &["excess"],
            Self::Local { .. } => &["local", "members"],
            Self::Split { .. } => &["members"],
            Self::BreakEven { .. } => &["break_even_annual_cost"],
        }
    }

    /// The document and the section that the rule comes from: the source of the scale for what the
    /// scale decides, `coherence` without a section for arithmetic of ours.
    #[must_use]
    pub fn source<'a>(&self, scale: &'a Scale) -> (&'a str, Option<&'a str>) {
        match self {
            Self::NotCofinanced { after_programme_end: 1.., .. } => ("faq-2023", Some("1.3")),
            Self::Local { .. } => ("faq-2023", Some("5.4")),
            Self::Scale { .. }
            | Self::NotCofinanced { .. }
            | Self::Ceiling { .. }
            | Self::Grant { .. }
            | Self::BreakEven { .. } => (&scale.source.document, scale.source.section.as_deref()),
            Self::Cost { .. }
            | Self::OtherFunding { .. }
            | Self::OverFunding { .. }
            | Self::Split { .. } => ("coherence", None),
        }
    }
}

/// The steps that made `plan` from `request`, in the order of the computation.
#[must_use]
pub fn steps(request: &Request<'_>, plan: &Plan) -> Vec<Step> {
    let mut steps = Vec::new();
    let level = request.level;
    if let Some(rate) = level.rate {
        steps.push(Step::Scale {
            status: request.scale.status,
            rate,
            ceiling: level.ceiling,
            ceiling_on: level.ceiling_on,
            ceiling_period: level.ceiling_period,
        });
    }
    if plan.not_cofinanced.months() > 0 {
        steps.push(Step::NotCofinanced {
            since: Terms::new(request).and_then(Terms::not_cofinanced_since),
            after_programme_end: plan.not_cofinanced.after_programme_end,
            programme_end: request.programme_end,
            beyond_max_months: plan.not_cofinanced.beyond_max_months,
            max_months: request.scale.max_months,
        });
    }
    for line in Terms::new(request).into_iter().flat_map(Terms::lines) {
        year_steps(request, &line, &mut steps);
    }
    let Totals { cost, grant, other, local } = plan.totals;
    if let Some(excess) = plan.excess {
        let other = Cents(cost.0 - grant.0 + excess.0);
        steps.push(Step::OverFunding { cost, grant, other, excess });
    }
    if let (Some(other), Some(local)) = (other, local) {
        if other.0 > 0 {
            let by_year = plan.years.iter().filter_map(|year| year.other).collect();
            steps.push(Step::OtherFunding { other, by_year });
        }
        steps.push(Step::Local { cost, grant, other, local });
        if !plan.members.is_empty() {
            let weights = plan.members.iter().map(|member| member.weight).sum();
            steps.push(Step::Split { local, members: plan.members.len(), weights });
        }
    }
    if let (Some(break_even_annual_cost), Some(ceiling), Some(rate)) =
        (plan.break_even_annual_cost, level.ceiling, level.rate)
    {
        steps.push(Step::BreakEven { ceiling, rate, break_even_annual_cost });
    }
    steps
}

fn year_steps(request: &Request<'_>, line: &Line, steps: &mut Vec<Step>) {
    let Request { post, level, .. } = request;
    let Year { year, months, cofinanced_months, cost, grant, binding, .. } = line.year;
    steps.push(Step::Cost {
        year,
        annual_cost: post.annual_cost,
        working_time: post.working_time,
        months,
        cost,
    });
    let (1.., Some(rate)) = (cofinanced_months, level.rate) else {
        return;
    };
    let mut base = line.base;
    if let (Some(limit), Some(ceiling)) = (line.limit, level.ceiling) {
        if level.ceiling_on == CeilingOn::Base {
            base = base.min(limit);
        }
        steps.push(Step::Ceiling {
            year,
            ceiling,
            ceiling_on: level.ceiling_on,
            ceiling_period: level.ceiling_period,
            working_time: level.ceiling_follows_working_time.then_some(post.working_time),
            cofinanced_months,
            limit: in_cents(limit),
        });
    }
    steps.push(Step::Grant { year, cofinanced_months, base: in_cents(base), rate, binding, grant });
}
