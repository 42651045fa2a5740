//! Every sentence in French.

use super::{amount, body, count, day, others, siren};
use crate::check::{PostPart, Say};
use crate::directory;
use crate::dossier::Expected;
use crate::funding::MAX_MONTHS;
use crate::rules::Lang::Fr;
use crate::scale::{Scale, Status};

pub(super) fn say(say: &Say, scale: &Scale) -> String {
    let fixed = match *say {
        // C1
        Say::WindowNotForAmendments => {
            "La période de dépôt concerne les candidatures, pas la modification d'un périmètre ou d'une gouvernance labellisés."
        }
        Say::FiledInTime { filed } => {
            return format!(
                "La date de dépôt, le {}, est dans la période de l'appel.",
                day(filed, Fr)
            );
        }
        Say::CallIsOpen { closes, days: 0 } => {
            return format!("L'appel se termine aujourd'hui, {}.", day(closes, Fr));
        }
        Say::CallIsOpen { closes, days } => {
            return format!(
                "L'appel est ouvert jusqu'au {} inclus : il reste {}.",
                day(closes, Fr),
                count(days, "jour", "jours")
            );
        }
        Say::FiledTooEarly { filed, opens, days } => {
            return format!(
                "À corriger : la date de dépôt, le {}, précède de {} l'ouverture de l'appel, le {}.",
                day(filed, Fr),
                count(days, "jour", "jours"),
                day(opens, Fr)
            );
        }
        Say::FiledTooLate { filed, closes, days } => {
            return format!(
                "À corriger : la date de dépôt, le {}, dépasse de {} la fin de l'appel, le {}.",
                day(filed, Fr),
                count(days, "jour", "jours"),
                day(closes, Fr)
            );
        }
        Say::CallIsOver { closes, days } => {
            return format!(
                "L'appel s'est terminé le {}, il y a {}. Le reste du contrôle garde son utilité pour préparer un projet.",
                day(closes, Fr),
                count(days, "jour", "jours")
            );
        }
        Say::CallNotOpenYet { opens, days } => {
            return format!(
                "L'appel ouvre le {}, dans {}.",
                day(opens, Fr),
                count(days, "jour", "jours")
            );
        }
        Say::WindowUnknown => "Les textes de cette campagne ne donnent pas de période de dépôt.",
        // C3
        Say::OpinionsNotForApplications => {
            "Les avis régionaux ne sont demandés ici que pour modifier un périmètre ou une gouvernance labellisés."
        }
        Say::OpinionsFavourable => {
            "Les avis favorables de chaque conseil régional et des services de l'État en région sont indiqués."
        }
        Say::OpinionUnfavourable { region, body: of } => {
            return format!(
                "À corriger : l'avis de {} est défavorable, or une modification demande un avis favorable.",
                body(region, of, Fr)
            );
        }
        Say::OpinionMissing { region, body: of, others: more } => {
            return format!(
                "Il manque un avis favorable : {}{}. Une modification en demande un du conseil régional et un des services de l'État, dans chaque région du périmètre.",
                body(region, of, Fr),
                others(more, " (et un autre)", " (et # autres)")
            );
        }
        Say::OpinionsNeedMembers => {
            "Indiquez d'abord les intercommunalités membres : les avis demandés dépendent de leurs régions."
        }
        // P1
        Say::NoMember => {
            "Indiquez les intercommunalités membres : le périmètre de base est un groupement d'intercommunalités."
        }
        Say::MembersGiven { count: 1 } => "Une intercommunalité membre est indiquée.",
        Say::MembersGiven { count: members } => {
            return format!("{members} intercommunalités membres sont indiquées.");
        }
        // P2, P3
        Say::SirenHalfTyped { row } => {
            return format!(
                "Membre n° {} : le SIREN est incomplet, il compte neuf chiffres.",
                row + 1
            );
        }
        Say::SirenKeyWrong { row } => {
            return format!(
                "À corriger : membre n° {}, la clé du SIREN n'est pas bonne ; un chiffre est sans doute mal recopié.",
                row + 1
            );
        }
        Say::SirenKeysHold => "Les SIREN des membres sont bien formés.",
        Say::NoMemberYet => "Aucun membre n'est encore indiqué.",
        Say::MemberNotComparable { row } => {
            return format!(
                "Membre n° {} : complétez le SIREN pour savoir s'il s'agit d'une intercommunalité.",
                row + 1
            );
        }
        Say::MembersAreEpci => {
            "Chaque membre figure parmi les intercommunalités à fiscalité propre au 1er janvier 2023."
        }
        Say::EptNeedsReason { epci, others: more } => {
            return format!(
                "{} n'est pas un EPCI à fiscalité propre{} : indiquez pourquoi ce membre fait partie du périmètre.",
                epci.label(),
                others(more, " (comme un autre membre)", " (comme # autres membres)")
            );
        }
        Say::UnknownMemberNeedsReason { row, siren: number, others: more } => {
            return format!(
                "Membre n° {} : le SIREN {} n'est pas celui d'un EPCI à fiscalité propre au 1er janvier 2023{}. Vérifiez-le ou indiquez pourquoi ce membre fait partie du périmètre.",
                row + 1,
                siren(number),
                others(more, " (un autre membre non plus)", " (# autres membres non plus)")
            );
        }
        Say::OtherMembersExplained { count: 1 } => {
            "La présence d'un membre qui n'est pas un EPCI à fiscalité propre est expliquée."
        }
        Say::OtherMembersExplained { count: members } => {
            return format!(
                "La présence de {members} membres qui ne sont pas des EPCI à fiscalité propre est expliquée."
            );
        }
        // P5
        Say::SeveralMembers => "Ne concerne qu'un périmètre d'une seule intercommunalité.",
        Say::SingleEpciReasonMissing => {
            "Une intercommunalité seule est une exception : indiquez en quoi le périmètre a une taille critique, par exemple par ses spécificités industrielles."
        }
        Say::SingleEpciReasonGiven => {
            "La taille critique de l'intercommunalité seule est expliquée."
        }
        // P6
        Say::NoMetropole => "Ne concerne que les périmètres qui comptent une métropole.",
        Say::MetropoleReasonMissing { epci } => {
            return format!(
                "{} est une métropole, admise par exception : indiquez les transitions industrielles en jeu et l'ambition du projet au-delà de la métropole.",
                epci.label()
            );
        }
        Say::MetropoleReasonGiven => "La présence d'une métropole est justifiée.",
        // P7
        Say::EmploymentAreaMissing => {
            "Indiquez en quoi le périmètre forme un bassin d'emploi avec une logique industrielle propre ; il peut dépasser les limites administratives."
        }
        Say::EmploymentAreaGiven => "La logique de bassin d'emploi est expliquée.",
        // G1
        Say::BinomeNamed => "Le binôme d'un élu et d'un industriel est nommé.",
        Say::BinomeForEachMember => {
            "Chaque intercommunalité a son binôme ; un binôme commun peut venir ensuite."
        }
        Say::BinomeBeingIdentified => {
            "Le binôme est en cours d'identification, ce qui ne bloque pas la démarche : les partenaires peuvent conseiller, l'objectif reste un binôme."
        }
        Say::EluMissing => {
            "Il manque l'élu du binôme : nommez-le, ou indiquez que le binôme est en cours d'identification."
        }
        Say::IndustrielMissing => {
            "Il manque l'industriel du binôme : nommez-le, ou indiquez que le binôme est en cours d'identification."
        }
        Say::BinomeMissing => {
            "Nommez un élu et un industriel, ou un binôme par intercommunalité, ou indiquez que le binôme est en cours d'identification."
        }
        // G2
        Say::OnlyABinome => "La gouvernance ne dépasse pas un élu et un industriel.",
        Say::EnlargedReasonMissing { elus, industriels } => {
            return format!(
                "La gouvernance réunit {} et {} : indiquez pourquoi et comment elle fonctionne ; un binôme reste à désigner.",
                count(elus, "élu", "élus"),
                count(industriels, "industriel", "industriels")
            );
        }
        Say::EnlargedReasonGiven => "La gouvernance élargie est expliquée.",
        // G3
        Say::NoEluEpci => "Aucune intercommunalité n'est indiquée pour les élus.",
        Say::ElusOfTerritory => "Chaque élu tient son mandat d'une intercommunalité membre.",
        Say::EluOutside { row, siren: number } => {
            return format!(
                "Élu n° {} : {} n'est pas membre du périmètre ; le binôme est censé représenter le territoire.",
                row + 1,
                named(number)
            );
        }
        Say::EluNotComparable { row } => {
            return format!(
                "Élu n° {} : complétez les SIREN pour savoir si son intercommunalité est membre.",
                row + 1
            );
        }
        // G5
        Say::LetterNotForAmendments => "La lettre d'intention concerne les candidatures.",
        Say::LetterSigned { count: 1 } => "Une lettre d'intention est signée.",
        Say::LetterSigned { count: letters } => {
            return format!("{letters} lettres d'intention sont signées.");
        }
        Say::LettersDeclined => {
            "À corriger : tous les signataires pressentis ont décliné, or une lettre d'intention signée est demandée."
        }
        Say::LettersToSign => {
            "Les lettres d'intention restent à signer : une au moins est demandée avec la candidature."
        }
        Say::NoLetter => {
            "Indiquez qui signe la lettre d'intention : binôme, autres élus et industriels, acteurs économiques."
        }
        // A1 to A3
        Say::PlanNotForAmendments => "Le plan d'action concerne les candidatures.",
        Say::NoAction => {
            "Ajoutez au moins une action : la candidature présente une synthèse du plan d'action."
        }
        Say::ActionsGiven { count: 1 } => "Le plan compte une action.",
        Say::ActionsGiven { count: actions } => {
            return format!("Le plan compte {actions} actions.");
        }
        Say::ActionNotDescribed { row, others: more } => {
            return format!(
                "Action n° {}{} : il manque le titre ou quelques lignes sur ses objectifs opérationnels.",
                row + 1,
                others(more, " et une autre", " et # autres")
            );
        }
        Say::ActionsDescribed => "Chaque action a un titre et un résumé.",
        Say::ActionWithoutPriority { row, others: more } => {
            return format!(
                "Action n° {}{} : indiquez au moins une des quatre priorités qu'elle sert.",
                row + 1,
                others(more, " et une autre", " et # autres")
            );
        }
        Say::ActionsServePriorities => "Chaque action sert une priorité du programme.",
        // F
        Say::NoPost => {
            "Aucun poste de chef de projet n'est décrit ; la candidature ne l'exige pas."
        }
        // F1
        Say::HostKindMissing => {
            "Indiquez la structure de portage : une intercommunalité par défaut, plusieurs, ou une autre structure si les intercommunalités le souhaitent."
        }
        Say::HostEpciMissing => "Indiquez l'intercommunalité qui porte le poste.",
        Say::HostsTooFew => {
            "Un portage partagé réunit au moins deux intercommunalités : indiquez les autres."
        }
        Say::HostsTooMany => {
            "Plusieurs intercommunalités portent le poste : choisissez « portage partagé »."
        }
        Say::HostOutside { row, siren: number } => {
            return format!(
                "Portage n° {} : {} n'est pas membre du périmètre. Choisissez un membre, ou « autre structure ».",
                row + 1,
                named(number)
            );
        }
        Say::HostNotComparable { row } => {
            return format!(
                "Portage n° {} : complétez les SIREN pour savoir si cette intercommunalité est membre.",
                row + 1
            );
        }
        Say::HostIsMember => "Le poste est porté par une intercommunalité membre.",
        Say::HostsAreMembers => "Le poste est porté par des intercommunalités membres.",
        Say::HostNameMissing => "Indiquez le nom de la structure de portage.",
        Say::HostWishMissing => {
            "Indiquez si les intercommunalités souhaitent ce portage par une autre structure."
        }
        Say::HostNotWished => {
            "Un portage par une autre structure suppose que les intercommunalités le souhaitent."
        }
        Say::OtherHostWished => {
            "Le poste est porté par une autre structure, à la demande des intercommunalités."
        }
        // F2
        Say::HostOpinionsMissing => {
            "Indiquez si l'avis des intercommunalités est recueilli sur la structure de portage et le profil."
        }
        Say::HostOpinionsNotSought => {
            "L'avis des intercommunalités sur la structure de portage et le profil est attendu, quel que soit le portage."
        }
        Say::HostOpinionsSought => "L'avis des intercommunalités est recueilli.",
        // F3
        Say::WholeTerritoryMissing => {
            "Indiquez si le chef de projet travaille pour tout le territoire labellisé."
        }
        Say::NotWholeTerritory => {
            "Le chef de projet travaille pour l'ensemble du territoire labellisé, pas pour une partie."
        }
        Say::WholeTerritory => "Le chef de projet travaille pour tout le territoire.",
        // F4
        Say::LevelMissing => {
            return format!("Indiquez le niveau de fragilité pour simuler : {}.", levels(scale));
        }
        Say::LevelNotInScale => {
            return format!(
                "Le niveau de fragilité n'est pas de ce barème. Niveaux possibles : {}.",
                levels(scale)
            );
        }
        Say::LevelWithoutRate => {
            "Ce niveau n'a pas de taux publié : choisissez-en un autre, ou un autre barème."
        }
        Say::ScaleWithoutRate => {
            return format!(
                "Pas de simulation avec « {} » : choisissez un autre barème, ou saisissez le taux et le plafond de votre convention.",
                scale.label.fr
            );
        }
        Say::LevelGiven => {
            "Le niveau de fragilité est indiqué ; la FAQ n'en publie pas les critères."
        }
        // F5
        Say::PostPartMissing { part, others: more } => {
            return format!(
                "Pour simuler, indiquez {}{}.",
                post_part(part),
                others(more, " et un autre élément du poste", " et # autres éléments du poste")
            );
        }
        Say::PostPartOutOfRange { part, others: more } => {
            let range = match part {
                PostPart::AnnualCost => "le coût annuel est supérieur à 0 €".to_owned(),
                PostPart::WorkingTime => {
                    "le temps de travail est une part du temps plein, entre 0 et 1 (0,8 ou 80 %)"
                        .to_owned()
                }
                PostPart::Start => "la date de début ne convient pas".to_owned(),
                PostPart::Months => format!("la durée va de 1 à {MAX_MONTHS} mois"),
            };
            return format!(
                "À corriger : {range}{}.",
                others(
                    more,
                    " ; un autre élément est à revoir",
                    " ; # autres éléments sont à revoir"
                )
            );
        }
        Say::PostGiven => "Le poste est décrit.",
        // F6, F7, F9
        Say::NoPlan => "À vérifier quand le poste et le niveau de fragilité seront indiqués.",
        Say::OtherFundingAmountMissing { row } => {
            return format!("Autre financeur n° {} : indiquez le montant.", row + 1);
        }
        Say::OverFunded { excess } => {
            return format!(
                "Les financements dépassent le coût du poste de {} : réduisez un autre financement.",
                amount(excess, Fr)
            );
        }
        Say::NotOverFunded => "Les financements ne dépassent pas le coût du poste.",
        Say::StartOutsideScale => {
            return format!(
                "Le poste commence hors de la période du barème ({}). Le calcul est fait quand même.",
                validity(scale)
            );
        }
        Say::MonthsNotCofinanced { months } => {
            return format!(
                "{}, par hypothèse : au-delà de la fin du programme ou de la durée du barème.",
                if months == 1 {
                    "Un mois n'est pas cofinancé".to_owned()
                } else {
                    format!("{months} mois ne sont pas cofinancés")
                }
            );
        }
        Say::WithinProgramme => "Tous les mois du poste sont dans la durée du programme.",
        Say::CollectiviteKeepsAShare => "Une collectivité garde une part du coût.",
        Say::FunderKindDecides { row } => {
            return format!(
                "Autre financeur n° {} : indiquez s'il s'agit d'une collectivité ; le cofinancement associe l'État et des collectivités.",
                row + 1
            );
        }
        Say::NoShareOfCollectivites => {
            "Aucune collectivité ne garde de part : le cofinancement associe l'État et des collectivités."
        }
        // F8
        Say::NotShared => "Le poste n'est pas partagé avec un autre programme.",
        Say::SharedPost => {
            "Le partage avec un poste d'un autre programme de l'ANCT est recherché ; seule la part donnée à Territoires d'industrie compte ici."
        }
        // F10
        Say::OfficialScale => "Le barème est officiel.",
        Say::ScaleStatus => {
            return format!(
                "Barème « {} » : {}. L'aide de l'État est une subvention de fonctionnement.",
                scale.label.fr,
                match scale.status {
                    Status::Official => "officiel",
                    Status::Hypothesis =>
                        "hypothèse de travail, aucun montant par niveau n'est publié",
                    Status::Case => "cas rapporté par la presse",
                    Status::Comparison => "comparaison avec un autre dispositif",
                    Status::Unpublished => "taux et plafond non publiés",
                    Status::Custom => "saisi par vous",
                }
            );
        }
        // F11, F12
        Say::Missions => {
            "Pour la fiche de poste : animer la démarche avec le binôme, faire avancer le plan d'action, repérer des projets, relier entreprises, Région, services de l'État et opérateurs."
        }
        Say::Objective => {
            "Un chef de projet dans chaque territoire est un objectif du programme, pas un droit acquis."
        }
    };
    fixed.to_owned()
}

