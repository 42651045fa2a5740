//! Every sentence in French.

use super::{amount, body, count, day, directory_day, list, others, siren};
use crate::campaign::{self, Offer, Service};
use crate::check::Lang::Fr;
use crate::check::{FicheParts, PostPart, Say};
use crate::directory;
use crate::dossier::{Consulted, Expected, Priority};
use crate::funding::MAX_MONTHS;
use crate::scale::{Scale, Status};

pub(super) fn say(say: &Say, scale: &Scale) -> String {
    let fixed = match *say {
        Say::CampaignSilent => {
            "Les textes de cette campagne que nous connaissons ne disent rien sur ce point : à vérifier auprès du service instructeur."
        }
        Say::NotForAmendments => {
            "Ne concerne que les candidatures, pas la modification d'un périmètre ou d'une gouvernance labellisés."
        }
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
        Say::CallIsOverAndNoCampaign { closes, day: on } => {
            return format!(
                "L'appel s'est terminé le {} et aucune campagne connue ne couvre le {}. Le reste du contrôle garde son utilité pour préparer un projet.",
                day(closes, Fr),
                day(on, Fr)
            );
        }
        Say::DayWithoutCampaign { day: on } => {
            return format!(
                "Aucune campagne connue ne couvre le {} : vérifiez la date de référence, ou les règles en vigueur à cette date.",
                day(on, Fr)
            );
        }
        // C2
        Say::FormerTerritory => {
            "Un territoire déjà labellisé candidate de nouveau, par le même formulaire ; classez les actions reprises selon les quatre priorités."
        }
        Say::NotFormerTerritory => {
            "Ne concerne que la candidature d'un territoire labellisé lors de la phase précédente."
        }
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
        // C4 to C7
        Say::Contacts { regions } if regions.count() == 0 => {
            "Pour vos questions : la Délégation aux Territoires d'industrie et, dans chaque région, le conseil régional (ou la collectivité qui en tient lieu), le SGAR et les services économiques de l'État."
        }
        Say::Contacts { regions } => {
            return format!(
                "Pour vos questions : la Délégation aux Territoires d'industrie et, en région ({}), le conseil régional (ou la collectivité qui en tient lieu), le SGAR et les services économiques de l'État.",
                list(regions.iter().map(|region| region.name))
            );
        }
        Say::ThreeParts => {
            "La candidature réunit un périmètre, une gouvernance et un plan d'action synthétique ; le guide méthodologique en détaille les attendus."
        }
        Say::AfterFiling { selection, map } => {
            return format!(
                "Après le dépôt : avis régionaux, sélection nationale ({}), annonce de la carte ({}), notification sur la plateforme de dépôt.",
                selection.fr, map.fr
            );
        }
        Say::AmendmentScope => {
            "Une modification se fait à la marge, sur le périmètre ou sur la gouvernance."
        }
        Say::OnlyForAmendments => {
            "Ne concerne que la modification d'un périmètre ou d'une gouvernance labellisés."
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
            return format!(
                "Chaque membre figure parmi les intercommunalités à fiscalité propre au {}.",
                directory_day(Fr)
            );
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
                "Membre n° {} : le SIREN {} n'est pas celui d'un EPCI à fiscalité propre au {}{}. Vérifiez-le ou indiquez pourquoi ce membre fait partie du périmètre.",
                row + 1,
                siren(number),
                directory_day(Fr),
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
        // P4
        Say::MemberRepeated { row, siren: number, others: more } => {
            return format!(
                "Membre n° {} : {} figure déjà plus haut et n'est compté qu'une fois{}. Retirez la ligne en trop.",
                row + 1,
                named(number),
                others(more, " (un autre membre aussi)", " (# autres membres aussi)")
            );
        }
        Say::MembersDistinct => "Chaque membre n'est indiqué qu'une fois.",
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
        // P8
        Say::CrteMissing => {
            "Indiquez comment le périmètre s'articule avec les CRTE : cela est recommandé, par souci de cohérence de l'action publique."
        }
        Say::NoCrte => {
            "Le périmètre n'est pas articulé avec un CRTE : rapprochez-le d'un ou de plusieurs CRTE si vous le pouvez, cela est recommandé."
        }
        Say::CrteGiven => "Le périmètre s'articule avec un ou plusieurs CRTE.",
        // P9, P10
        Say::SeveralDepartements { departements } => {
            return format!(
                "Le périmètre s'étend sur plusieurs départements ({}), ce qui est permis.",
                list(departements.iter().map(|departement| departement.name))
            );
        }
        Say::OneDepartement => "Le périmètre tient dans un département.",
        Say::SeveralRegions { regions } => {
            return format!(
                "Le périmètre s'étend sur plusieurs régions ({}), ce qui est permis ; les acteurs de chacune sont invités aux instances de pilotage.",
                list(regions.iter().map(|region| region.name))
            );
        }
        Say::OneRegion => "Le périmètre tient dans une région.",
        // P11
        Say::ProjectPerimetersMissing => {
            "Indiquez les périmètres de projet ou les gouvernances avec lesquels le périmètre coïncide : PETR, pôle métropolitain, SCoT, ancien territoire d'industrie…"
        }
        Say::ProjectPerimetersGiven => {
            "Des périmètres de projet existants sont indiqués ; un périmètre homogène qui coïncide avec eux est attendu."
        }
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
        // G4
        Say::SteeringCommitteeMissing => {
            "Indiquez si le binôme anime un comité de pilotage régulier, qui réunit les partenaires."
        }
        Say::NoSteeringCommittee => {
            "Prévoyez un comité de pilotage régulier, animé par le binôme : il réunit les partenaires du territoire."
        }
        Say::SteeringCommittee => "Un comité de pilotage régulier est prévu.",
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
        // G6, G7
        Say::ReportingMissing => {
            "Indiquez si l'accord entre les parties prévoit le suivi, le reporting et l'évaluation du plan d'action."
        }
        Say::NoReporting => {
            "Prévoyez dans l'accord entre les parties le suivi, le reporting et l'évaluation du plan d'action : cet engagement est attendu."
        }
        Say::Reporting => "L'engagement de suivi, de reporting et d'évaluation est pris.",
        Say::FreeForm => {
            "Aucun contrat n'est exigé : la forme de l'accord est libre, s'il engage les parties à suivre et à soutenir le plan d'action."
        }
        // G8, G9
        Say::NotConsulted { missing } => {
            return format!(
                "Pour le consensus, indiquez aussi l'échange avec : {}.",
                list(missing.iter().map(consulted))
            );
        }
        Say::AllConsulted => {
            "Élus locaux et régionaux, services de l'État et industriels ont été associés."
        }
        Say::NetworkWished => {
            "Le souhait de contribuer au réseau des territoires est indiqué ; les habitudes de travail avec l'État, la Région et les opérateurs comptent aussi."
        }
        Say::Network => {
            "Peuvent être mis en avant : le souhait de contribuer au réseau des territoires, et les habitudes de travail avec l'État, la Région et les opérateurs."
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
        // A4, A5, A9
        Say::ActionsWithoutDates => "À vérifier quand des actions auront leurs deux dates.",
        Say::ActionTooLong { row, months, max, others: more } => {
            return format!(
                "Action n° {}{} : {months} mois, pour {max} conseillés au plus ; resserrez le calendrier ou retenez une première phase.",
                row + 1,
                others(more, " (et une autre)", " (et # autres)")
            );
        }
        Say::ActionsShortEnough { max } => {
            return format!("Chaque action datée dure {max} mois au plus.");
        }
        Say::ActionEndsTooLate { row, others: more, end } => {
            return format!(
                "Action n° {}{} : elle se termine après la fin du programme, le {} ; les actions attendues sont réalisables dans ce temps.",
                row + 1,
                others(more, " (et une autre)", " (et # autres)"),
                day(end, Fr)
            );
        }
        Say::ActionsEndInTime => "Chaque action datée se termine avant la fin du programme.",
        Say::ActionDatesInverted { row, others: more } => {
            return format!(
                "Action n° {}{} : la fin précède le début. Vérifiez les deux mois.",
                row + 1,
                others(more, " (et une autre)", " (et # autres)")
            );
        }
        Say::ActionDatesInOrder => "Les dates des actions se suivent.",
        // A6, A7, A8
        Say::ActionToPhase { row, others: more } => {
            return format!(
                "Action n° {}{} : longue et sans phases indiquées ; il est conseillé de découper en phases les projets les plus complexes.",
                row + 1,
                others(more, " (et une autre)", " (et # autres)")
            );
        }
        Say::NoActionToPhase => "Aucune action longue n'est indiquée en une seule phase.",
        Say::ManyActions { count: actions } => {
            return format!(
                "Le plan compte {actions} actions : il est conseillé de retenir les plus mûres et les plus structurantes ; d'autres pourront s'y ajouter."
            );
        }
        Say::FewActions => "Le nombre d'actions reste resserré.",
        Say::PrioritiesUnserved { unserved } => {
            return format!(
                "Sans action à ce stade : {}. Couvrir les quatre priorités n'est pas exigé.",
                list(unserved.iter().map(priority))
            );
        }
        Say::PrioritiesServed => "Chacune des priorités du programme est servie par une action.",
        // A10, A11
        Say::FichesIncomplete { actions, complete, row, missing } => {
            return format!(
                "Futures fiches-actions complètes : {complete} sur {actions}. Il manque à la n° {} : {}. Rien de cela n'est demandé à ce stade.",
                row + 1,
                fiche_parts(missing)
            );
        }
        Say::FichesComplete => "Chaque action a déjà de quoi remplir sa fiche-action.",
        Say::ActionsUnderWay => {
            "Des actions déjà en cours figurent au plan, comme il est recommandé."
        }
        Say::NoActionUnderWay => {
            "Les actions déjà en cours peuvent figurer au plan : cela est recommandé, notamment si elles cherchent un soutien."
        }
        // A12 to A15
        Say::SrdeiiMissing => {
            "Indiquez l'orientation du schéma régional (SRDEII) que le plan d'action sert : la cohérence avec elle est recherchée."
        }
        Say::SrdeiiGiven => "L'orientation du schéma régional servie est indiquée.",
        Say::LocalStakesMissing => "Indiquez les enjeux locaux auxquels le plan d'action répond.",
        Say::LocalStakesGiven => "Les enjeux locaux du plan d'action sont indiqués.",
        Say::StrategyMissing => {
            "Présentez en quelques lignes la stratégie industrielle du territoire : le plan d'action la met en œuvre."
        }
        Say::StrategyGiven => "La stratégie industrielle est présentée.",
        Say::AnyLead => {
            "Toute structure du développement industriel local peut porter une action : collectivité, entreprise, association… ; une action peut être régionale, interrégionale, ou viser une zone ou un secteur."
        }
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
        // W
        Say::IndustrialMutation => {
            "Une attention particulière est portée aux territoires en mutation industrielle : décrivez ces mutations ; cela ne préjuge pas de la sélection."
        }
        Say::NoIndustrialMutation => "Aucune mutation industrielle n'est signalée.",
        Say::FragileTerritory => {
            "Une attention particulière est portée aux territoires industriels fragiles : décrivez ces fragilités ; cela ne change aucun niveau et ne préjuge pas de la sélection."
        }
        Say::NotFragileTerritory => "Aucune fragilité particulière n'est signalée.",
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

/// An offer of the toolbox.
pub(super) fn offer(offer: &Offer) -> String {
    let figure = offer.figure.unwrap_or_default();
    let what = match offer.service {
        Service::Training => {
            "Un soutien aux écoles de production et aux plateaux techniques, avec les acteurs de la formation"
        }
        Service::PoleEmploi => {
            "Pôle emploi (France Travail depuis 2024), partenaire du programme, pour le recrutement"
        }
        Service::ActionLogement => {
            "Action Logement, partenaire du programme, pour le logement des salariés"
        }
        Service::Sites => {
            "Des sites repérés et aménagés avec la Banque des Territoires, sans artificialisation nette"
        }
        Service::Ademe => "L'ADEME, partenaire du programme",
        Service::France2030 => "Un accompagnement vers les financements de France 2030",
        Service::Bpifrance => "Bpifrance, partenaire du programme",
        Service::BusinessFrance => {
            "Business France, partenaire du programme, pour l'export et l'attractivité"
        }
        Service::RebondIndustriel => {
            "L'extension du dispositif Rebond industriel aux territoires qui ont subi un choc industriel"
        }
        Service::Investment => {
            "Un soutien aux investissements industriels structurants, en concertation avec la Région"
        }
    };
    let figure = match offer.service {
        _ if offer.figure.is_none() => String::new(),
        Service::Investment => format!(" ({figure} millions d'euros par an)"),
        _ => format!(" ({figure} en tout)"),
    };
    let ours = if offer.ours { " (rapprochement de notre part)" } else { "" };
    format!(
        "{what}{figure} : annonce de {}{ours}, à vérifier avant de s'y fier.",
        offer.announced.fr
    )
}

/// B1.
pub(super) fn overlap(epcis: usize) -> String {
    match epcis {
        0 => "Aucune intercommunalité ne figure dans plusieurs dossiers.".to_owned(),
        _ => format!(
            "{} dans plusieurs dossiers : les textes ne l'interdisent pas ; à rapprocher entre les territoires concernés.",
            count(epcis, "intercommunalité figure", "intercommunalités figurent")
        ),
    }
}

/// B2.
pub(super) fn by_region(order_of_magnitude: Option<u32>) -> String {
    match order_of_magnitude {
        Some(territories) => format!(
            "Dossiers par région. En regard, un ordre de grandeur national : autour de {territories} territoires, comme en première phase ; ce n'est ni un quota ni un pronostic."
        ),
        None => "Dossiers par région ; ce n'est ni un quota ni un pronostic.".to_owned(),
    }
}

/// B3.
pub(super) fn budget(posts: u64) -> String {
    match posts {
        0 => "Aucun poste n'est assez décrit pour être simulé.".to_owned(),
        _ => format!(
            "{} : aides de l'État simulées selon le barème de chaque dossier, sans valeur officielle ; un territoire sur plusieurs régions compte dans celle de la plus grande part de sa population.",
            count(posts, "poste simulé", "postes simulés")
        ),
    }
}

/// What a priority is called.
fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::EcologicalTransition => "transition écologique",
        Priority::Innovation => "innovation",
        Priority::Skills => "compétences",
        Priority::Land => "foncier",
    }
}

fn consulted(consulted: Consulted) -> &'static str {
    match consulted {
        Consulted::LocalElus => "élus locaux",
        Consulted::RegionalElus => "élus régionaux",
        Consulted::StateServices => "services de l'État",
        Consulted::Industriels => "industriels",
    }
}

fn fiche_parts(missing: FicheParts) -> String {
    let names = [
        "descriptif",
        "porteur",
        "parties prenantes",
        "coût et besoin de financement",
        "calendrier",
        "indicateurs",
    ];
    list(missing.of(names))
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
        Expected::Campaign => {
            return format!("une campagne connue, par exemple {}", campaign::newest().id);
        }
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
