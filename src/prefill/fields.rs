//! The fields of a dossier as forms name them. `campaign` and `chef_de_projet.scale`, which belong to the
//! simulation alone, are not among them: no form asks them.

/// What a field of a dossier holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// Several texts.
    Texts,
    /// A SIREN or a SIRET.
    Siren,
    /// A région.
    Region,
    /// A day.
    Date,
    /// A month.
    Month,
    /// An amount in euros.
    Amount,
    /// A share of a whole.
    Share,
    /// A whole number.
    Whole,
    /// Yes or no.
    YesNo,
    /// One of a list of values: each with what forms call it.
    Word(&'static [(&'static str, &'static str)]),
    /// Several of them.
    Words(&'static [(&'static str, &'static str)]),
}

/// A field of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its path; `*` stands for a row.
    pub path: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// The field at a path, in which `*` stands for a row.
#[must_use]
pub fn field(path: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.path == path)
}

impl Field {
    /// The list whose rows have the field.
    #[must_use]
    pub fn list(&self) -> Option<&'static str> {
        self.path.split_once(".*").map(|(list, _)| list)
    }

    /// What forms call it, the most usual first.
    #[must_use]
    pub fn labels(&self) -> &'static [&'static str] {
        let named = LABELS.iter().find(|(path, _)| *path == self.path);
        named.map(|(_, labels)| *labels).unwrap_or_default()
    }

    /// The words of a list of values.
    #[must_use]
    pub fn words(&self) -> &'static [(&'static str, &'static str)] {
        match self.kind {
            Kind::Word(words) | Kind::Words(words) => words,
            Kind::YesNo => YES_NO,
            _ => &[],
        }
    }
}

const YES_NO: &[(&str, &str)] = &[("true", "Oui"), ("false", "Non")];

const PART: Kind = Kind::Word(&[
    ("binome", "Membre du binôme"),
    ("member", "Autre membre de la gouvernance"),
    ("substitute", "Suppléant"),
]);

macro_rules! fields {
    ($( $path:literal $kind:expr, $($label:literal)+; )*) => {
        /// Every field that a form may ask, in the order of a dossier.
        pub const FIELDS: &[Field] = &[ $( Field { path: $path, kind: $kind }, )* ];
        /// Apart from the fields, so that only who proposes a mapping carries them.
        const LABELS: &[(&str, &[&str])] = &[ $( ($path, &[$($label),+]), )* ];
    };
}

use Kind::{Amount, Date, Month, Region, Share, Siren, Text, Texts, Whole, Word, Words, YesNo};

