//! What each rule asks or tells, in one description: for the catalogue, not for a report.

use super::day;
use crate::campaign::Campaign;
use crate::check::Lang;
use crate::check::Level;

/// What the rule of an id asks or tells, with the figures of a campaign; empty for no rule.
#[must_use]
pub fn describe(rule: &str, campaign: &Campaign, lang: Lang) -> String {
    let date = |parameter: &Option<_>| {
        let date = parameter.as_ref().map(|day: &crate::campaign::Parameter<_>| day.value);
        date.map_or_else(|| "?".to_owned(), |date| day(date, lang))
    };
    let whole = |parameter: &Option<crate::campaign::Parameter<u32>>| {
        parameter.as_ref().map_or_else(|| "?".to_owned(), |number| number.value.to_string())
    };
    let [fr, en] = description(rule);
    let text = if lang == Lang::Fr { fr } else { en };
    [
        ("{opens}", date(&campaign.window_opens)),
        ("{closes}", date(&campaign.window_closes)),
        ("{end}", date(&campaign.programme_end)),
        ("{max}", whole(&campaign.action_months_max)),
        ("{phases}", whole(&campaign.phase_advice_months)),
        ("{focus}", whole(&campaign.focused_actions)),
    ]
    .iter()
    .fold(text.to_owned(), |text, (name, figure)| text.replace(name, figure))
}

/// How binding a rule is, in words.
#[must_use]
pub fn level(level: Level, lang: Lang) -> &'static str {
    match (level, lang) {
        (Level::Required, Lang::Fr) => "exigée",
        (Level::Recommended, Lang::Fr) => "recommandée",
        (Level::Informative, Lang::Fr) => "pour information",
        (Level::Required, Lang::En) => "required",
        (Level::Recommended, Lang::En) => "recommended",
        (Level::Informative, Lang::En) => "for information",
    }
}

/// What a chapter of the catalogue is about, by its letter.
#[must_use]
pub fn chapter(letter: &str, lang: Lang) -> &'static str {
    let [fr, en] = match letter {
        "C" => ["Calendrier et procédure", "Calendar and procedure"],
        "P" => ["Périmètre", "Perimeter"],
        "G" => ["Gouvernance", "Governance"],
        "A" => ["Plan d'action", "Action plan"],
        "F" => ["Chef de projet", "Chef de projet"],
        "W" => ["Points d'attention de la sélection", "Where the selection pays attention"],
        _ => ["", ""],
    };
    if lang == Lang::Fr { fr } else { en }
}