/// A member or another EPCI as people call it, or its number.
fn named(number: u32) -> String {
    match directory::find(number) {
        Some(epci) => epci.label().to_owned(),
        None => format!("le SIREN {}", siren(number)),
    }
}

fn levels(scale: &Scale) -> String {
    let labels: Vec<&str> = scale.levels.iter().map(|level| level.label.fr.as_str()).collect();
    labels.join(", ")
}

fn validity(scale: &Scale) -> String {
    match (scale.valid_from, scale.valid_to) {
        (Some(from), Some(to)) => format!("du {} au {}", day(from, Fr), day(to, Fr)),
        (Some(from), None) => format!("à partir du {}", day(from, Fr)),
        (None, Some(to)) => format!("jusqu'au {}", day(to, Fr)),
        (None, None) => String::new(),
    }
}

fn post_part(part: PostPart) -> &'static str {
    match part {
        PostPart::AnnualCost => "le coût employeur annuel chargé d'un temps plein",
        PostPart::WorkingTime => "la part de temps plein donnée au programme",
        PostPart::Start => "la date de début du poste",
        PostPart::Months => "la durée du poste en mois",
    }
}

/// What was expected where something could not be read.
pub(super) fn expected(expected: Expected, scale: &Scale) -> String {
    let fixed = match expected {
        Expected::Amount => {
            "un montant en euros entre 0 et 1 000 000 000, avec deux décimales au plus, par exemple 62 000,50"
        }
        Expected::Share => "une part comme 0,8 ou 80 %",
        Expected::Whole => "un nombre entier, sans décimale",
        Expected::Date => "une date comme 15/09/2023",
        Expected::Month => "un mois comme 01/2024",
        Expected::YesNo => "oui ou non",
        Expected::Siren => "un SIREN de neuf chiffres",
        Expected::Word(words) => return format!("l'une de ces valeurs : {}", words.join(", ")),
        Expected::Text => "un texte",
        Expected::List => "une liste de 10 000 lignes au plus",
        Expected::Group => "un groupe de champs",
        Expected::Campaign => "une campagne connue, par exemple 2023-2027",
        Expected::Scale => "le nom d'un barème fourni, ou un barème complet et sans erreur",
        Expected::Region => "le code d'une région, par exemple 53",
        Expected::LevelOfScale => return format!("un niveau du barème : {}", levels(scale)),
    };
    fixed.to_owned()
}

pub(super) fn unreadable(expected: &str) -> String {
    format!("Valeur non lue. Attendu : {expected}.")
}

pub(super) fn siren_of_siret() -> &'static str {
    "Quatorze chiffres font un SIRET : les neuf premiers, le SIREN, sont retenus."
}
