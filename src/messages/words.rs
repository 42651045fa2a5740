//! What sentences are made of: names, lists and short words, in both languages.

use crate::campaign::Label;
use crate::check::{FicheParts, Lang, PostPart};
use crate::digits::joined;
use crate::directory;
use crate::dossier::{Consulted, OpinionBody, Priority};
use crate::read;
use crate::scale::{Scale, Status};

use super::day;
use super::pieces::{put_digits, sentence};

/// One of two texts, French first.
pub(super) fn choose<T>([fr, en]: [T; 2], lang: Lang) -> T {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

pub(super) fn label(label: &Label, lang: Lang) -> String {
    choose([&label.fr, &label.en], lang).to_string()
}

/// A SIREN as people write it, in groups of three digits.
pub(super) fn siren(number: u64) -> String {
    let mut text = String::new();
    put_digits(number / 1_000_000, 3, &mut text);
    for part in [number / 1_000, number] {
        text.push('\u{a0}');
        put_digits(part, 3, &mut text);
    }
    text
}

/// A member or another EPCI as people call it, or its number.
pub(super) fn named(number: u64, lang: Lang) -> String {
    match u32::try_from(number).ok().and_then(directory::find) {
        Some(epci) => epci.label().to_owned(),
        None => choose(["le SIREN ", "SIREN "], lang).to_owned() + &siren(number),
    }
}

/// Names, one after the other.
pub(super) fn list<'a>(mut names: impl Iterator<Item = &'a str>) -> String {
    joined(&mut names, ", ")
}

/// The day of the directory in words.
pub(super) fn directory_day(lang: Lang) -> String {
    read::date(directory::DAY).map_or_else(String::new, |date| day(date, lang))
}

/// Who gives an opinion in a région. Not every région has a conseil régional.
pub(super) fn body(region: &str, body: OpinionBody, lang: Lang) -> String {
    let name = directory::region(region).map_or(region, |region| region.name);
    let who = match (body, region) {
        (OpinionBody::ConseilRegional, "94" | "02" | "03") => ["collectivité", "collectivité"],
        (OpinionBody::ConseilRegional, "06") => ["département", "département"],
        (OpinionBody::ConseilRegional, _) => ["conseil régional", "regional council"],
        (OpinionBody::State, _) => ["services de l'État", "the State's services"],
    };
    let who = choose(who, lang);
    if name.is_empty() { who.to_owned() } else { sentence(["{} ({})"; 2], lang, &[&who, &name]) }
}

/// What a priority is called.
pub(super) fn priority(priority: Priority, lang: Lang) -> &'static str {
    let words = match priority {
        Priority::EcologicalTransition => ["transition écologique", "ecological transition"],
        Priority::Innovation => ["innovation", "innovation"],
        Priority::Skills => ["compétences", "skills"],
        Priority::Land => ["foncier", "land"],
    };
    choose(words, lang)
}

pub(super) fn consulted(consulted: Consulted, lang: Lang) -> &'static str {
    let words = match consulted {
        Consulted::LocalElus => ["élus locaux", "local élus"],
        Consulted::RegionalElus => ["élus régionaux", "regional élus"],
        Consulted::StateServices => ["services de l'État", "services of the State"],
        Consulted::Industriels => ["industriels", "industriels"],
    };
    choose(words, lang)
}

pub(super) fn fiche_parts(missing: FicheParts, lang: Lang) -> String {
    let names = [
        [
            "descriptif",
            "porteur",
            "parties prenantes",
            "coût et besoin de financement",
            "calendrier",
            "indicateurs",
        ],
        ["description", "lead", "partners", "cost and financing need", "calendar", "indicators"],
    ];
    list(missing.of(choose(names, lang)))
}

pub(super) fn post_part(part: PostPart, lang: Lang) -> &'static str {
    let words = match part {
        PostPart::AnnualCost => [
            "le coût employeur annuel chargé d'un temps plein",
            "the employer's loaded yearly cost of a full-time post",
        ],
        PostPart::WorkingTime => [
            "la part de temps plein donnée au programme",
            "the part of a full-time post given to the programme",
        ],
        PostPart::Start => ["la date de début du poste", "the first day of the post"],
        PostPart::Months => ["la durée du poste en mois", "the duration of the post in months"],
    };
    choose(words, lang)
}

pub(super) fn levels(scale: &Scale, lang: Lang) -> String {
    list(scale.levels.iter().map(|level| &**choose([&level.label.fr, &level.label.en], lang)))
}

pub(super) fn status(status: Status, lang: Lang) -> &'static str {
    let words = match status {
        Status::Official => ["officiel", "official"],
        Status::Hypothesis => [
            "hypothèse de travail, aucun montant par niveau n'est publié",
            "working hypothesis, no amount by level is published",
        ],
        Status::Case => ["cas rapporté par la presse", "a case reported by the press"],
        Status::Comparison => {
            ["comparaison avec un autre dispositif", "comparison with another scheme"]
        }
        Status::Unpublished => ["taux et plafond non publiés", "rate and ceiling not published"],
        Status::Custom => ["saisi par vous", "typed by you"],
    };
    choose(words, lang)
}

pub(super) fn validity(scale: &Scale, lang: Lang) -> String {
    let from = scale.valid_from.map(|from| day(from, lang));
    let to = scale.valid_to.map(|to| day(to, lang));
    match (&from, &to) {
        (Some(from), Some(to)) => sentence(["du {} au {}", "{} to {}"], lang, &[from, to]),
        (Some(from), None) => sentence(["à partir du {}", "from {} on"], lang, &[from]),
        (None, Some(to)) => sentence(["jusqu'au {}", "until {}"], lang, &[to]),
        (None, None) => String::new(),
    }
}
