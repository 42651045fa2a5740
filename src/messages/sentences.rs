//! What rules say, in both languages side by side.
//!
//! Each template fills its slots from what the rule tells: `{filed}` is a day in words, `{row}` counts
//! from 1, `{days|# jour|# jours}` chooses by a number, of which `#` stands for the digits, and with
//! three forms the first is for none. They are data, not code: a page loads them all.

use std::sync::OnceLock;

use super::slots::{Slots, Tell};
use crate::check::{Lang, Say};
use crate::scale::Scale;

/// Declares the templates of everything that a rule can say, French first.
macro_rules! sentences {
    ($( $Say:ident $({ $($told:ident),* })? => $fr:literal, $en:literal; )*) => {
        const FR: &str = concat!($( $fr, "\n", )*);
        const EN: &str = concat!($( $en, "\n", )*);

        /// The places of the templates in their text.
        enum Line { $( $Say, )* }

        fn line_of(say: &Say) -> Line {
            match say { $( Say::$Say { .. } => Line::$Say, )* }
        }

        /// Hands over what a rule tells besides, each by its name.
        fn tell<'a>(say: &'a Say, slots: &mut Slots<'a>) {
            match say {
                $( Say::$Say $({ $($told),* })? => { $( $( $told.tell(stringify!($told), slots); )* )? } )*
            }
        }
    };
}

/// The sentence of what a rule says.
pub(crate) fn say(say: &Say, lang: Lang, scale: &Scale) -> String {
    static LINES: [OnceLock<Vec<&str>>; 2] = [const { OnceLock::new() }; 2];
    let [fr, en] = &LINES;
    let lines = match lang {
        Lang::Fr => fr.get_or_init(|| FR.lines().collect()),
        Lang::En => en.get_or_init(|| EN.lines().collect()),
    };
    let template = lines.get(line_of(say) as usize).copied().unwrap_or_default();
    let mut pieces = template.split('{');
    let mut sentence = pieces.next().unwrap_or_default().to_owned();
    if sentence.len() < template.len() {
        let mut slots = Slots::new(lang, scale);
        tell(say, &mut slots);
        for piece in pieces {
            let (slot, after) = piece.split_once('}').unwrap_or((piece, ""));
            sentence += &slots.fill(slot);
            sentence += after;
        }
    }
    sentence
}

