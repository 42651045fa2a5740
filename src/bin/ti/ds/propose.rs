//! A first mapping, by label and type, for a person to confirm.

use std::collections::HashMap;

use territoires_industrie::prefill::{Choice, FIELDS, FORMAT, Field, Kind, Mapping, Match};

use super::schema::{Described, Schema};

/// A list of groups, which a form asks in a repeatable block.
struct List {
    path: &'static str,
    labels: &'static [&'static str],
}

macro_rules! lists {
    ($( $path:literal $($label:literal)+; )*) => {
        const LISTS: &[List] = &[ $( List { path: $path, labels: &[$($label),+] }, )* ];
    };
}

lists! {
    "perimeter.epcis" "Intercommunalités membres" "EPCI membres" "EPCI du territoire" "Périmètre";
    "perimeter.project_perimeters" "Périmètres de projet existants" "Autres périmètres de projet";
    "perimeter.opinions" "Avis sur la modification" "Avis recueillis";
    "governance.elus" "Élus de la gouvernance" "Élus" "Élu du binôme";
    "governance.industriels" "Industriels de la gouvernance" "Industriels" "Industriel du binôme";
    "governance.binomes_by_epci" "Binômes par intercommunalité" "Binôme de chaque EPCI";
    "governance.letters" "Lettres d'intention" "Lettres d'engagement";
    "governance.partners" "Partenaires de la gouvernance" "Partenaires";
    "action_plan.actions" "Actions du plan d'action" "Actions" "Fiches action";
    "chef_de_projet.host.epcis" "Intercommunalités de portage" "EPCI employeurs";
    "chef_de_projet.other_funding" "Autres financements du poste" "Cofinanceurs" "Autres financeurs";
    "chef_de_projet.split.weights" "Poids des membres";
}

/// Below this likeness nothing is proposed.
const LEAST: f64 = 0.5;

pub fn propose(schema: &Schema) -> Mapping {
    let blocks = pairs(LISTS.iter().flat_map(|list| {
        let blocks = schema.champs.iter().filter(|one| one.champ.kind == "repetition");
        blocks.map(move |block| (list.path, block.champ.champ.as_str(), like(list.labels, block)))
    }));
    let in_block: HashMap<&str, &str> =
        blocks.iter().map(|(list, block, _)| (*block, *list)).collect();
    let by_path: HashMap<&str, &Field> = FIELDS.iter().map(|field| (field.path, field)).collect();
    let by_champ: HashMap<&str, &Described> =
        schema.champs.iter().map(|one| (one.champ.champ.as_str(), one)).collect();
    let found = pairs(FIELDS.iter().flat_map(|field| {
        let same_rows = |one: &&Described| {
            one.champ.block.as_deref().map(|block| in_block.get(block).copied())
                == field.list().map(Some)
        };
        schema.champs.iter().filter(same_rows).map(|one| {
            let score = like(field.labels(), one) * fit(field.kind, &one.champ.kind).unwrap_or(0.0);
            (field.path, one.champ.champ.as_str(), score)
        })
    }));
    let mut matches: Vec<Match> = found
        .iter()
        .filter_map(|(path, champ, score)| {
            let (field, one) = (by_path.get(path)?, by_champ.get(champ)?);
            Some(proposed(field, one, *score))
        })
        .collect();
    let place = |path: &str| FIELDS.iter().position(|field| field.path == path);
    matches.sort_by_key(|one| place(&one.field));
    let is_sent = |champ: &str| matches.iter().any(|one| one.to.champ == champ);
    let has_rows = |champ: &str| matches.iter().any(|one| one.to.block.as_deref() == Some(champ));
    let rest = schema.champs.iter().map(|one| &one.champ).filter(|one| !is_sent(&one.champ));
    let (blocks, unmatched_champs) = rest.cloned().partition(|one| has_rows(&one.champ));
    let is_ours = |field: &&Field| matches.iter().all(|one| one.field != field.path);
    let unmatched_fields = FIELDS.iter().filter(is_ours).map(|field| field.path.to_owned());
    Mapping {
        format: FORMAT,
        procedure: schema.procedure.clone(),
        unmatched_fields: unmatched_fields.collect(),
        blocks,
        unmatched_champs,
        matches,
    }
}

