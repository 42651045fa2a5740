//! The words of the documents: financing plan, comparison, national view.

use super::{amount, count, day, percent};
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
            match (word, lang) {
                $( (Word::$Word, Lang::Fr) => $fr, (Word::$Word, Lang::En) => $en, )*
            }
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
    Members "Intercommunalités membres" "Member intercommunalités";
    Post "Poste" "Post";
    ScaleInForce "Barème" "Scale";
    LevelInForce "Niveau de fragilité" "Level of fragility";
    EffectiveRate "Part de l'État dans le coût" "Part of the cost that the State pays";
    BreakEven
        "Coût annuel à partir duquel le plafond joue"
        "Annual cost above which the ceiling binds";
    MadeOn "Simulation" "Simulation";
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
    match (status, lang) {
        (Status::Official, Lang::Fr) => {
            "Simulation indicative d'après le barème publié ; seule la convention fait foi."
        }
        (Status::Hypothesis | Status::Unpublished, Lang::Fr) => {
            "Simulation indicative sur hypothèse : aucun taux ni plafond par niveau de fragilité n'est publié, ceux-ci sont les nôtres."
        }
        (Status::Case, Lang::Fr) => {
            "Simulation indicative d'après un cas rapporté : rien ne dit qu'il vaille pour un autre territoire."
        }
        (Status::Comparison, Lang::Fr) => {
            "Simulation indicative d'après un autre dispositif, pour comparer."
        }
        (Status::Custom, Lang::Fr) => {
            "Simulation indicative d'après un taux et un plafond saisis : à vérifier dans votre convention."
        }
        (Status::Official, Lang::En) => {
            "Indicative simulation after the published scale; only the agreement is binding."
        }
        (Status::Hypothesis | Status::Unpublished, Lang::En) => {
            "Indicative simulation on a hypothesis: no rate or ceiling by level of fragility is published, these are ours."
        }
        (Status::Case, Lang::En) => {
            "Indicative simulation after a reported case: nothing says that it holds for another territory."
        }
        (Status::Comparison, Lang::En) => {
            "Indicative simulation after another scheme, to compare with."
        }
        (Status::Custom, Lang::En) => {
            "Indicative simulation after a rate and a ceiling as typed: check them in your agreement."
        }
    }
}

/// A post in a line.
pub(crate) fn post(post: &Post, lang: Lang) -> String {
    let cost = amount(post.annual_cost, lang);
    let time = percent(post.working_time, lang);
    let start = day(post.start, lang);
    match lang {
        Lang::Fr => format!(
            "{cost} par an à temps plein, {time} du temps, {} à partir du {start}",
            count(post.months, "mois", "mois")
        ),
        Lang::En => format!(
            "{cost} a year for full time, {time} of the time, {} from {start}",
            count(post.months, "month", "months")
        ),
    }
}

/// The rate and the ceiling of a level: « taux 65 %, plafond de l'aide 30 000,00 € par an ».
#[must_use]
pub fn terms(level: &Level, lang: Lang) -> String {
    let rate = level.rate.map_or_else(|| "?".to_owned(), |rate| percent(rate, lang));
    let ceiling = level.ceiling.map(|ceiling| amount(ceiling, lang));
    let of = limited(level.ceiling_on, lang);
    match (lang, ceiling, level.ceiling_period) {
        (Lang::Fr, None, _) => format!("taux {rate}, sans plafond"),
        (Lang::Fr, Some(ceiling), CeilingPeriod::Year) => {
            format!("taux {rate}, plafond {of} {ceiling} par an")
        }
        (Lang::Fr, Some(ceiling), CeilingPeriod::Total) => {
            format!("taux {rate}, plafond {of} {ceiling} au total")
        }
        (Lang::En, None, _) => format!("rate {rate}, no ceiling"),
        (Lang::En, Some(ceiling), CeilingPeriod::Year) => {
            format!("rate {rate}, ceiling {of} {ceiling} a year")
        }
        (Lang::En, Some(ceiling), CeilingPeriod::Total) => {
            format!("rate {rate}, ceiling {of} {ceiling} in all")
        }
    }
}

/// What a ceiling limits.
pub(super) fn limited(ceiling_on: CeilingOn, lang: Lang) -> &'static str {
    match (ceiling_on, lang) {
        (CeilingOn::Grant, Lang::Fr) => "de l'aide",
        (CeilingOn::Base, Lang::Fr) => "du coût retenu",
        (CeilingOn::Grant, Lang::En) => "of the aid",
        (CeilingOn::Base, Lang::En) => "of the cost taken into account",
    }
}

/// The only public figures of the posts, to set beside simulated ones.
pub(crate) fn published(posts: u32, grant: Cents, average: Cents, at: &str, lang: Lang) -> String {
    let (grant, average) = (amount(grant, lang), amount(average, lang));
    match lang {
        Lang::Fr => format!(
            "Ordre de grandeur public ({at}) : {posts} postes pourvus ou en cours, {grant} environ, {average} en moyenne par poste, sur une durée qui n'est pas dite : à ne pas comparer au centime."
        ),
        Lang::En => format!(
            "Public order of magnitude ({at}): {posts} posts filled or being filled, about {grant}, {average} a post on average, over a time that is not stated: not to be compared to the cent."
        ),
    }
}

/// How many posts a change of scale was worked out for.
pub(crate) fn without_plan(posts: u64, without: u64, lang: Lang) -> String {
    let posts = count(
        posts,
        if lang == Lang::Fr { "poste" } else { "post" },
        if lang == Lang::Fr { "postes" } else { "posts" },
    );
    match (lang, without) {
        (Lang::Fr, 0) => format!("{posts}."),
        (Lang::Fr, _) => {
            format!("{posts}\u{a0}; {without} sans plan sous ce barème, laissés de côté.")
        }
        (Lang::En, 0) => format!("{posts}."),
        (Lang::En, _) => format!("{posts}; {without} without a plan under that scale, left out."),
    }
}

/// A rate as a column of shares has it: « 48,39 ».
pub(crate) fn share(rate: BasisPoints, lang: Lang) -> String {
    let comma = if lang == Lang::Fr { ',' } else { '.' };
    format!("{}{comma}{:02}", rate.0 / 100, rate.0 % 100)
}
