/** The words of the dossier's lists of values, in the order of the form. */
import { both, type Label } from "./lang.js";

/** A word of the dossier and what people read. */
export type Choice = readonly [word: string, label: Label];

const parts: Choice[] = [
  ["binome", both("Membre du binôme", "Of the binôme")],
  ["member", both("Autre membre de la gouvernance", "Other member of the governance")],
  ["substitute", both("Suppléant", "Substitute")],
];

export const words = {
  campaign: [
    ["2023-2027", both("2023-2027", "2023-2027")],
    ["2018-2022", both("2018-2022", "2018-2022")],
  ],
  kind: [
    ["application", both("Candidature", "Application")],
    [
      "amendment",
      both(
        "Modification d'un périmètre ou d'une gouvernance labellisés",
        "Amendment of a labelled perimeter or governance",
      ),
    ],
  ],
  "perimeter.crte": [
    ["aligned", both("Coïncide avec un CRTE", "Matches one CRTE")],
    ["several", both("Regroupe plusieurs CRTE", "Holds several CRTE")],
    ["no", both("Aucune articulation", "None")],
  ],
  "perimeter.opinions.*.body": [
    ["conseil_regional", both("La collectivité régionale", "The regional authority")],
    ["state", both("Les services de l'État", "The State's services")],
  ],
  "perimeter.opinions.*.opinion": [
    ["favourable", both("Favorable", "Favourable")],
    ["unfavourable", both("Défavorable", "Unfavourable")],
    ["pending", both("Attendu", "Pending")],
  ],
  "governance.elus.*.part": parts,
  "governance.industriels.*.part": parts,
  "governance.binome_status": [
    ["identified", both("Binôme identifié", "Identified")],
    ["being_identified", both("En cours d'identification", "Being identified")],
  ],
  "governance.letters.*.status": [
    ["signed", both("Signée", "Signed")],
    ["to_sign", both("À signer", "To sign")],
    ["declined", both("Refusée", "Declined")],
  ],
  "governance.consulted": [
    ["local_elus", both("Élus locaux", "Local élus")],
    ["regional_elus", both("Élus régionaux", "Regional élus")],
    ["state_services", both("Services de l'État", "State services")],
    ["industriels", both("Industriels", "Industriels")],
  ],
  "action_plan.actions.*.priorities": [
    [
      "ecological_transition",
      both("Transition écologique et énergétique", "Ecological and energy transition"),
    ],
    ["innovation", both("Innovation", "Innovation")],
    ["skills", both("Compétences et recrutement", "Skills and recruitment")],
    ["land", both("Foncier", "Land")],
  ],
  "action_plan.actions.*.themes": [
    ["export", both("Export", "Export")],
    ["attractiveness", both("Attractivité", "Attractiveness")],
    ["investment", both("Investissement structurant", "Structuring investment")],
  ],
  "chef_de_projet.host.kind": [
    ["epci", both("Une intercommunalité", "One intercommunalité")],
    ["shared", both("Plusieurs intercommunalités", "Several intercommunalités")],
    ["other", both("Une autre structure", "Another structure")],
  ],
  "chef_de_projet.shared_with": [
    ["acv", both("Action Cœur de Ville", "Action Cœur de Ville")],
    ["crte", both("CRTE", "CRTE")],
    ["other", both("Un autre programme", "Another programme")],
  ],
  "chef_de_projet.other_funding.*.kind": [
    ["collectivite", both("Collectivité", "Collectivité")],
    ["state", both("État, hors programme", "State, besides the programme")],
    ["european", both("Fonds européens", "European funds")],
    ["operator", both("Opérateur public", "Public operator")],
    ["private", both("Privé", "Private")],
  ],
  "chef_de_projet.split.key": [
    ["population", both("Population municipale", "Municipal population")],
    ["equal", both("Parts égales", "Equal parts")],
    ["custom", both("Poids choisis", "Chosen weights")],
  ],
} as const satisfies Record<string, readonly Choice[]>;

/** The words that stand at a path of the dossier; none where anything can be typed. */
export const wordsAt = (path: string): readonly Choice[] =>
  (words as Record<string, readonly Choice[]>)[path.replace(/\.\d+(?=\.|$)/g, ".*")] ?? [];

/** The elements of a fiche-action, as rule A10 names them. */
export const ficheElements: Record<string, Label> = {
  summary: both("descriptif", "description"),
  lead: both("porteur", "lead"),
  partners: both("parties prenantes", "partners"),
  financing: both("coût et besoin de financement", "cost and financing need"),
  calendar: both("calendrier", "calendar"),
  indicators: both("indicateurs", "indicators"),
};