fields! {
    "kind" Word(&[
        ("application", "Candidature"),
        ("amendment", "Modification d'un périmètre ou d'une gouvernance labellisés"),
    ]), "Nature de la demande" "Type de demande";
    "filed_on" Date, "Date de dépôt" "Date de la candidature";
    "territory_name" Text, "Nom du territoire" "Nom du Territoire d'industrie" "Intitulé du territoire";
    "former_territory_name" Text, "Nom du territoire en 2019-2022" "Ancien nom du territoire labellisé";
    "labelled_2019_2022" YesNo, "Territoire labellisé en 2019-2022" "Le territoire était-il déjà labellisé";
    "applicant.epci" Siren, "Intercommunalité qui prépare la candidature" "EPCI porteur de la candidature" "Collectivité candidate";
    "applicant.contact_name" Text, "Nom du contact" "Nom et prénom du contact" "Personne à contacter";
    "applicant.role" Text, "Fonction du contact" "Fonction";
    "applicant.email" Text, "Adresse électronique du contact" "Courriel" "Adresse e-mail" "Mail de contact";
    "applicant.phone" Text, "Téléphone du contact" "Numéro de téléphone" "Téléphone";
    "flags.industrial_shock" YesNo, "Choc industriel récent" "Le territoire a-t-il subi un choc industriel";
    "flags.industrial_mutation" YesNo, "Importantes mutations industrielles" "Le territoire connaît-il des mutations industrielles";
    "flags.fragile_territory" YesNo, "Territoire industriel particulièrement fragile" "Le territoire est-il fragile";
    "perimeter.epcis.*" Siren, "Intercommunalité membre" "EPCI" "Intercommunalité";
    "perimeter.employment_area" Text, "Bassin d'emploi" "Cohérence avec le bassin d'emploi" "Logique industrielle du bassin d'emploi";
    "perimeter.single_epci_reason" Text, "Justification d'une seule intercommunalité" "Taille critique si une seule intercommunalité";
    "perimeter.metropole_reason" Text, "Justification de la présence d'une métropole" "Présence d'une métropole";
    "perimeter.other_member_reason" Text, "Membre qui n'est pas une intercommunalité à fiscalité propre" "Justification d'un autre membre";
    "perimeter.crte" Word(&[
        ("aligned", "Coïncide avec un CRTE"),
        ("several", "Regroupe plusieurs CRTE"),
        ("no", "Aucune articulation"),
    ]), "Articulation avec les CRTE" "Articulation avec le CRTE";
    "perimeter.project_perimeters.*.kind" Text, "Nature du périmètre" "Type de périmètre" "Nature";
    "perimeter.project_perimeters.*.name" Text, "Nom du périmètre" "Nom";
    "perimeter.opinions.*.region" Region, "Région";
    "perimeter.opinions.*.body" Word(&[
        ("conseil_regional", "La collectivité régionale"),
        ("state", "Les services de l'État"),
    ]), "Auteur de l'avis" "Avis de";
    "perimeter.opinions.*.opinion" Word(&[
        ("favourable", "Favorable"),
        ("unfavourable", "Défavorable"),
        ("pending", "Attendu"),
    ]), "Sens de l'avis" "Avis";
    "governance.elus.*.name" Text, "Nom de l'élu" "Nom et prénom" "Nom";
    "governance.elus.*.role" Text, "Mandat de l'élu" "Mandat" "Fonction";
    "governance.elus.*.epci" Siren, "Intercommunalité du mandat" "EPCI" "Intercommunalité";
    "governance.elus.*.part" PART, "Place dans la gouvernance" "Rôle dans la gouvernance";
    "governance.industriels.*.name" Text, "Nom de l'industriel" "Nom et prénom" "Nom";
    "governance.industriels.*.role" Text, "Fonction de l'industriel" "Fonction";
    "governance.industriels.*.company" Text, "Entreprise de l'industriel" "Entreprise" "Société";
    "governance.industriels.*.part" PART, "Place dans la gouvernance" "Rôle dans la gouvernance";
    "governance.binome_status" Word(&[
        ("identified", "Binôme identifié"),
        ("being_identified", "En cours d'identification"),
    ]), "Où en est la recherche du binôme" "Binôme élu industriel";
    "governance.binomes_by_epci.*.epci" Siren, "Intercommunalité" "EPCI";
    "governance.binomes_by_epci.*.elu" Text, "Nom de l'élu" "Élu";
    "governance.binomes_by_epci.*.industriel" Text, "Nom de l'industriel" "Industriel";
    "governance.enlarged_reason" Text, "Gouvernance élargie : raison et fonctionnement" "Justification d'une gouvernance élargie";
    "governance.steering_committee" YesNo, "Comité de pilotage régulier animé par le binôme" "Comité de pilotage";
    "governance.letters.*.signatory" Text, "Signataire de la lettre" "Signataire" "Nom du signataire";
    "governance.letters.*.capacity" Text, "En qualité de" "Qualité du signataire";
    "governance.letters.*.organisation" Text, "Organisme du signataire" "Organisme" "Structure";
    "governance.letters.*.status" Word(&[
        ("signed", "Signée"),
        ("to_sign", "À signer"),
        ("declined", "Refusée"),
    ]), "État de la lettre" "Statut de la lettre";
    "governance.reporting_commitment" YesNo, "Engagement de reporting, de suivi et d'évaluation" "Engagement de suivi et d'évaluation";
    "governance.network_commitment" YesNo, "Souhait de contribuer au réseau national" "Participation au réseau national";
    "governance.consulted" Words(&[
        ("local_elus", "Élus locaux"),
        ("regional_elus", "Élus régionaux"),
        ("state_services", "Services de l'État"),
        ("industriels", "Industriels"),
    ]), "Accord recherché avec" "Acteurs consultés";
    "governance.partners.*.name" Text, "Nom du partenaire" "Nom";
    "governance.partners.*.kind" Text, "Nature du partenaire" "Type de partenaire" "Nature";
    "action_plan.strategy" Text, "Stratégie industrielle du territoire" "Stratégie industrielle";
    "action_plan.local_stakes" Text, "Enjeux locaux auxquels le plan répond" "Enjeux du territoire";
    "action_plan.srdeii" Text, "Orientation du SRDEII servie" "Articulation avec le SRDEII";
    "action_plan.actions.*.title" Text, "Titre de l'action" "Intitulé de l'action" "Titre";
    "action_plan.actions.*.summary" Text, "Objectifs opérationnels de l'action" "Description de l'action" "Résumé";
    "action_plan.actions.*.priorities" Words(&[
        ("ecological_transition", "Transition écologique et énergétique"),
        ("innovation", "Innovation"),
        ("skills", "Compétences et recrutement"),
        ("land", "Foncier"),
    ]), "Priorités servies par l'action" "Axe du programme" "Axes stratégiques";
    "action_plan.actions.*.themes" Words(&[
        ("export", "Export"),
        ("attractiveness", "Attractivité"),
        ("investment", "Investissement structurant"),
    ]), "Autres thèmes de l'action" "Thèmes";
    "action_plan.actions.*.lead" Text, "Porteur de l'action" "Porteur de projet" "Maître d'ouvrage";
    "action_plan.actions.*.partners" Texts, "Partenaires de l'action" "Partenaires";
    "action_plan.actions.*.scope" Text, "Échelle de l'action" "Périmètre de l'action";
    "action_plan.actions.*.start" Month, "Premier mois de l'action" "Date de début" "Début";
    "action_plan.actions.*.end" Month, "Dernier mois de l'action" "Date de fin" "Fin";
    "action_plan.actions.*.phases" Whole, "Nombre de phases";
    "action_plan.actions.*.cost" Amount, "Coût de l'action" "Coût total" "Budget de l'action";
    "action_plan.actions.*.financing_need" Amount, "Besoin de financement";
    "action_plan.actions.*.indicators" Texts, "Indicateurs de suivi" "Indicateurs";
    "action_plan.actions.*.under_way" YesNo, "Action déjà en cours" "L'action est-elle engagée";
    "action_plan.actions.*.jobs" Whole, "Emplois industriels directs attendus" "Nombre d'emplois créés";
    "chef_de_projet.fragility_level" Text, "Niveau de fragilité du territoire";
    "chef_de_projet.host.kind" Word(&[
        ("epci", "Une intercommunalité"),
        ("shared", "Plusieurs intercommunalités"),
        ("other", "Une autre structure"),
    ]), "Structure de portage du chef de projet" "Structure porteuse du poste";
    "chef_de_projet.host.epcis.*" Siren, "Intercommunalité de portage" "EPCI employeur" "EPCI";
    "chef_de_projet.host.name" Text, "Nom de la structure de portage" "Nom de la structure porteuse";
    "chef_de_projet.host.siren" Siren, "SIREN de la structure de portage" "SIRET de la structure porteuse";
    "chef_de_projet.host.wished_by_epcis" YesNo, "Portage souhaité par les intercommunalités";
    "chef_de_projet.host.opinions_sought" YesNo, "Avis des intercommunalités recherché sur la structure et le profil";
    "chef_de_projet.serves_whole_territory" YesNo, "Le chef de projet travaille pour tout le territoire";
    "chef_de_projet.annual_cost" Amount, "Coût employeur annuel chargé" "Coût annuel du poste" "Coût annuel du chef de projet";
    "chef_de_projet.working_time" Share, "Part du temps donnée au programme" "Quotité de travail" "Temps de travail en pourcentage";
    "chef_de_projet.start" Date, "Début du poste" "Date de début du poste" "Date de prise de poste du chef de projet";
    "chef_de_projet.months" Whole, "Durée du poste en mois" "Durée en mois";
    "chef_de_projet.shared_with" Word(&[
        ("acv", "Action Cœur de Ville"),
        ("crte", "CRTE"),
        ("other", "Un autre programme"),
    ]), "Poste partagé avec un autre programme" "Poste mutualisé avec";
    "chef_de_projet.other_funding.*.funder" Text, "Financeur" "Nom du financeur";
    "chef_de_projet.other_funding.*.kind" Word(&[
        ("collectivite", "Collectivité"),
        ("state", "État, hors programme"),
        ("european", "Fonds européens"),
        ("operator", "Opérateur public"),
        ("private", "Privé"),
    ]), "Nature du financeur" "Type de financeur";
    "chef_de_projet.other_funding.*.amount" Amount, "Montant du cofinancement" "Montant";
    "chef_de_projet.split.key" Word(&[
        ("population", "Population municipale"),
        ("equal", "Parts égales"),
        ("custom", "Poids choisis"),
    ]), "Clé de répartition du reste à charge";
    "chef_de_projet.split.weights.*" Whole, "Poids de chaque membre";
}