fn proposed(field: &Field, one: &Described, score: f64) -> Match {
    let choice = |(word, said): &(&str, &str)| {
        let choices = one.champ.choices.iter();
        let liked = choices.map(|choice| (dice(said, choice), choice)).filter(|(s, _)| *s >= LEAST);
        let best = liked.max_by(|(one, _), (other, _)| one.total_cmp(other));
        Choice { word: (*word).to_owned(), choice: best.map(|(_, choice)| choice.clone()) }
    };
    let choices = !one.champ.choices.is_empty();
    Match {
        field: field.path.to_owned(),
        to: one.champ.clone(),
        words: if choices { field.words().iter().map(choice).collect() } else { Vec::new() },
        confidence: percent(score),
        confirmed: false,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1")]
fn percent(score: f64) -> u32 {
    (score.clamp(0.0, 1.0) * 100.0).round() as u32
}

/// The likeliest pairs, each side in one only.
fn pairs<'a>(all: impl Iterator<Item = (&'a str, &'a str, f64)>) -> Vec<(&'a str, &'a str, f64)> {
    let mut all: Vec<_> = all.filter(|(.., score)| *score >= LEAST).collect();
    all.sort_by(|one, other| other.2.total_cmp(&one.2)); // stable: the order of the form decides
    let mut kept: Vec<(&str, &str, f64)> = Vec::new();
    for (one, other, score) in all {
        if kept.iter().all(|(a, b, _)| *a != one && *b != other) {
            kept.push((one, other, score));
        }
    }
    kept
}

/// How well a type holds what a field does, 0 to 1; nothing when it cannot.
fn fit(kind: Kind, to: &str) -> Option<f64> {
    let fits = match (kind, to) {
        (Kind::Text, "email" | "phone" | "text" | "textarea")
        | (Kind::Texts, "textarea")
        | (Kind::Siren, "epci")
        | (Kind::Region, "regions")
        | (Kind::Date, "date")
        | (Kind::Amount | Kind::Share, "decimal_number")
        | (Kind::Whole, "integer_number")
        | (Kind::YesNo, "yes_no" | "checkbox")
        | (Kind::Word(_), "drop_down_list")
        | (Kind::Words(_), "multiple_drop_down_list") => 1.0,
        (Kind::Whole, "decimal_number")
        | (Kind::Amount, "integer_number")
        | (Kind::YesNo, "drop_down_list")
        | (Kind::Text, "formatted")
        | (Kind::Texts, "text") => 0.95,
        (Kind::Siren, "siret") => 0.9,
        (_, "text" | "textarea") => 0.85,
        _ => return None,
    };
    Some(fits)
}

/// How alike a field is to one of the labels, alone or under its headings.
fn like(labels: &[&str], one: &Described) -> f64 {
    let under = format!("{} {}", one.section, one.champ.label);
    let score = |label: &&str| dice(label, &one.champ.label).max(0.95 * dice(label, &under));
    labels.iter().map(score).fold(0.0, f64::max)
}

/// Twice the words in common, over the words of both.
#[expect(clippy::cast_precision_loss, reason = "a few words")]
fn dice(one: &str, other: &str) -> f64 {
    let (one, mut other) = (words(one), words(other));
    let count = one.len() + other.len();
    let mut common = 0;
    for word in &one {
        if let Some(place) = other.iter().position(|candidate| same(word, candidate)) {
            other.swap_remove(place);
            common += 1;
        }
    }
    if count == 0 { 0.0 } else { 2.0 * f64::from(common) / count as f64 }
}

/// The same word up to its ending: `industriel`, `industriels`, `industrielle`.
fn same(one: &str, other: &str) -> bool {
    let common = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let longest = one.len().max(other.len());
    one == other || (common >= 4 && longest - common <= 3 && common * 3 >= longest * 2)
}

fn words(text: &str) -> Vec<String> {
    const SMALL: [&str; 38] = [
        "le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "et", "ou", "a", "au", "aux",
        "en", "dans", "pour", "par", "sur", "est", "ce", "que", "qui", "qu", "votre", "vos", "son",
        "sa", "ses", "il", "elle", "t", "y", "si", "s", "n", "quel",
    ];
    let folded: String = text.chars().flat_map(char::to_lowercase).map(fold).collect();
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty() && !SMALL.contains(word)).map(str::to_owned).collect()
}

/// Without its accent.
fn fold(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' | 'œ' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        other => other,
    }
}
