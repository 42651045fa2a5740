/** The labels of the fields, by path in the dossier; `*` stands for the number of a row. */
import { both, type Label } from "./lang.js";

/** What a field is called, and how to type in it. */
export interface FieldLabel {
  label: Label;
  hint?: Label;
}

const day = both("Jour, par exemple 15/09/2023", "Day, for instance 15/09/2023");
const month = both("Mois, par exemple 01/2024", "Month, for instance 01/2024");
const euros = both("En euros, par exemple 62 000,50", "In euros, for instance 62000.50");
const whole = (example: number): Label => both(`Un nombre entier, par exemple ${example}`, `A whole number, for instance ${example}`);
const commas = both("Séparez par des virgules.", "Separate with commas.");

const field = (fr: string, en: string, hint?: Label): FieldLabel => ({
  label: both(fr, en),
  ...(hint && { hint }),
});

export const fields = {
  campaign: field("Campagne", "Campaign"),
  kind: field("Nature de la demande", "Kind of request"),
  filed_on: field("Date de dépôt", "Filing date", day),
  territory_name: field("Nom du territoire", "Name of the territory"),
  former_territory_name: field("Nom du territoire en 2019-2022", "Name of the territory in 2019-2022"),
  labelled_2019_2022: field("Territoire labellisé en 2019-2022", "Territory labelled in 2019-2022"),
  "applicant.epci": field(
    "Intercommunalité qui prépare la candidature",
    "Intercommunalité preparing the application",
  ),
  "applicant.contact_name": field("Nom du contact", "Name of the contact"),
  "applicant.role": field("Fonction", "Role"),
  "applicant.email": field("Courriel", "E-mail"),
  "applicant.phone": field("Téléphone", "Telephone"),
  "flags.industrial_shock": field("Choc industriel récent", "Recent industrial shock"),
  "flags.industrial_mutation": field("Importantes mutations industrielles", "Important industrial change"),
  "flags.fragile_territory": field(
    "Territoire industriel particulièrement fragile",
    "Particularly fragile industrial territory",
  ),

  "perimeter.epcis": field("Intercommunalités membres", "Member intercommunalités"),
  "perimeter.employment_area": field(
    "Bassin d'emploi",
    "Employment area",
    both(
      "En quoi le périmètre en est un, avec sa logique industrielle propre.",
      "In what way the perimeter is one, with its own industrial logic.",
    ),
  ),
  "perimeter.single_epci_reason": field(
    "Une seule intercommunalité : taille critique",
    "A single intercommunalité: critical size",
  ),
  "perimeter.metropole_reason": field(
    "Présence d'une métropole : justification",
    "A métropole among the members: grounds",
  ),
  "perimeter.other_member_reason": field(
    "Membre qui n'est pas une intercommunalité à fiscalité propre : raison",
    "Member that is no intercommunalité with its own taxes: reason",
  ),
  "perimeter.crte": field("Articulation avec les CRTE", "Articulation with the CRTE"),
  "perimeter.project_perimeters.*.kind": field(
    "Nature",
    "Kind",
    both("PETR, pôle métropolitain, SCoT…", "PETR, pôle métropolitain, SCoT…"),
  ),
  "perimeter.project_perimeters.*.name": field("Nom", "Name"),
  "perimeter.opinions.*.region": field("Région", "Région"),
  "perimeter.opinions.*.body": field("Avis de", "Opinion of"),
  "perimeter.opinions.*.opinion": field("Sens de l'avis", "Opinion"),

  "governance.elus.*.name": field("Nom", "Name"),
  "governance.elus.*.role": field("Mandat", "Mandate"),
  "governance.elus.*.epci": field("Intercommunalité du mandat", "Intercommunalité of the mandate"),
  "governance.elus.*.part": field("Place dans la gouvernance", "Part in the governance"),
  "governance.industriels.*.name": field("Nom", "Name"),
  "governance.industriels.*.role": field("Fonction", "Role"),
  "governance.industriels.*.company": field("Entreprise", "Company"),
  "governance.industriels.*.part": field("Place dans la gouvernance", "Part in the governance"),
  "governance.binome_status": field(
    "Où en est la recherche du binôme",
    "Where the search for the binôme stands",
  ),
  "governance.binomes_by_epci.*.epci": field("Intercommunalité", "Intercommunalité"),
  "governance.binomes_by_epci.*.elu": field("Élu", "Élu"),
  "governance.binomes_by_epci.*.industriel": field("Industriel", "Industriel"),
  "governance.enlarged_reason": field(
    "Gouvernance élargie : raison et fonctionnement",
    "Enlarged governance: reason and working",
  ),
  "governance.letters.*.signatory": field("Signataire", "Signatory"),
  "governance.letters.*.capacity": field(
    "En qualité de",
    "As",
    both("Élu, industriel, autre acteur…", "Élu, industriel, other actor…"),
  ),
  "governance.letters.*.organisation": field("Organisme", "Organisation"),
  "governance.letters.*.status": field("État de la lettre", "State of the letter"),
  "governance.steering_committee": field(
    "Comité de pilotage régulier, animé par le binôme",
    "Regular steering committee, led by the binôme",
  ),
  "governance.reporting_commitment": field(
    "Engagement de reporting, de suivi et d'évaluation",
    "Commitment to reporting, follow-up and evaluation",
  ),
  "governance.network_commitment": field(
    "Souhait de contribuer au réseau national",
    "Wish to contribute to the national network",
  ),
  "governance.consulted": field("Accord recherché avec", "Agreement sought with"),
  "governance.partners.*.name": field("Nom", "Name"),
  "governance.partners.*.kind": field(
    "Nature",
    "Kind",
    both("Région, opérateur, chambre consulaire…", "Région, operator, chamber…"),
  ),

  "action_plan.strategy": field(
    "Stratégie industrielle du territoire",
    "Industrial strategy of the territory",
  ),
  "action_plan.local_stakes": field(
    "Enjeux locaux auxquels le plan répond",
    "Local stakes that the plan answers",
  ),
  "action_plan.srdeii": field("Orientation du SRDEII servie", "Orientation of the SRDEII served"),
  "action_plan.actions.*.title": field("Titre", "Title"),
  "action_plan.actions.*.summary": field(
    "Objectifs opérationnels, en quelques lignes",
    "Operational aims, in a few lines",
  ),
  "action_plan.actions.*.priorities": field("Priorités servies", "Priorities served"),
  "action_plan.actions.*.themes": field("Autres thèmes", "Other themes"),
  "action_plan.actions.*.lead": field("Porteur", "Lead"),
  "action_plan.actions.*.partners": field("Partenaires", "Partners", commas),
  "action_plan.actions.*.scope": field(
    "Échelle",
    "Scope",
    both("Territoire, région, zone, filière…", "Territory, région, zone, sector…"),
  ),
  "action_plan.actions.*.start": field("Premier mois", "First month", month),
  "action_plan.actions.*.end": field("Dernier mois", "Last month", month),
  "action_plan.actions.*.phases": field("Nombre de phases", "Number of phases", whole(3)),
  "action_plan.actions.*.cost": field("Coût", "Cost", euros),
  "action_plan.actions.*.financing_need": field("Besoin de financement", "Financing need", euros),
  "action_plan.actions.*.indicators": field("Indicateurs de suivi", "Indicators", commas),
  "action_plan.actions.*.under_way": field("Action déjà en cours", "Action already under way"),
  "action_plan.actions.*.jobs": field(
    "Emplois industriels directs attendus",
    "Direct industrial jobs expected",
    whole(120),
  ),

  "chef_de_projet.scale": field("Barème de simulation", "Scale of the simulation"),
  "chef_de_projet.fragility_level": field("Niveau de fragilité", "Level of fragility"),
  "chef_de_projet.host.kind": field("Structure de portage", "Host of the post"),
  "chef_de_projet.host.epcis": field("Intercommunalités de portage", "Host intercommunalités"),
  "chef_de_projet.host.name": field("Nom de l'autre structure", "Name of the other structure"),
  "chef_de_projet.host.siren": field("SIREN de l'autre structure", "SIREN of the other structure"),
  "chef_de_projet.host.wished_by_epcis": field(
    "Portage souhaité par les intercommunalités",
    "Host wished by the intercommunalités",
  ),
  "chef_de_projet.host.opinions_sought": field(
    "Avis des intercommunalités recherché sur la structure et le profil",
    "Opinion of the intercommunalités sought on host and profile",
  ),
  "chef_de_projet.serves_whole_territory": field(
    "Travaille pour tout le territoire",
    "Works for the whole territory",
  ),
  "chef_de_projet.annual_cost": field(
    "Coût employeur annuel chargé",
    "Employer's loaded yearly cost",
    both("Pour un temps plein, en euros : 62 000,50", "For a full-time post, in euros: 62000.50"),
  ),
  "chef_de_projet.working_time": field(
    "Part du temps donnée au programme",
    "Part of the time given to the programme",
    both("1, 0,8 ou 80 %", "1, 0.8 or 80%"),
  ),
  "chef_de_projet.start": field("Début du poste", "Start of the post", day),
  "chef_de_projet.months": field("Durée en mois", "Length in months", both("En mois, par exemple 36", "In months, for instance 36")),
  "chef_de_projet.shared_with": field("Poste partagé avec", "Post shared with"),
  "chef_de_projet.other_funding.*.funder": field("Financeur", "Funder"),
  "chef_de_projet.other_funding.*.kind": field("Nature", "Kind"),
  "chef_de_projet.other_funding.*.amount": field(
    "Montant sur toute la durée",
    "Amount over the whole post",
    euros,
  ),
  "chef_de_projet.split.key": field(
    "Clé de répartition du reste à charge",
    "Key of the split of the local share",
  ),
  "chef_de_projet.split.weights": field(
    "Poids de chaque membre",
    "Weight of each member",
    both("Des nombres entiers, pour une clé choisie par vous.", "Whole numbers, for a key of your own."),
  ),
} as const satisfies Record<string, FieldLabel>;

/** The label of a path: `governance.elus.0.name` is that of `governance.elus.*.name`; a row is called as its list. */
export function fieldLabel(path: string): FieldLabel {
  const key = path.replace(/\.\d+(?=\.|$)/g, ".*");
  const known = fields as Record<string, FieldLabel>;
  return known[key] ?? known[key.replace(/\.\*$/, "")] ?? { label: both(path, path) };
}
