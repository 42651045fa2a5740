//! What is told across many dossiers.

use super::pieces::{Count, sentence};
use super::words::choose;
use crate::check::Lang;

/// What rule B1 says of so many EPCI that stand in several dossiers.
pub(crate) fn overlap(epcis: usize, lang: Lang) -> String {
    if epcis == 0 {
        let words = [
            "Aucune intercommunalité ne figure dans plusieurs dossiers.",
            "No intercommunalité stands in several dossiers.",
        ];
        return choose(words, lang).to_owned();
    }
    let nouns = [
        ["intercommunalité figure", "intercommunalités figurent"],
        ["intercommunalité stands", "intercommunalités stand"],
    ];
    sentence(
        [
            "{} dans plusieurs dossiers\u{a0}: les textes ne l'interdisent pas\u{a0}; à rapprocher entre les territoires concernés.",
            "{} in several dossiers: the documents do not forbid it; to be looked at by the territories concerned.",
        ],
        lang,
        &[&Count::of(epcis, choose(nouns, lang))],
    )
}

/// What rule B2 says, beside an order of magnitude.
pub(crate) fn by_region(order_of_magnitude: Option<u32>, lang: Lang) -> String {
    match order_of_magnitude {
        Some(territories) => sentence(
            [
                "Dossiers par région. En regard, un ordre de grandeur national\u{a0}: autour de {} territoires, comme en première phase\u{a0}; ce n'est ni un quota ni un pronostic.",
                "Dossiers by région. Beside them, a national order of magnitude: about {} territories, as in the first phase; it is neither a quota nor a forecast.",
            ],
            lang,
            &[&territories],
        ),
        None => {
            let words = [
                "Dossiers par région\u{a0}; ce n'est ni un quota ni un pronostic.",
                "Dossiers by région; it is neither a quota nor a forecast.",
            ];
            choose(words, lang).to_owned()
        }
    }
}

/// What rule B3 says of so many posts.
pub(crate) fn budget(posts: u64, lang: Lang) -> String {
    if posts == 0 {
        let words = [
            "Aucun poste n'est assez décrit pour être simulé.",
            "No post is described enough to be simulated.",
        ];
        return choose(words, lang).to_owned();
    }
    let nouns = [["poste simulé", "postes simulés"], ["post simulated", "posts simulated"]];
    sentence(
        [
            "{}\u{a0}: aides de l'État simulées selon le barème de chaque dossier, sans valeur officielle\u{a0}; un territoire sur plusieurs régions compte dans celle de la plus grande part de sa population.",
            "{}: the State's aid simulated by the scale of each dossier, of no official value; a territory over several régions counts in the one where most of its population lives.",
        ],
        lang,
        &[&Count::of(posts, choose(nouns, lang))],
    )
}
