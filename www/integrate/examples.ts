/** The examples: the text of each is what is shown, and what runs. */
import bind from "./examples/bind.html?raw";
import day from "./examples/day.html?raw";
import dayScript from "./examples/day.js?raw";
import mapping from "./examples/mapping.html?raw";
import plan from "./examples/plan.html?raw";
import read from "./examples/read.html?raw";
import readScript from "./examples/read.js?raw";
import scale from "./examples/scale.html?raw";
import scaleScript from "./examples/scale.js?raw";
import theme from "./examples/theme.html?raw";
import themeStyle from "./examples/theme.css?raw";
import worker from "./examples/worker.js?raw";
import jsx from "../../pkg-tests/package/snippets/jsx.d.ts?raw";
import react from "../../pkg-tests/package/snippets/react.jsx?raw";
import vue from "../../pkg-tests/package/snippets/vue.js?raw";

export type Both = readonly [fr: string, en: string];

export interface Example {
  id: string;
  title: Both;
  text: Both;
  /** The markup that runs in the page. */
  live?: string;
  /** The names of the files shown, and what they hold. */
  files: readonly [name: string, code: string][];
  /** What runs once the markup is there. */
  run?: (() => Promise<unknown>) | undefined;
}

const scripts = import.meta.glob(["./examples/read.js", "./examples/scale.js"]);

const SCRIPT = '<script type="module" src="territoires-industrie/elements.js"></script>\n';

export const examples: readonly Example[] = [
  {
    id: "bind",
    title: ["Lier un formulaire", "Bind a form"],
    text: [
      "Les champs portent le nom du chemin de la donnée ; les messages viennent à côté de chaque champ une fois qu'on l'a quitté.",
      "Controls are named by the path of the data; messages come beside each field once it has been left.",
    ],
    live: bind,
    files: [["HTML", SCRIPT + bind]],
  },
  {
    id: "plan",
    title: ["Montrer le cofinancement", "Show the cofinancing"],
    text: [
      "Exact au centime, le statut des chiffres à côté de chaque montant.",
      "Exact to the cent, with the status of the figures beside each amount.",
    ],
    live: plan,
    files: [["HTML", SCRIPT + plan]],
  },
  {
    id: "report",
    title: ["Lire le rapport", "Read the report"],
    text: [
      "L'événement ti-report porte le rapport entier et ce qui a changé ; ti-funding, le plan ; ti-error, ce qui a échoué.",
      "The event ti-report carries the whole report and what changed; ti-funding, the plan; ti-error, what failed.",
    ],
    live: read,
    files: [
      ["HTML", SCRIPT + read],
      ["JavaScript", readScript],
    ],
    run: scripts["./examples/read.js"],
  },
  {
    id: "theme",
    title: ["Habiller", "Theme"],
    text: [
      "Les couleurs sont celles du système de design de l'État si votre page en définit les variables, sinon neutres, claires ou sombres selon color-scheme ; vos propres variables l'emportent.",
      "Colours are the State design system's if your page has its variables, else neutral, light or dark after color-scheme; your own variables win.",
    ],
    live: theme,
    files: [
      ["HTML", SCRIPT + theme],
      ["CSS", themeStyle],
    ],
  },
  {
    id: "scale",
    title: ["Votre barème", "Your own scale"],
    text: [
      "Un objet, ou l'adresse d'un fichier JSON. Un barème fautif est expliqué dans la console, clé par clé.",
      "An object, or the address of a JSON file. A faulty scale is explained in the console, key by key.",
    ],
    live: scale,
    files: [
      ["HTML", SCRIPT + scale],
      ["JavaScript", scaleScript],
    ],
    run: scripts["./examples/scale.js"],
  },
  {
    id: "mapping",
    title: ["Vos noms de champs", "Your own field names"],
    text: [
      "Dans un nom, l'astérisque est un numéro de ligne ; data-field, sur le champ, l'emporte.",
      "In a name, the asterisk is the number of a row; data-field, on the control, wins.",
    ],
    live: mapping,
    files: [["HTML", SCRIPT + mapping]],
  },
  {
    id: "day",
    title: ["Le jour de référence", "The day of reference"],
    text: [
      "Sans day, le contrôle se fait à la date du jour : l'appel de 2023 étant clos, tout dossier est hors calendrier, et verdict_apart_from_window dit ce qui reste utile.",
      "Without day, the check is as of today: since the 2023 call is closed, every dossier is past the window, and verdict_apart_from_window says what remains useful.",
    ],
    live: day,
    files: [
      ["HTML", SCRIPT + day],
      ["JavaScript", dayScript],
    ],
  },
  {
    id: "react",
    title: ["Avec React", "With React"],
    text: [
      "React ajoute et retire des lignes : le formulaire est relu. En TypeScript, un fichier de déclarations fait connaître les éléments à JSX. Testé tel quel.",
      "React adds and removes rows: the form is read again. In TypeScript, a file of declarations makes the elements known to JSX. Tested as it stands.",
    ],
    files: [
      ["React", react],
      ["TypeScript", jsx],
    ],
  },
  {
    id: "vue",
    title: ["Avec Vue", "With Vue"],
    text: [
      "Testé tel quel. Dans un modèle, dites à Vue que ti-* est un élément : compilerOptions.isCustomElement.",
      "Tested as it stands. In a template, tell Vue that ti-* is an element: compilerOptions.isCustomElement.",
    ],
    files: [["Vue", vue]],
  },
  {
    id: "worker",
    title: ["Dans un worker, sous Node, en périphérie", "In a worker, under Node, at the edge"],
    text: [
      "La même fonction, la même réponse, octet pour octet.",
      "The same function, the same answer, byte for byte.",
    ],
    files: [["JavaScript", worker]],
  },
];
