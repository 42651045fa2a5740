//! The first phase, of which there are press releases only.

use time::Month::{December, November};

use super::Service::*;
use super::Subject::*;
use super::{Campaign, Offer, about, day, label, ours, stated, whole};

pub(super) const CAMPAIGN: Campaign = Campaign {
    id: "2018-2022",
    label: label(
        "Territoires d'industrie 2018-2022, première phase",
        "Territoires d'industrie 2018-2022, first phase",
    ),
    rules_document: None,
    starts: stated(day(2018, November, 22), whole("cp-2019")),
    window_opens: None,
    window_closes: None,
    programme_end: ours(day(2022, December, 31), whole("page-2025")),
    selection: None,
    map: None,
    action_months_max: None,
    phase_advice_months: None,
    focused_actions: None,
    under_way_counts_from: None,
    indirect_jobs_for_ten: None,
    induced_jobs_for_ten: None,
    former_phase: None,
    former_phase_territories: None,
    former_phase_actions: None,
    territories_order_of_magnitude: stated(146, whole("cp-2021")),
    posts_published: None,
    posts_published_at: None,
    posts_published_grant: None,
    posts_published_average: None,
    priorities: stated(&["attract", "recruit", "simplify", "innovate"], whole("cp-2021")),
    fragile_territories: stated(25, whole("cp-2019")),
    fragile_post_months: stated(24, whole("cp-2019")),
    offers: &[Offer {
        service: Ademe,
        subjects: about(&[EcologicalTransition]),
        figure: None,
        announced: label("septembre 2019", "September 2019"),
        source: whole("cp-2019"),
        ours: false,
    }],
    directory_day: None,
};
