/** The parts of the form, its groups and its lists of rows. */
import { both } from "./lang.js";

export const sections = {
  territory: both("Territoire et calendrier", "Territory and calendar"),
  perimeter: both("Périmètre", "Perimeter"),
  governance: both("Gouvernance", "Governance"),
  action_plan: both("Plan d'action", "Action plan"),
  chef_de_projet: both("Chef de projet", "Chef de projet"),
} as const;

export type SectionId = keyof typeof sections;

/** How far a step has come. */
export const stepStates = {
  blank: both("pas commencé", "not begun"),
  wrong: both("à corriger : {n}", "to correct: {n}"),
  todo: both("à compléter : {n}", "to complete: {n}"),
  advised: both("rien ne manque, conseils : {n}", "nothing missing, advice: {n}"),
  done: both("complet", "complete"),
} as const;

export const groups = {
  applicant: both("Qui prépare la candidature", "Who prepares the application"),
  flags: both("Situation particulière du territoire", "Particular situation of the territory"),
  particular: both("Cas particuliers du périmètre", "Particular cases of the perimeter"),
  amendment: both("Modification : avis reçus", "Amendment: opinions received"),
  binome: both("Le binôme élu-industriel", "The binôme of élu and industriel"),
  byEpci: both("Un binôme par intercommunalité", "A binôme for each intercommunalité"),
  enlarged: both("Gouvernance élargie", "Enlarged governance"),
  commitments: both("Engagements", "Commitments"),
  host: both("Portage", "Host"),
  post: both("Poste", "Post"),
  split: both("Répartition du reste à charge", "Split of the local share"),
} as const;

/** A list of rows: its title, what one row is called, and the button that adds one. */
export const lists = {
  "perimeter.project_perimeters": {
    title: both(
      "Périmètres de projet ou gouvernances existants",
      "Existing project perimeters or governances",
    ),
    row: both("Périmètre de projet {n}", "Project perimeter {n}"),
    add: both("Ajouter un périmètre de projet", "Add a project perimeter"),
  },
  "perimeter.opinions": {
    title: both("Avis", "Opinions"),
    row: both("Avis {n}", "Opinion {n}"),
    add: both("Ajouter un avis", "Add an opinion"),
  },
  "governance.elus": {
    title: both("Élus", "Élus"),
    row: both("Élu {n}", "Élu {n}"),
    add: both("Ajouter un élu", "Add an élu"),
  },
  "governance.industriels": {
    title: both("Industriels", "Industriels"),
    row: both("Industriel {n}", "Industriel {n}"),
    add: both("Ajouter un industriel", "Add an industriel"),
  },
  "governance.binomes_by_epci": {
    title: both("Binômes par intercommunalité", "Binômes by intercommunalité"),
    row: both("Binôme {n}", "Binôme {n}"),
    add: both("Ajouter un binôme", "Add a binôme"),
  },
  "governance.letters": {
    title: both("Lettres d'intention ou d'engagement", "Letters of intent or commitment"),
    row: both("Lettre {n}", "Letter {n}"),
    add: both("Ajouter une lettre", "Add a letter"),
  },
  "governance.partners": {
    title: both("Partenaires", "Partners"),
    row: both("Partenaire {n}", "Partner {n}"),
    add: both("Ajouter un partenaire", "Add a partner"),
  },
  "action_plan.actions": {
    title: both("Actions", "Actions"),
    row: both("Action {n}", "Action {n}"),
    add: both("Ajouter une action", "Add an action"),
  },
  "chef_de_projet.other_funding": {
    title: both("Autres financements", "Other funding"),
    row: both("Financement {n}", "Funding {n}"),
    add: both("Ajouter un financement", "Add a funding"),
  },
} as const;

export type ListPath = keyof typeof lists;
