//! The sentences of reports besides those of rules, in English.

use super::count;
use super::words::{levels, list};
use crate::campaign::{self, Offer, Service};
use crate::check::Lang::En;
use crate::dossier::Expected;
use crate::scale::Scale;

/// An offer of the toolbox.
pub(super) fn offer(offer: &Offer) -> String {
    let figure = offer.figure.unwrap_or_default();
    let what = match offer.service {
        Service::Training => {
            "Support for écoles de production and technical platforms, with the actors of training"
        }
        Service::PoleEmploi => {
            "Pôle emploi (France Travail since 2024), a partner of the programme, for recruitment"
        }
        Service::ActionLogement => {
            "Action Logement, a partner of the programme, for the housing of employees"
        }
        Service::Sites => {
            "Sites found and prepared with the Banque des Territoires, without net land take"
        }
        Service::Ademe => "ADEME, a partner of the programme",
        Service::France2030 => "Guidance to the funding of France 2030",
        Service::Bpifrance => "Bpifrance, a partner of the programme",
        Service::BusinessFrance => {
            "Business France, a partner of the programme, for export and attractiveness"
        }
        Service::RebondIndustriel => {
            "The extension of Rebond industriel to territories that met an industrial shock"
        }
        Service::Investment => {
            "Support for structuring industrial investments, in concert with the Région"
        }
    };
    let figure = match offer.service {
        _ if offer.figure.is_none() => String::new(),
        Service::Investment => format!(" (€{figure} million a year)"),
        _ => format!(" ({figure} in all)"),
    };
    let ours = if offer.ours { " (matched by us)" } else { "" };
    format!(
        "{what}{figure}: announced in {}{ours}, to be checked before relying on it.",
        offer.announced.en
    )
}

/// B1.
pub(super) fn overlap(epcis: usize) -> String {
    match epcis {
        0 => "No intercommunalité stands in several dossiers.".to_owned(),
        _ => format!(
            "{} in several dossiers: the documents do not forbid it; to be looked at by the territories concerned.",
            count(epcis, "intercommunalité stands", "intercommunalités stand")
        ),
    }
}

/// B2.
pub(super) fn by_region(order_of_magnitude: Option<u32>) -> String {
    match order_of_magnitude {
        Some(territories) => format!(
            "Dossiers by région. Beside them, a national order of magnitude: about {territories} territories, as in the first phase; it is neither a quota nor a forecast."
        ),
        None => "Dossiers by région; it is neither a quota nor a forecast.".to_owned(),
    }
}

/// B3.
pub(super) fn budget(posts: u64) -> String {
    match posts {
        0 => "No post is described enough to be simulated.".to_owned(),
        _ => format!(
            "{}: the State's aid simulated by the scale of each dossier, of no official value; a territory over several régions counts in the one where most of its population lives.",
            count(posts, "post simulated", "posts simulated")
        ),
    }
}

/// What was expected where something could not be read.
pub(super) fn expected(expected: Expected, scale: &Scale) -> String {
    let fixed = match expected {
        Expected::Amount => {
            "an amount in euros from 0 to 1 000 000 000 with at most two decimals, such as 62000.50"
        }
        Expected::Share => "a share such as 0.8 or 80 %",
        Expected::Whole => "a whole number, from 0 to 1,000,000,000",
        Expected::Date => "a date such as 15/09/2023 or 2023-09-15",
        Expected::Month => "a month such as 01/2024 or 2024-01",
        Expected::YesNo => "yes or no",
        Expected::Siren => "a SIREN of nine digits",
        Expected::Word(words) => return format!("one of: {}", list(words.iter().copied())),
        Expected::Text => "a text",
        Expected::List => "a list of at most 10 000 rows",
        Expected::Group => "a group of fields",
        Expected::Campaign => {
            return format!("a known campaign, such as {}", campaign::newest().id);
        }
        Expected::Scale => "the name of a shipped scale, or a whole scale without errors",
        Expected::Region => "the code of a région, such as 53",
        Expected::LevelOfScale => return format!("a level of the scale: {}", levels(scale, En)),
    };
    fixed.to_owned()
}

pub(super) fn unreadable(expected: &str) -> String {
    format!("Not read. Expected: {expected}.")
}

pub(super) fn siren_of_siret() -> &'static str {
    "Fourteen digits are a SIRET: the first nine, the SIREN, are taken."
}
