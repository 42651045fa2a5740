//! The words of the documents: financing plan, comparison, national view.

use super::pieces::{Amount, Count, Grouped, Percent, sentence, written};
use super::words::choose;
use super::{day, percent};
use crate::check::Lang;
use crate::funding::Post;
use crate::money::{BasisPoints, Cents};
use crate::scale::{CeilingOn, CeilingPeriod, Level, Status};

/// Declares words: each beside its French and its English.
macro_rules! words {
    ($( $Word:ident $fr:literal $en:literal; )*) => {
        /// A heading, a label or a short sentence of a document.
        #[derive(Clone, Copy)]
        pub(crate) enum Word { $( $Word, )* }

        /// A word in a language.
        pub(crate) fn word(word: Word, lang: Lang) -> &'static str {
            let words = match word { $( Word::$Word => [$fr, $en], )* };
            choose(words, lang)
        }
    };
}

words! {
    FinancingPlan
        "Plan de financement prévisionnel du poste de chef de projet, simulation"
        "Provisional financing plan of the post of chef de projet, a simulation";
    ComparisonTitle
        "Financement du poste de chef de projet : comparaison, simulation"
        "Financing of the post of chef de projet: a comparison, a simulation";
    Programme "Programme" "Programme";
    Territory "Territoire" "Territory";
    Members
        "Intercommunalités membres (poids dans la répartition)"
        "Member intercommunalités (weight in the split)";
    Post "Poste" "Post";
    ScaleInForce "Barème" "Scale";
    LevelInForce "Niveau de fragilité" "Level of fragility";
    EffectiveRate "Part de l'État dans le coût" "Part of the cost that the State pays";
    BreakEven
        "Coût annuel à partir duquel le plafond joue"
        "Annual cost above which the ceiling binds";
    AsOf "Situation au" "As of";
    MadeBy "Simulation" "Simulation";
    Expenditure "Dépenses" "Expenditure";
    Revenue "Recettes" "Revenue";
    Nature "Nature" "Kind";
    Line "Poste" "Line";
    Total "Total" "Total";
    Share "Part (%)" "Share (%)";
    Standing "Statut" "Status";
    EmployerCost
        "Coût employeur chargé du poste"
        "Loaded employer's cost of the post";
    State "État" "State";
    OtherFunder "Autre financeur" "Other funder";
    LocalShare
        "Reste à charge des intercommunalités, à répartir"
        "Left to the intercommunalités, to be split";
    SplitMissing
        "La répartition entre les membres n'est pas calculée : il manque une information sur les membres ou sur leurs poids."
        "The split among the members is not worked out: something is missing about the members or their weights.";
    Excess
        "Recettes au-delà du coût, à réduire"
        "Revenue above the cost, to be reduced";
    HowComputed "Comment ces montants sont calculés" "How these amounts are worked out";
    OwnArithmetic "calcul" "arithmetic";
    Scenario "Scénario" "Scenario";
    Cost "Coût" "Cost";
    Others "Autres financements" "Other funding";
    Local "Intercommunalités" "Intercommunalités";
    LocalDifference "Écart" "Difference";
    Dossier "Le dossier" "The dossier";
    UnknownField "Aucun champ du dossier ne porte ce nom." "No field of the dossier has this name.";
    NoPlan "pas de plan" "no plan";
    DifferenceFrom
        "L'écart est celui du reste à charge des intercommunalités avec"
        "The difference is that of what is left to the intercommunalités, from";
    Budget "Coût national d'un barème, simulation" "What a scale costs in the country, a simulation";
    Dossiers "Dossiers lus" "Dossiers read";
    Posts "Postes" "Posts";
    By "Regroupement" "Grouped";
    AverageOfPost "Moyenne par poste" "A post on average";
    Grants "Aides de l'État" "Grants of the State";
    Average "Moyenne" "Average";
    Median "Médiane" "Median";
    Changed "Barème changé" "Changed scale";
    Difference "Écart" "Difference";
    All "Ensemble" "All";
    ByYear "Par année" "By year";
    ByLevel "Par niveau" "By level";
    ByRegion "Par région" "By région";
    UnknownRegion "région inconnue" "région not known";
}