fn description(id: &str) -> [&'static str; 2] {
    match id {
        "C1" => [
            "La candidature est déposée pendant l'appel, du {opens} au {closes} inclus, jour de Paris. Avant le dépôt, le jour de référence en tient lieu. Sans objet pour une modification.",
            "The application is filed within the call, from {opens} to {closes} included, by the day in Paris. Before filing, the day of reference stands for it. Not applicable to an amendment.",
        ],
        "C2" => [
            "Un territoire déjà labellisé candidate de nouveau par le même formulaire ; les actions reprises sont classées selon les quatre priorités.",
            "A territory that was labelled applies again by the same form; actions carried over are sorted under the four priorities.",
        ],
        "C3" => [
            "Pour une modification, le conseil régional et les services de l'État donnent chacun un avis favorable, dans chaque région du périmètre.",
            "For an amendment, the regional council and the State's services each give a favourable opinion, in each région of the perimeter.",
        ],
        "C4" => [
            "Les questions vont à la Délégation aux Territoires d'industrie et aux correspondants des régions des membres.",
            "Questions go to the Délégation aux Territoires d'industrie and to the correspondents of the members' régions.",
        ],
        "C5" => [
            "Une candidature réunit un périmètre, une gouvernance et un plan d'action synthétique.",
            "An application holds a perimeter, a governance and an outline of the action plan.",
        ],
        "C6" => [
            "Ce qui suit le dépôt : avis régionaux, sélection nationale, carte, notification. Aucune suite n'est prédite.",
            "What follows the filing: regional opinions, national selection, map, notification. No outcome is predicted.",
        ],
        "C7" => [
            "Une modification se fait à la marge, sur le périmètre ou sur la gouvernance.",
            "An amendment is at the margin, of the perimeter or of the governance.",
        ],
        "P1" => [
            "Le périmètre compte au moins une intercommunalité ; un groupement est le cas de base.",
            "The perimeter has at least one intercommunalité; a group is the usual case.",
        ],
        "P2" => [
            "Le SIREN de chaque membre a neuf chiffres et une clé juste ; un numéro incomplet n'est pas une erreur.",
            "The SIREN of each member has nine digits and a key that holds; a number being typed is no error.",
        ],
        "P3" => [
            "Chaque membre est un EPCI à fiscalité propre ou la métropole de Lyon. Pour un autre (EPT, commune, syndicat), une raison est demandée, et suffit.",
            "Each member is an EPCI à fiscalité propre or the métropole de Lyon. For another one (EPT, commune, syndicat), a reason is asked for, and is enough.",
        ],
        "P4" => [
            "Un membre indiqué deux fois est signalé, et compté une seule fois partout.",
            "A member given twice is pointed out, and counted once everywhere.",
        ],
        "P5" => [
            "Une intercommunalité seule explique en quoi son périmètre a une taille critique.",
            "A single intercommunalité explains how its perimeter has a critical size.",
        ],
        "P6" => [
            "Un périmètre qui compte une métropole, seule ou avec d'autres, justifie les transitions industrielles en jeu et une ambition au-delà de la métropole.",
            "A perimeter with a métropole, alone or with others, justifies the industrial transitions at stake and an ambition beyond the métropole.",
        ],
        "P7" => [
            "Le dossier dit en quoi le périmètre est un bassin d'emploi avec une logique industrielle propre ; aucun zonage statistique ne lui est opposé.",
            "The dossier says how the perimeter is one employment area with an industrial logic of its own; no statistical zoning is held against it.",
        ],
        "P8" => [
            "Le périmètre s'articule avec un ou plusieurs CRTE.",
            "The perimeter fits with one or several CRTE.",
        ],
        "P9" => [
            "Plusieurs départements : permis, et nommés.",
            "Several départements: allowed, and named.",
        ],
        "P10" => [
            "Plusieurs régions : permis, et nommées ; les acteurs de chacune sont invités aux instances de pilotage.",
            "Several régions: allowed, and named; the actors of each are invited to the steering bodies.",
        ],
        "P11" => [
            "Le périmètre est homogène et coïncide avec des périmètres de projet ou des gouvernances existants.",
            "The perimeter is homogeneous and matches existing project perimeters or governances.",
        ],
        "G1" => [
            "Un élu et un industriel sont nommés, ou un binôme par membre, ou le binôme est en cours d'identification, ce qui ne bloque pas.",
            "An élu and an industriel are named, or a binôme for each member, or the binôme is being identified, which blocks nothing.",
        ],
        "G2" => [
            "Au-delà d'un élu et d'un industriel, suppléants à part, le dossier dit pourquoi et comment la gouvernance fonctionne.",
            "Beyond one élu and one industriel, substitutes apart, the dossier says why and how the governance works.",
        ],
        "G3" => [
            "L'intercommunalité où un élu tient son mandat, quand elle est indiquée, est membre du périmètre : notre lecture d'un binôme représentatif du territoire.",
            "Each élu whose intercommunalité is given holds a mandate in a member: our reading of a binôme that stands for the territory.",
        ],
        "G4" => [
            "Le binôme anime un comité de pilotage régulier.",
            "The binôme leads a regular steering committee.",
        ],
        "G5" => [
            "Une lettre d'intention ou d'engagement au moins est signée.",
            "At least one letter of intent or commitment is signed.",
        ],
        "G6" => [
            "L'accord entre les parties prévoit reporting, suivi et évaluation.",
            "The parties' agreement provides for reporting, follow-up and evaluation.",
        ],
        "G7" => [
            "Aucun contrat n'est exigé ; la forme de l'accord est libre, s'il engage à suivre et à soutenir le plan.",
            "No contract is required; the form of the agreement is free, provided that it binds to follow and support the plan.",
        ],
        "G8" => [
            "Élus locaux, élus régionaux, services de l'État et industriels sont associés ; qui manque est nommé.",
            "Local élus, regional élus, services of the State and industriels are involved; who is missing is named.",
        ],
        "G9" => [
            "Le souhait de contribuer au réseau national, et les habitudes de travail avec l'État, la Région et les opérateurs.",
            "The wish to contribute to the national network, and habits of work with the State, the Région and the operators.",
        ],
        "A1" => ["Le plan compte au moins une action.", "The plan has at least one action."],
        "A2" => [
            "Chaque action a un titre et un résumé de ses objectifs opérationnels.",
            "Each action has a title and a summary of its operational aims.",
        ],
        "A3" => [
            "Chaque action sert au moins une des quatre priorités.",
            "Each action serves at least one of the four priorities.",
        ],
        "A4" => [
            "Chaque action dure {max} mois au plus. D'une action en cours, les mois antérieurs au programme ne comptent pas. Les actions sans leurs deux dates sont laissées de côté.",
            "Each action lasts {max} months at most. Of one under way, the months before the programme do not count. Actions without both dates are left out.",
        ],
        "A5" => [
            "Chaque action se termine au plus tard le {end}.",
            "Each action ends on {end} at the latest.",
        ],
        "A6" => [
            "Une action de plus de {phases} mois en une seule phase : il est conseillé de découper en phases les projets les plus complexes.",
            "An action over {phases} months in a single phase: splitting the most complex projects into phases is advised.",
        ],
        "A7" => [
            "Plus de {focus} actions : il est conseillé de retenir les plus mûres et les plus structurantes. Ce n'est pas un maximum.",
            "More than {focus} actions: keeping the most mature and structuring ones is advised. It is no maximum.",
        ],
        "A8" => [
            "Les priorités qu'aucune action ne sert ; les couvrir toutes n'est pas exigé.",
            "Priorities that no action serves; covering them all is not required.",
        ],
        "A9" => [
            "Une action ne se termine pas avant de commencer.",
            "An action does not end before it starts.",
        ],
        "A10" => [
            "Ce qui manque à chaque future fiche-action : descriptif, porteur, parties prenantes, financement, calendrier, indicateurs. Rien n'en est demandé à ce stade.",
            "What each future fiche-action lacks: description, lead, partners, financing, calendar, indicators. None of it is asked for at this stage.",
        ],
        "A11" => [
            "Intégrer des actions déjà en cours est recommandé, notamment si elles cherchent un soutien.",
            "Including actions already under way is recommended, notably when they look for support.",
        ],
        "A12" => [
            "Le plan est cohérent avec le schéma régional (SRDEII).",
            "The plan is consistent with the regional scheme (SRDEII).",
        ],
        "A13" => ["Le plan répond à des enjeux locaux.", "The plan answers local stakes."],
        "A14" => [
            "Quelques lignes présentent la stratégie industrielle du territoire.",
            "A few lines present the industrial strategy of the territory.",
        ],
        "A15" => [
            "Toute structure peut porter une action ; elle peut être régionale, interrégionale, par zone ou par secteur.",
            "Any structure may lead an action; it may be regional, interregional, by zone or by sector.",
        ],
        "F1" => [
            "Le poste est porté par une intercommunalité membre, par plusieurs ensemble, ou par une autre structure qu'elles souhaitent.",
            "A member intercommunalité carries the post, or several together, or another structure that they wish.",
        ],
        "F2" => [
            "L'avis des intercommunalités sur la structure de portage et sur le profil est recherché.",
            "The opinion of the intercommunalités on the host and the profile is sought.",
        ],
        "F3" => [
            "Le chef de projet travaille pour tout le territoire labellisé.",
            "The chef de projet works for the whole labelled territory.",
        ],
        "F4" => [
            "Un niveau de fragilité du barème en vigueur est indiqué, faute de quoi rien n'est simulé. Les niveaux sont les nôtres : aucun n'est publié.",
            "A level of fragility of the scale in force is given, else nothing is simulated. The levels are ours: none is published.",
        ],
        "F5" => [
            "Coût, temps de travail, début et durée du poste sont indiqués et plausibles, faute de quoi rien n'est simulé.",
            "Cost, working time, start and duration of the post are given and in range, else nothing is simulated.",
        ],
        "F6" => [
            "L'État et les autres financeurs ne dépassent pas ensemble le coût du poste.",
            "The State and the other funders together do not exceed the cost of the post.",
        ],
        "F7" => [
            "Aucun mois du poste ne commence après la fin du programme ni au-delà de la durée du barème, et le poste commence dans sa période ; les mois en trop sont montrés sans cofinancement, par hypothèse.",
            "No month of the post begins after the end of the programme or beyond the scale's duration, and the post starts within its period; the months beyond are shown as not cofinanced, by hypothesis.",
        ],
        "F8" => [
            "Le partage avec un poste d'un autre programme est recherché ; seule la part donnée à celui-ci compte.",
            "Sharing with a post of another programme is looked for; only the part given to this one counts.",
        ],
        "F9" => [
            "Une collectivité garde une part du coût.",
            "A collectivité keeps a share of the cost.",
        ],
        "F10" => [
            "Ce que valent les chiffres du barème, quand il n'est pas officiel.",
            "What the figures of the scale are worth, when it is not official.",
        ],
        "F11" => [
            "Missions et interlocuteurs du poste, pour aider à rédiger sa fiche.",
            "Missions and interlocutors of the post, as a help for its job description.",
        ],
        "F12" => [
            "Un poste dans chaque territoire est un objectif, pas un droit acquis.",
            "A post in each territory is an objective, not an entitlement.",
        ],
        "W1" => [
            "Une attention particulière est portée aux territoires en mutation industrielle.",
            "Particular attention is given to territories in industrial change.",
        ],
        "W2" => [
            "Une attention particulière est portée aux territoires industriels fragiles ; cela ne change aucun niveau et ne prouve rien.",
            "Particular attention is given to fragile industrial territories; it changes no level and proves nothing.",
        ],
        _ => ["", ""],
    }
}