sentences! {
    CampaignSilent =>
        "Les textes de cette campagne que nous connaissons ne disent rien sur ce point : à vérifier auprès du service instructeur.",
        "The documents of this campaign that we know say nothing about this: to be checked with the services that examine applications.";
    NotForAmendments =>
        "Ne concerne que les candidatures, pas la modification d'un périmètre ou d'une gouvernance labellisés.",
        "For applications only, not for amending a labelled perimeter or governance.";
    MembersToComplete =>
        "Indiquez d'abord chaque intercommunalité membre, SIREN complet.",
        "First give each member intercommunalité, with its whole SIREN.";
    WindowNotForAmendments =>
        "La période de dépôt concerne les candidatures, pas la modification d'un périmètre ou d'une gouvernance labellisés.",
        "The filing period is for applications, not for amending a labelled perimeter or governance.";
    FiledInTime { filed } =>
        "La date de dépôt, le {filed}, est dans la période de l'appel.",
        "The filing date, {filed}, is within the call.";
    CallEndsToday { closes } =>
        "L'appel se termine aujourd'hui, {closes}.",
        "The call ends today, {closes}.";
    CallIsOpen { closes, days } =>
        "L'appel est ouvert jusqu'au {closes} inclus : il reste {days|#\u{a0}jour|#\u{a0}jours}.",
        "The call is open until {closes} included: {days|#\u{a0}day|#\u{a0}days} left.";
    FiledTooEarly { filed, opens, days } =>
        "À corriger : la date de dépôt, le {filed}, précède de {days|#\u{a0}jour|#\u{a0}jours} l'ouverture de l'appel, le {opens}.",
        "To correct: the filing date, {filed}, is {days|#\u{a0}day|#\u{a0}days} before the call opens, on {opens}.";
    FiledTooLate { filed, closes, days } =>
        "À corriger : la date de dépôt, le {filed}, dépasse de {days|#\u{a0}jour|#\u{a0}jours} la fin de l'appel, le {closes}.",
        "To correct: the filing date, {filed}, is {days|#\u{a0}day|#\u{a0}days} after the call ended, on {closes}.";
    CallIsOver { closes, days } =>
        "L'appel s'est terminé le {closes}, il y a {days|#\u{a0}jour|#\u{a0}jours}. Le reste du contrôle garde son utilité pour préparer un projet.",
        "The call ended on {closes}, {days|#\u{a0}day|#\u{a0}days} ago. The other checks remain useful to prepare a project.";
    CallNotOpenYet { opens, days } =>
        "L'appel ouvre le {opens}, dans {days|#\u{a0}jour|#\u{a0}jours}.",
        "The call opens on {opens}, in {days|#\u{a0}day|#\u{a0}days}.";
    CallIsOverAndNoCampaign { closes, day } =>
        "L'appel s'est terminé le {closes} et aucune campagne connue ne couvre le {day}. Le reste du contrôle garde son utilité pour préparer un projet.",
        "The call ended on {closes} and no known campaign covers {day}. The other checks remain useful to prepare a project.";
    DayWithoutCampaign { day } =>
        "Aucune campagne connue ne couvre le {day} : vérifiez la date de référence, ou les règles en vigueur à cette date.",
        "No known campaign covers {day}: check the day of reference, or the rules in force on that day.";
    FormerTerritory =>
        "Un territoire déjà labellisé candidate de nouveau, par le même formulaire ; classez les actions reprises selon les quatre priorités.",
        "A territory that was labelled applies again, by the same form; sort the actions carried over under the four priorities.";
    NotFormerTerritory =>
        "Ne concerne que la candidature d'un territoire labellisé lors de la phase précédente.",
        "Concerns only the application of a territory labelled in the former phase.";
    OpinionsNotForApplications =>
        "Les avis régionaux ne sont demandés ici que pour modifier un périmètre ou une gouvernance labellisés.",
        "Regional opinions are asked here only to amend a labelled perimeter or governance.";
    OpinionsFavourable =>
        "Les avis favorables de chaque collectivité régionale et des services de l'État en région sont indiqués.",
        "The favourable opinions of each regional authority and of the State's services are given.";
    OpinionUnfavourable { region, body } =>
        "À corriger : avis défavorable – {body}. Une modification demande un avis favorable.",
        "To correct: unfavourable opinion – {body}. An amendment needs a favourable one.";
    OpinionOfNobody =>
        "Un avis est défavorable : indiquez sa région et de qui il vient.",
        "An opinion is unfavourable: give its région and whose it is.";
    OpinionMissing { region, body, others } =>
        "Il manque un avis favorable : {body}{others|| (et un autre)| (et # autres)}. Une modification en demande un de la collectivité régionale et un des services de l'État, dans chaque région du périmètre.",
        "A favourable opinion is missing: {body}{others|| (and one other)| (and # others)}. An amendment needs one of the regional authority and one of the State's services in each région of the perimeter.";
    ContactsOfAnyRegion =>
        "Pour vos questions : la Délégation aux Territoires d'industrie et, dans chaque région, le conseil régional (ou la collectivité qui en tient lieu), le SGAR et les services économiques de l'État.",
        "For your questions: the Délégation aux Territoires d'industrie and, in each région, the regional council (or the collectivité in its place), the SGAR and the State's economic services.";
    Contacts { regions } =>
        "Pour vos questions : la Délégation aux Territoires d'industrie et, en région ({regions}), le conseil régional (ou la collectivité qui en tient lieu), le SGAR et les services économiques de l'État.",
        "For your questions: the Délégation aux Territoires d'industrie and, in the région ({regions}), the regional council (or the collectivité in its place), the SGAR and the State's economic services.";
    ThreeParts =>
        "La candidature réunit un périmètre, une gouvernance et un plan d'action synthétique ; le guide méthodologique en détaille les attendus.",
        "The application holds a perimeter, a governance and an outline of the action plan; the methodological guide details what is expected.";
    AfterFiling { selection, map } =>
        "Après le dépôt : avis régionaux, sélection nationale ({selection}), annonce de la carte ({map}), notification sur la plateforme de dépôt.",
        "After filing: regional opinions, national selection ({selection}), announcement of the map ({map}), notification on the filing platform.";
    AmendmentScope =>
        "Une modification se fait à la marge, sur le périmètre ou sur la gouvernance.",
        "An amendment is at the margin, of the perimeter or of the governance.";
    OnlyForAmendments =>
        "Ne concerne que la modification d'un périmètre ou d'une gouvernance labellisés.",
        "Concerns only the amendment of a labelled perimeter or governance.";
    NoMember =>
        "Indiquez les intercommunalités membres : le périmètre de base est un groupement d'intercommunalités.",
        "Give the member intercommunalités: the usual perimeter is a group of them.";
    MembersGiven { count } =>
        "{count|Une intercommunalité membre est indiquée|# intercommunalités membres sont indiquées}.",
        "{count|One member intercommunalité is given|# member intercommunalités are given}.";
    SirenHalfTyped { row } =>
        "Membre n° {row} : le SIREN est incomplet, il compte neuf chiffres.",
        "Member no. {row}: the SIREN is incomplete, it has nine digits.";
    SirenKeyWrong { row } =>
        "À corriger : membre n° {row}, la clé du SIREN n'est pas bonne ; un chiffre est sans doute mal recopié.",
        "To correct: member no. {row}, the key of the SIREN does not hold; a digit was probably miscopied.";
    SirenKeysHold =>
        "Les SIREN des membres sont bien formés.",
        "The SIREN of the members are well formed.";
    NoMemberYet =>
        "Aucun membre n'est encore indiqué.",
        "No member is given yet.";
    MemberNotComparable { row } =>
        "Membre n° {row} : complétez le SIREN pour savoir s'il s'agit d'une intercommunalité.",
        "Member no. {row}: complete the SIREN to know whether it is an intercommunalité.";
    MembersAreEpci =>
        "Chaque membre figure parmi les intercommunalités à fiscalité propre au {directory_day}.",
        "Each member is among the EPCI à fiscalité propre of {directory_day}.";
    EptNeedsReason { epci, others } =>
        "{epci} n'est pas un EPCI à fiscalité propre{others|| (comme un autre membre)| (comme # autres membres)} : indiquez pourquoi ce membre fait partie du périmètre.",
        "{epci} is no EPCI à fiscalité propre{others|| (nor is one other member)| (nor are # other members)}: say why this member belongs to the perimeter.";
    UnknownMemberNeedsReason { row, siren, others } =>
        "Membre n° {row} : le SIREN {digits} n'est pas celui d'un EPCI à fiscalité propre au {directory_day}{others|| (un autre membre non plus)| (# autres membres non plus)}. Vérifiez-le ou indiquez pourquoi ce membre fait partie du périmètre.",
        "Member no. {row}: SIREN {digits} is not one of the EPCI à fiscalité propre of {directory_day}{others|| (nor is one other member)| (nor are # other members)}. Check it, or say why this member belongs to the perimeter.";
    OtherMembersExplained { count } =>
        "La présence {count|d'un membre qui n'est pas un EPCI à fiscalité propre|de # membres qui ne sont pas des EPCI à fiscalité propre} est expliquée.",
        "Why {count|a member that is no EPCI à fiscalité propre belongs|# members that are no EPCI à fiscalité propre belong} to the perimeter is explained.";
    MemberRepeated { row, siren, others } =>
        "Membre n° {row} : {siren} figure déjà plus haut et n'est compté qu'une fois{others|| (un autre membre aussi)| (# autres membres aussi)}. Retirez la ligne en trop.",
        "Member no. {row}: {siren} stands above already and counts once{others|| (so does one other member)| (so do # other members)}. Remove the row.";
    MembersDistinct =>
        "Chaque membre n'est indiqué qu'une fois.",
        "Each member is given once.";
    SeveralMembers =>
        "Ne concerne qu'un périmètre d'une seule intercommunalité.",
        "Concerns only a perimeter of a single intercommunalité.";
    SingleEpciReasonMissing =>
        "Une intercommunalité seule est une exception : indiquez en quoi le périmètre a une taille critique, par exemple par ses spécificités industrielles.",
        "A single intercommunalité is an exception: say how its perimeter has a critical size, for instance by its industrial specificities.";
    SingleEpciReasonGiven =>
        "La taille critique de l'intercommunalité seule est expliquée.",
        "The critical size of the single intercommunalité is explained.";
    NoMetropole =>
        "Ne concerne que les périmètres qui comptent une métropole.",
        "Concerns only perimeters with a métropole.";
    MetropoleReasonMissing { epci } =>
        "{epci} est une métropole, admise par exception : indiquez les transitions industrielles en jeu et l'ambition du projet au-delà de la métropole.",
        "{epci} is a métropole, admitted by exception: give the industrial transitions at stake and the ambition of the project beyond the métropole.";
    MetropoleReasonGiven =>
        "La présence d'une métropole est justifiée.",
        "Why a métropole is in the perimeter is explained.";
    EmploymentAreaMissing =>
        "Indiquez en quoi le périmètre forme un bassin d'emploi avec une logique industrielle propre ; il peut dépasser les limites administratives.",
        "Say how the perimeter is one employment area with an industrial logic of its own; it may go beyond administrative borders.";
    EmploymentAreaGiven =>
        "La logique de bassin d'emploi est expliquée.",
        "The logic of the employment area is explained.";
    CrteMissing =>
        "Indiquez comment le périmètre s'articule avec les CRTE : cela est recommandé, par souci de cohérence de l'action publique.",
        "Say how the perimeter fits with the CRTE: it is recommended, to keep public action consistent.";
    NoCrte =>
        "Le périmètre n'est pas articulé avec un CRTE : rapprochez-le d'un ou de plusieurs CRTE si vous le pouvez, cela est recommandé.",
        "The perimeter does not fit with a CRTE: bring it closer to one or several of them if you can, as recommended.";
    CrteGiven =>
        "Le périmètre s'articule avec un ou plusieurs CRTE.",
        "The perimeter fits with one or several CRTE.";
    SeveralDepartements { departements } =>
        "Le périmètre s'étend sur plusieurs départements ({departements}), ce qui est permis.",
        "The perimeter lies in several départements ({departements}), which is allowed.";
    OneDepartement =>
        "Le périmètre tient dans un département.",
        "The perimeter lies in one département.";
    SeveralRegions { regions } =>
        "Le périmètre s'étend sur plusieurs régions ({regions}), ce qui est permis ; les acteurs de chacune sont invités aux instances de pilotage.",
        "The perimeter lies in several régions ({regions}), which is allowed; the actors of each are invited to the steering bodies.";
    OneRegion =>
        "Le périmètre tient dans une région.",
        "The perimeter lies in one région.";
    ProjectPerimetersMissing =>
        "Indiquez les périmètres de projet ou les gouvernances avec lesquels le périmètre coïncide : PETR, pôle métropolitain, SCoT, ancien territoire d'industrie…",
        "Give the project perimeters or governances that the perimeter matches: PETR, pôle métropolitain, SCoT, former territoire d'industrie…";
    ProjectPerimetersGiven =>
        "Des périmètres de projet existants sont indiqués ; un périmètre homogène qui coïncide avec eux est attendu.",
        "Existing project perimeters are given; a homogeneous perimeter that matches them is expected.";
    BinomeNamed =>
        "Le binôme d'un élu et d'un industriel est nommé.",
        "The binôme of an élu and an industriel is named.";
    BinomeForEachMember =>
        "Chaque intercommunalité a son binôme ; un binôme commun peut venir ensuite.",
        "Each intercommunalité has its binôme; a common one can come later.";
    BinomeBeingIdentified =>
        "Le binôme est en cours d'identification, ce qui ne bloque pas la démarche : les partenaires peuvent conseiller, l'objectif reste un binôme.",
        "The binôme is being identified, which blocks nothing: the partners can advise, the aim remains one binôme.";
    EluMissing =>
        "Il manque l'élu du binôme : nommez-le, ou indiquez que le binôme est en cours d'identification.",
        "The élu of the binôme is missing: name them, or say that the binôme is being identified.";
    IndustrielMissing =>
        "Il manque l'industriel du binôme : nommez-le, ou indiquez que le binôme est en cours d'identification.",
        "The industriel of the binôme is missing: name them, or say that the binôme is being identified.";
    BinomeMissing =>
        "Nommez un élu et un industriel, ou un binôme par intercommunalité, ou indiquez que le binôme est en cours d'identification.",
        "Name an élu and an industriel, or a binôme for each intercommunalité, or say that the binôme is being identified.";
    OnlyABinome =>
        "La gouvernance ne dépasse pas un élu et un industriel.",
        "The governance is no more than an élu and an industriel.";
    EnlargedReasonMissing { elus, industriels } =>
        "La gouvernance réunit {elus|#\u{a0}élu|#\u{a0}élus} et {industriels|#\u{a0}industriel|#\u{a0}industriels} : indiquez pourquoi et comment elle fonctionne ; un binôme reste à désigner.",
        "The governance has {elus|#\u{a0}élu|#\u{a0}élus} and {industriels|#\u{a0}industriel|#\u{a0}industriels}: say why and how it works; a binôme is still to be named.";
    EnlargedReasonGiven =>
        "La gouvernance élargie est expliquée.",
        "The enlarged governance is explained.";
    NoEluEpci =>
        "Aucune intercommunalité n'est indiquée pour les élus.",
        "No intercommunalité is given for the élus.";
    ElusOfTerritory =>
        "Chaque élu tient son mandat d'une intercommunalité membre.",
        "Each élu holds a mandate in a member intercommunalité.";
    EluOutside { row, siren } =>
        "Élu n° {row} : {siren} n'est pas membre du périmètre ; le binôme est censé représenter le territoire.",
        "Élu no. {row}: {siren} is no member of the perimeter; the binôme is meant to stand for the territory.";
    EluNotComparable { row } =>
        "Élu n° {row} : complétez les SIREN pour savoir si son intercommunalité est membre.",
        "Élu no. {row}: complete the SIREN to know whether their intercommunalité is a member.";
    SteeringCommitteeMissing =>
        "Indiquez si le binôme anime un comité de pilotage régulier, qui réunit les partenaires.",
        "Say whether the binôme leads a regular steering committee that gathers the partners.";
    NoSteeringCommittee =>
        "Prévoyez un comité de pilotage régulier, animé par le binôme : il réunit les partenaires du territoire.",
        "Plan a regular steering committee, led by the binôme: it gathers the partners of the territory.";
    SteeringCommittee =>
        "Un comité de pilotage régulier est prévu.",
        "A regular steering committee is planned.";
    LetterNotForAmendments =>
        "La lettre d'intention concerne les candidatures.",
        "The letter of intent is for applications.";
    LetterSigned { count } =>
        "{count|Une lettre d'intention est signée|# lettres d'intention sont signées}.",
        "{count|One letter of intent is signed|# letters of intent are signed}.";
    LettersDeclined =>
        "À corriger : tous les signataires pressentis ont décliné, or une lettre d'intention signée est demandée.",
        "To correct: all expected signatories declined, and a signed letter of intent is asked for.";
    LettersToSign =>
        "Les lettres d'intention restent à signer : une au moins est demandée avec la candidature.",
        "The letters of intent are still to be signed: at least one is asked for with the application.";
    NoLetter =>
        "Indiquez qui signe la lettre d'intention : binôme, autres élus et industriels, acteurs économiques.",
        "Give who signs the letter of intent: binôme, other élus and industriels, economic actors.";
    ReportingMissing =>
        "Indiquez si l'accord entre les parties prévoit le suivi, le reporting et l'évaluation du plan d'action.",
        "Say whether the parties' agreement provides for follow-up, reporting and evaluation of the action plan.";
    NoReporting =>
        "Prévoyez dans l'accord entre les parties le suivi, le reporting et l'évaluation du plan d'action : cet engagement est attendu.",
        "Provide for follow-up, reporting and evaluation of the action plan in the parties' agreement: this commitment is expected.";
    Reporting =>
        "L'engagement de suivi, de reporting et d'évaluation est pris.",
        "The commitment to follow-up, reporting and evaluation is made.";
    FreeForm =>
        "Aucun contrat n'est exigé : la forme de l'accord est libre, s'il engage les parties à suivre et à soutenir le plan d'action.",
        "No contract is required: the form of the agreement is free, provided that it binds the parties to follow and support the action plan.";
    NotConsulted { missing } =>
        "Pour le consensus, indiquez aussi l'échange avec : {missing}.",
        "For consensus, also note the exchange with: {missing}.";
    AllConsulted =>
        "Élus locaux et régionaux, services de l'État et industriels ont été associés.",
        "Local and regional élus, services of the State and industriels were involved.";
    NetworkWished =>
        "Le souhait de contribuer au réseau des territoires est indiqué ; les habitudes de travail avec l'État, la Région et les opérateurs comptent aussi.",
        "The wish to contribute to the network of territories is given; habits of work with the State, the Région and the operators count too.";
    Network =>
        "Peuvent être mis en avant : le souhait de contribuer au réseau des territoires, et les habitudes de travail avec l'État, la Région et les opérateurs.",
        "Worth putting forward: the wish to contribute to the network of territories, and habits of work with the State, the Région and the operators.";
    PlanNotForAmendments =>
        "Le plan d'action concerne les candidatures.",
        "The action plan is for applications.";
    NoAction =>
        "Ajoutez au moins une action : la candidature présente une synthèse du plan d'action.",
        "Add at least one action: the application presents an outline of the action plan.";
    ActionsGiven { count } =>
        "Le plan compte {count|une action|# actions}.",
        "The plan has {count|one action|# actions}.";
    ActionNotDescribed { row, others } =>
        "Action n° {row}{others|| et une autre| et # autres} : il manque le titre ou quelques lignes sur les objectifs opérationnels.",
        "Action no. {row}{others|| and one other| and # others}: the title or a few lines on the operational aims are missing.";
    ActionsDescribed =>
        "Chaque action a un titre et un résumé.",
        "Each action has a title and a summary.";
    ActionWithoutPriority { row, others } =>
        "Action n° {row}{others|| et une autre| et # autres} : indiquez au moins une des quatre priorités servies.",
        "Action no. {row}{others|| and one other| and # others}: give at least one of the four priorities served.";
    ActionsServePriorities =>
        "Chaque action sert une priorité du programme.",
        "Each action serves a priority of the programme.";
    ActionsWithoutDates =>
        "À vérifier quand des actions auront leurs deux dates.",
        "To be checked once actions have both dates.";
    ActionTooLong { row, months, max, others } =>
        "Action n° {row}{others|| (et une autre)| (et # autres)} : {months} mois, pour {max} conseillés au plus ; resserrez le calendrier ou retenez une première phase.",
        "Action no. {row}{others|| (and one other)| (and # others)}: {months} months, {max} at most are advised; tighten the calendar or keep a first phase.";
    ActionsShortEnough { max } =>
        "Chaque action datée dure {max} mois au plus.",
        "Each action with dates lasts {max} months at most.";
    ActionEndsTooLate { row, others, end } =>
        "Action n° {row}{others|| (et une autre)| (et # autres)} : elle se termine après la fin du programme, le {end} ; les actions attendues sont réalisables dans ce temps.",
        "Action no. {row}{others|| (and one other)| (and # others)}: it ends after the end of the programme, {end}; actions are expected to be feasible in that time.";
    ActionsEndInTime =>
        "Chaque action datée se termine avant la fin du programme.",
        "Each action with dates ends within the programme.";
    ActionDatesInverted { row, others } =>
        "Action n° {row}{others|| (et une autre)| (et # autres)} : la fin précède le début. Vérifiez les deux mois.",
        "Action no. {row}{others|| (and one other)| (and # others)}: it ends before it starts. Check both months.";
    ActionDatesInOrder =>
        "Les dates des actions se suivent.",
        "The dates of the actions are in order.";
    ActionToPhase { row, others } =>
        "Action n° {row}{others|| (et une autre)| (et # autres)} : longue et sans phases indiquées ; il est conseillé de découper en phases les projets les plus complexes.",
        "Action no. {row}{others|| (and one other)| (and # others)}: long and without phases; splitting the most complex projects into phases is advised.";
    NoActionToPhase =>
        "Aucune action longue n'est indiquée en une seule phase.",
        "No long action is given in a single phase.";
    ManyActions { count } =>
        "Le plan compte {count} actions : il est conseillé de retenir les plus mûres et les plus structurantes ; d'autres pourront s'y ajouter.",
        "The plan has {count} actions: keeping the most mature and structuring ones is advised; others can be added later.";
    FewActions =>
        "Le nombre d'actions reste resserré.",
        "The number of actions is moderate.";
    PrioritiesUnserved { unserved } =>
        "Sans action à ce stade : {unserved}. Couvrir les quatre priorités n'est pas exigé.",
        "Without an action so far: {unserved}. Covering the four priorities is not required.";
    PrioritiesServed =>
        "Chacune des priorités du programme est servie par une action.",
        "An action serves each priority of the programme.";
    FichesIncomplete { actions, complete, row, missing } =>
        "Futures fiches-actions complètes : {complete} sur {actions}. Il manque à la n° {row} : {missing}. Rien de cela n'est demandé à ce stade.",
        "Future fiches-actions that are complete: {complete} of {actions}. No. {row} lacks: {missing}. None of it is asked for at this stage.";
    FichesComplete =>
        "Chaque action a déjà de quoi remplir sa fiche-action.",
        "Each action has what its fiche-action will ask for.";
    ActionsUnderWay =>
        "Des actions déjà en cours figurent au plan, comme il est recommandé.",
        "Actions already under way are in the plan, as recommended.";
    NoActionUnderWay =>
        "Les actions déjà en cours peuvent figurer au plan : cela est recommandé, notamment si elles cherchent un soutien.",
        "Actions already under way can be in the plan: it is recommended, notably when they look for support.";
    SrdeiiMissing =>
        "Indiquez l'orientation du schéma régional (SRDEII) que le plan d'action sert : la cohérence avec elle est recherchée.",
        "Give the orientation of the regional scheme (SRDEII) that the action plan serves: consistency with it is looked for.";
    SrdeiiGiven =>
        "L'orientation du schéma régional servie est indiquée.",
        "The orientation of the regional scheme is given.";
    LocalStakesMissing =>
        "Indiquez les enjeux locaux auxquels le plan d'action répond.",
        "Give the local stakes that the action plan answers.";
    LocalStakesGiven =>
        "Les enjeux locaux du plan d'action sont indiqués.",
        "The local stakes of the action plan are given.";
    StrategyMissing =>
        "Présentez en quelques lignes la stratégie industrielle du territoire : le plan d'action la met en œuvre.",
        "Present the industrial strategy of the territory in a few lines: the action plan carries it out.";
    StrategyGiven =>
        "La stratégie industrielle est présentée.",
        "The industrial strategy is presented.";
    AnyLead =>
        "Toute structure du développement industriel local peut porter une action : collectivité, entreprise, association… ; une action peut être régionale, interrégionale, ou viser une zone ou un secteur.",
        "Any structure of local industrial development may lead an action: collectivité, company, association…; an action may be regional, interregional, or aim at a zone or a sector.";
    NoPost =>
        "Aucun poste de chef de projet n'est décrit ; la candidature ne l'exige pas.",
        "No post of chef de projet is described; the application does not ask for it.";
    HostKindMissing =>
        "Indiquez la structure de portage : une intercommunalité par défaut, plusieurs, ou une autre structure si les intercommunalités le souhaitent.",
        "Give who carries the post: an intercommunalité by default, several, or another structure if the intercommunalités wish it.";
    HostEpciMissing =>
        "Indiquez l'intercommunalité qui porte le poste.",
        "Give the intercommunalité that carries the post.";
    HostsTooFew =>
        "Un portage partagé réunit au moins deux intercommunalités : indiquez les autres.",
        "A shared post has at least two intercommunalités: give the others.";
    HostsTooMany =>
        "Plusieurs intercommunalités portent le poste : choisissez « portage partagé ».",
        "Several intercommunalités carry the post: choose “shared”.";
    HostOutside { row, siren } =>
        "Portage n° {row} : {siren} n'est pas membre du périmètre. Choisissez un membre, ou « autre structure ».",
        "Host no. {row}: {siren} is no member of the perimeter. Choose a member, or “other structure”.";
    HostNotComparable { row } =>
        "Portage n° {row} : complétez les SIREN pour savoir si cette intercommunalité est membre.",
        "Host no. {row}: complete the SIREN to know whether this intercommunalité is a member.";
    HostIsMember =>
        "Le poste est porté par une intercommunalité membre.",
        "A member intercommunalité carries the post.";
    HostsAreMembers =>
        "Le poste est porté par des intercommunalités membres.",
        "Member intercommunalités carry the post.";
    HostNameMissing =>
        "Indiquez le nom de la structure de portage.",
        "Give the name of the structure that carries the post.";
    HostWishMissing =>
        "Indiquez si les intercommunalités souhaitent ce portage par une autre structure.",
        "Say whether the intercommunalités wish another structure to carry the post.";
    HostNotWished =>
        "Un portage par une autre structure suppose que les intercommunalités le souhaitent.",
        "Another structure can carry the post if the intercommunalités wish it.";
    OtherHostWished =>
        "Le poste est porté par une autre structure, à la demande des intercommunalités.",
        "Another structure carries the post, as the intercommunalités wish.";
    HostOpinionsMissing =>
        "Indiquez si l'avis des intercommunalités est recueilli sur la structure de portage et le profil.",
        "Say whether the opinion of the intercommunalités on the host and the profile is sought.";
    HostOpinionsNotSought =>
        "L'avis des intercommunalités sur la structure de portage et le profil est attendu, quel que soit le portage.",
        "The opinion of the intercommunalités on the host and the profile is expected, whatever the host.";
    HostOpinionsSought =>
        "L'avis des intercommunalités est recueilli.",
        "The opinion of the intercommunalités is sought.";
    WholeTerritoryMissing =>
        "Indiquez si le chef de projet travaille pour tout le territoire labellisé.",
        "Say whether the chef de projet works for the whole labelled territory.";
    NotWholeTerritory =>
        "Le chef de projet travaille pour l'ensemble du territoire labellisé, pas pour une partie.",
        "The chef de projet works for the whole labelled territory, not for a part of it.";
    WholeTerritory =>
        "Le chef de projet travaille pour tout le territoire.",
        "The chef de projet works for the whole territory.";
    LevelMissing =>
        "Indiquez le niveau de fragilité pour simuler : {levels}.",
        "Give the level of fragility to simulate: {levels}.";
    LevelNotInScale =>
        "Le niveau de fragilité n'est pas de ce barème. Niveaux possibles : {levels}.",
        "The level of fragility is not one of this scale. Its levels: {levels}.";
    LevelWithoutRate =>
        "Ce niveau n'a pas de taux publié : choisissez-en un autre, ou un autre barème.",
        "No rate is published for this level: choose another one, or another scale.";
    ScaleWithoutRate =>
        "Pas de simulation avec « {scale} » : choisissez un autre barème, ou saisissez le taux et le plafond de votre convention.",
        "No simulation with “{scale}”: choose another scale, or give the rate and the ceiling of your agreement.";
    LevelGiven =>
        "Le niveau de fragilité est indiqué ; la FAQ n'en publie pas les critères.",
        "The level of fragility is given; the FAQ publishes no criteria for it.";
    PostPartMissing { part, others } =>
        "Pour simuler, indiquez {part}{others|| et un autre élément du poste| et # autres éléments du poste}.",
        "To simulate, give {part}{others|| and one other part of the post| and # other parts of the post}.";
    AnnualCostOutOfRange { others } =>
        "À corriger : le coût annuel est supérieur à 0 €{others|| ; un autre élément est à revoir| ; # autres éléments sont à revoir}.",
        "To correct: the annual cost is above €0{others||; one other part is to be reviewed|; # other parts are to be reviewed}.";
    WorkingTimeOutOfRange { others } =>
        "À corriger : le temps de travail est une part du temps plein, entre 0 et 1 (0,8 ou 80 %){others|| ; un autre élément est à revoir| ; # autres éléments sont à revoir}.",
        "To correct: the working time is a part of full time, between 0 and 1 (0.8 or 80 %){others||; one other part is to be reviewed|; # other parts are to be reviewed}.";
    StartOutOfRange { others } =>
        "À corriger : la date de début ne convient pas{others|| ; un autre élément est à revoir| ; # autres éléments sont à revoir}.",
        "To correct: the first day does not fit{others||; one other part is to be reviewed|; # other parts are to be reviewed}.";
    MonthsOutOfRange { others } =>
        "À corriger : la durée va de 1 à {post_months} mois{others|| ; un autre élément est à revoir| ; # autres éléments sont à revoir}.",
        "To correct: the duration is 1 to {post_months} months{others||; one other part is to be reviewed|; # other parts are to be reviewed}.";
    PostGiven =>
        "Le poste est décrit.",
        "The post is described.";
    NoPlan =>
        "À vérifier quand le poste et le niveau de fragilité seront indiqués.",
        "To be checked once the post and the level of fragility are given.";
    OtherFundingAmountMissing { row } =>
        "Autre financeur n° {row} : indiquez le montant.",
        "Other funder no. {row}: give the amount.";
    OverFunded { excess } =>
        "Les financements dépassent le coût du poste de {excess} : réduisez un autre financement.",
        "Funding exceeds the cost of the post by {excess}: reduce another funding.";
    NotOverFunded =>
        "Les financements ne dépassent pas le coût du poste.",
        "Funding does not exceed the cost of the post.";
    StartOutsideScale =>
        "Le poste commence hors de la période du barème ({validity}). Le calcul est fait quand même.",
        "The post starts outside the period of the scale ({validity}). It is computed all the same.";
    MonthsNotCofinanced { months } =>
        "{months|Un mois n'est pas cofinancé|# mois ne sont pas cofinancés}, par hypothèse : au-delà de la fin du programme ou de la durée du barème.",
        "{months|One month is|# months are} not cofinanced, by hypothesis: beyond the end of the programme or the duration of the scale.";
    WithinProgramme =>
        "Tous les mois du poste sont dans la durée du programme.",
        "All months of the post are within the programme.";
    CollectiviteKeepsAShare =>
        "Une collectivité garde une part du coût.",
        "A collectivité keeps a share of the cost.";
    FunderKindDecides { row } =>
        "Autre financeur n° {row} : indiquez s'il s'agit d'une collectivité ; le cofinancement associe l'État et des collectivités.",
        "Other funder no. {row}: say whether it is a collectivité; the State and collectivités fund together.";
    NoShareOfCollectivites =>
        "Aucune collectivité ne garde de part : le cofinancement associe l'État et des collectivités.",
        "No collectivité keeps a share: the State and collectivités fund together.";
    NotShared =>
        "Le poste n'est pas partagé avec un autre programme.",
        "The post is not shared with another programme.";
    SharedPost =>
        "Le partage avec un poste d'un autre programme de l'ANCT est recherché ; seule la part donnée à Territoires d'industrie compte ici.",
        "Sharing with a post of another ANCT programme is looked for; only the part given to Territoires d'industrie counts here.";
    OfficialScale =>
        "Le barème est officiel.",
        "The scale is official.";
    ScaleStatus =>
        "Barème « {scale} » : {status}. L'aide de l'État est une subvention de fonctionnement.",
        "Scale “{scale}”: {status}. The State's aid is an operating subsidy.";
    Missions =>
        "Pour la fiche de poste : animer la démarche avec le binôme, faire avancer le plan d'action, repérer des projets, relier entreprises, Région, services de l'État et opérateurs.",
        "For the job description: lead the process with the binôme, move the action plan forward, spot projects, link companies, Région, State services and operators.";
    Objective =>
        "Un chef de projet dans chaque territoire est un objectif du programme, pas un droit acquis.",
        "A chef de projet in each territory is an objective of the programme, not an entitlement.";
    IndustrialMutation =>
        "Une attention particulière est portée aux territoires en mutation industrielle : décrivez ces mutations ; cela ne préjuge pas de la sélection.",
        "Particular attention is given to territories in industrial change: describe it; it says nothing of the selection.";
    NoIndustrialMutation =>
        "Aucune mutation industrielle n'est signalée.",
        "No industrial change is pointed out.";
    FragileTerritory =>
        "Une attention particulière est portée aux territoires industriels fragiles : décrivez ces fragilités ; cela ne change aucun niveau et ne préjuge pas de la sélection.",
        "Particular attention is given to fragile industrial territories: describe how; it changes no level and says nothing of the selection.";
    NotFragileTerritory =>
        "Aucune fragilité particulière n'est signalée.",
        "No particular fragility is pointed out.";
}