/// What a whole simulation is worth: no more than the figures of its scale.
pub(crate) fn mention(status: Status, lang: Lang) -> &'static str {
    let words = match status {
        Status::Official => [
            "Simulation indicative d'après le barème publié\u{a0}; seule la convention fait foi.",
            "Indicative simulation after the published scale; only the agreement is binding.",
        ],
        Status::Hypothesis | Status::Unpublished => [
            "Simulation indicative sur hypothèse\u{a0}: aucun taux ni plafond par niveau de fragilité n'est publié, ceux-ci sont les nôtres.",
            "Indicative simulation on a hypothesis: no rate or ceiling by level of fragility is published, these are ours.",
        ],
        Status::Case => [
            "Simulation indicative d'après un cas rapporté\u{a0}: rien ne dit qu'il vaille pour un autre territoire.",
            "Indicative simulation after a reported case: nothing says that it holds for another territory.",
        ],
        Status::Comparison => [
            "Simulation indicative d'après un autre dispositif, pour comparer.",
            "Indicative simulation after another scheme, to compare with.",
        ],
        Status::Custom => [
            "Simulation indicative d'après un taux et un plafond saisis\u{a0}: à vérifier dans votre convention.",
            "Indicative simulation after a rate and a ceiling as typed: check them in your agreement.",
        ],
    };
    choose(words, lang)
}

/// A post in a line.
pub(crate) fn post(post: &Post, lang: Lang) -> String {
    sentence(
        [
            "{} par an à temps plein, {} du temps, {} à partir du {}",
            "{} a year for full time, {} of the time, {} from {}",
        ],
        lang,
        &[
            &Amount(post.annual_cost, lang),
            &Percent(post.working_time, lang),
            &Count::of(post.months, choose([["mois", "mois"], ["month", "months"]], lang)),
            &day(post.start, lang),
        ],
    )
}

/// The rate and the ceiling of a level: « taux 65 %, plafond de l'aide 30 000,00 € par an ».
#[must_use]
pub fn terms(level: &Level, lang: Lang) -> String {
    let rate = level.rate.map_or_else(|| "?".to_owned(), |rate| percent(rate, lang));
    let Some(ceiling) = level.ceiling else {
        return sentence(["taux {}, sans plafond", "rate {}, no ceiling"], lang, &[&rate]);
    };
    let period = match level.ceiling_period {
        CeilingPeriod::Year => ["par an", "a year"],
        CeilingPeriod::Total => ["au total", "in all"],
    };
    sentence(
        ["taux {}, plafond {} {} {}", "rate {}, ceiling {} {} {}"],
        lang,
        &[&rate, &limited(level.ceiling_on, lang), &Amount(ceiling, lang), &choose(period, lang)],
    )
}

/// What a ceiling limits.
pub(super) fn limited(ceiling_on: CeilingOn, lang: Lang) -> &'static str {
    let words = match ceiling_on {
        CeilingOn::Grant => ["de l'aide", "of the aid"],
        CeilingOn::Base => ["du coût retenu", "of the cost taken into account"],
    };
    choose(words, lang)
}

/// The only public figures of the posts, to set beside simulated ones.
pub(crate) fn published(posts: u32, grant: Cents, average: Cents, at: &str, lang: Lang) -> String {
    sentence(
        [
            "Ordre de grandeur public ({})\u{a0}: {} postes pourvus ou en cours, {} environ, {} en moyenne par poste, sur une durée qui n'est pas dite\u{a0}: à ne pas comparer au centime.",
            "Public order of magnitude ({}): {} posts filled or being filled, about {}, {} a post on average, over a time that is not stated: not to be compared to the cent.",
        ],
        lang,
        &[&at, &posts, &Amount(grant, lang), &Amount(average, lang)],
    )
}

/// How many posts a change of scale was worked out for.
pub(crate) fn without_plan(posts: u64, without: u64, lang: Lang) -> String {
    let posts = Count::of(posts, choose([["poste", "postes"], ["post", "posts"]], lang));
    match without {
        0 => sentence(["{}."; 2], lang, &[&posts]),
        _ => sentence(
            [
                "{}\u{a0}; {} sans plan sous ce barème, laissés de côté.",
                "{}; {} without a plan under that scale, left out.",
            ],
            lang,
            &[&posts, &without],
        ),
    }
}

/// A whole number as people write it: « 1 234 », “1,234”.
pub(crate) fn whole(number: u64, lang: Lang) -> String {
    written(&Grouped(number, lang))
}

/// A rate as a column of shares has it: « 48,39 ».
pub(crate) fn share(rate: BasisPoints, lang: Lang) -> String {
    let comma = if lang == Lang::Fr { ',' } else { '.' };
    format!("{}{comma}{:02}", rate.0 / 100, rate.0 % 100)
}
