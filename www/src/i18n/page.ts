/** Every label of the page apart from those of its fields. Sentences about rules come from the engine. */
import { both, type Label } from "./lang.js";

export const page = {
  title: both(
    "Préparer une candidature « Territoires d'industrie »",
    "Prepare a “Territoires d'industrie” application",
  ),
  skip: both("Aller au formulaire", "Skip to the form"),
  language: both("Langue", "Language"),
  example: both("Essayer avec un exemple", "Try with an example"),
  clear: both("Effacer tout", "Clear all"),
  cleared: both("Tout est effacé.", "Everything is cleared."),
  exampleLoaded: both(
    "L'exemple est chargé ; les noms de personnes et d'entreprises sont fictifs.",
    "The example is loaded; the names of people and companies are made up.",
  ),
  restored: both("Votre saisie est rétablie.", "Your entries are back."),
  undo: both("Annuler", "Undo"),
  close: both("Fermer", "Close"),
  textSize: both("Taille du texte", "Text size"),
  dark: both("Affichage sombre", "Dark display"),
  menu: both("Menu", "Menu"),
  noticeMore: both("Ce qui reste utile, date de contrôle", "What remains useful, day of the check"),
  notice: both("Calendrier et confidentialité", "Calendar and privacy"),
  stillUseful: both(
    "Restent utiles : relire un dossier à la date de son dépôt, préparer la modification d'un territoire labellisé ou un futur appel, simuler le poste de chef de projet.",
    "Still useful: to check a dossier as of its filing, to prepare the amendment of a labelled territory or a future call, to simulate the post of chef de projet.",
  ),
  privacy: both(
    "Rien de ce que vous saisissez ne quitte votre navigateur.",
    "Nothing that you type leaves your browser.",
  ),
  callOpen: both(
    "L'appel est ouvert du {opens} au {closes} inclus.",
    "The call is open from {opens} to {closes} included.",
  ),
  callClosed: both("L'appel s'est terminé le {closes}.", "The call ended on {closes}."),
  callComing: both("L'appel ouvre le {opens}.", "The call opens on {opens}."),
  asOf: both("Vérifier à la date du", "Check as of"),
  asOfLastDay: both("Dernier jour de l'appel : {day}", "Last day of the call: {day}"),
  asOfWrong: both(
    "Ce jour n'est pas lu : indiquez un jour entre le {first} et le {last}. Le contrôle reste à la date du {day}.",
    "This day is not read: give a day from {first} to {last}. The check stays as of {day}.",
  ),
  asOfToday: both("Revenir à aujourd'hui", "Back to today"),
  goToStep: both("Aller à l'étape", "Go to step"),
  contents: both("Parties du formulaire", "Parts of the form"),
  form: both("Candidature", "Application"),
  loading: both("Chargement du contrôle…", "Loading the check…"),
  noEngine: both(
    "Le contrôle n'a pas pu se charger dans ce navigateur. Le formulaire reste lisible, mais rien n'est vérifié. Essayez de recharger la page ou un navigateur plus récent.",
    "The check could not be loaded in this browser. The form can still be read, but nothing is checked. Try to reload the page, or a more recent browser.",
  ),

  summary: both("Bilan indicatif", "Indicative summary"),
  toSummary: both("Voir le bilan indicatif", "See the indicative summary"),
  asOfDay: both("Situation au {day}", "As of {day}"),
  calendarApart: both("Calendrier mis à part :", "Apart from the calendar:"),
  disclaimer: both(
    "Contrôle indicatif, non officiel, d'après la FAQ de juin 2023 ; le guide et le formulaire peuvent demander davantage. L'instruction et la sélection relèvent de l'État et des Régions.",
    "Indicative check, not official, after the FAQ of June 2023; the guide and the form may ask for more. The State and the Régions examine and select.",
  ),
  progress: both("Points réunis : {met} sur {expected} attendus", "Expected points met: {met} of {expected}"),
  nextSteps: both("Reste à faire", "Still to do"),
  nothingLeft: both("Rien ne reste à faire.", "Nothing is left to do."),
  unreadable: both("Saisies à relire", "Entries to read again"),
  notices: both("Saisies interprétées", "Entries interpreted"),
  typed: both("Saisi : « {typed} ».", "Typed: “{typed}”."),
  readAs: both("Lu : « {read} ».", "Read as: “{read}”."),
  advised: both("conseillé", "advised"),
  offers: both("Offres annoncées en lien avec le dossier ({n})", "Announced offers that fit the dossier ({n})"),
  goodToKnow: both("À savoir ({n})", "Good to know ({n})"),
  allChecks: both("Tous les contrôles ({n})", "All checks ({n})"),
  unknownKeys: both("Éléments inconnus, non lus : {keys}.", "Unknown items, not read: {keys}."),
  madeBy: both("Campagne {campaign}, moteur {engine}.", "Campaign {campaign}, engine {engine}."),
  why: both("Pourquoi ?", "Why?"),
  whyTitle: both(" : « {title} »", ": “{title}”"),
  whyOurs: both("Le seuil ou la lecture est de nous.", "The threshold or the reading is ours."),
  whyFailed: both("L'explication n'a pas pu se charger.", "The explanation could not be loaded."),
  coherence: both("contrôle de la saisie", "check of your entries"),
  faq: both("FAQ\u00a0{section}", "FAQ\u00a0{section}"),

  funding: both("Financement du chef de projet", "Funding of the chef de projet"),
  fundingPlan: both("Plan de financement du chef de projet", "Funding plan of the chef de projet"),
  toPlan: both("Voir par année et par intercommunalité", "See by year and by intercommunalité"),
  noPlan: both("Pas encore de plan de financement.", "No funding plan yet."),
  byYear: both("Par année", "By year"),
  byMember: both("Reste à charge par intercommunalité", "Local share by intercommunalité"),
  year: both("Année", "Year"),
  monthsOf: both("{n} mois", "{n} {n|month|months}"),
  cofinanced: both("dont {n} {n|cofinancé|cofinancés}", "{n} of them cofinanced"),
  cost: both("Coût", "Cost"),
  grant: both("État", "State"),
  other: both("Autres financeurs", "Other funders"),
  local: both("Reste à charge", "Local share"),
  localFull: both("Reste à charge des intercommunalités", "Left to the intercommunalités"),
  total: both("Total", "Total"),
  member: both("Intercommunalité", "Intercommunalité"),
  effectiveRate: both("Part de l'État dans le coût", "State's part of the cost"),
  breakEven: both(
    "Le plafond joue au-dessus d'un coût annuel de",
    "The ceiling applies above a yearly cost of",
  ),
  excess: both("Financements au-delà du coût", "Funding above the cost"),
  excessBy: both("Les financements dépassent de {excess} le coût.", "The funding exceeds the cost by {excess}."),
  splitMissing: both("La répartition attend :", "The split is waiting for:"),
  simulated: both("Simulation", "Simulation"),
  jobs: both("Emplois", "Jobs"),
  jobsDirect: both(
    "{direct} {direct|emploi industriel direct attendu|emplois industriels directs attendus}.",
    "{direct} direct industrial {direct|job|jobs} expected.",
  ),
  jobsAround: both(
    "Ordre de grandeur national, non une prévision locale : {indirect} {indirect|emploi indirect|emplois indirects} et {induced} {induced|induit|induits} (FAQ 1.1).",
    "National order of magnitude, no local forecast: {indirect} indirect and {induced} induced {induced|job|jobs} (FAQ 1.1).",
  ),

  remove: both("Retirer", "Remove"),
  ofRow: both(" : {name}", ": {name}"),
  duplicate: both("Dupliquer", "Duplicate"),
  rowRemoved: both("Supprimé : {name}.", "Removed: {name}."),
  rowDuplicated: both("Copie ajoutée après : {name}.", "Copy added after: {name}."),
  fiche: both("Fiche-action : {n} {n|élément|éléments} sur {of}", "Fiche-action: {n} of {of} elements"),
  ficheMissing: both("manquent : {missing}", "missing: {missing}"),
  fits: both("Pistes de la boîte à outils ({n})", "Ideas from the toolbox ({n})"),
  timeline: both("Calendrier des actions", "Calendar of the actions"),
  timelineEnd: both("fin du programme : {day}", "end of the programme: {day}"),
  timelineSpan: both("{name} : de {start} à {end}", "{name}: {start} to {end}"),
  timelineBeyond: both("au-delà de la fin du programme", "beyond the end of the programme"),
  notAnswered: both("Sans réponse", "Not answered"),
  yes: both("Oui", "Yes"),
  no: both("Non", "No"),

  epciSearch: both("Ajouter une intercommunalité", "Add an intercommunalité"),
  epciHint: both(
    "Tapez le nom d'une intercommunalité (EPCI) ou d'une commune, un SIREN ou un département, puis choisissez dans la liste. Vous pouvez coller une liste de SIREN.",
    "Type the name of an intercommunalité (EPCI) or of a commune, a SIREN or a département, then choose from the list. A list of SIREN can be pasted.",
  ),
  byCommune: both("commune : {name}", "commune: {name}"),
  communesFailed: both(
    "Les communes n'ont pas pu être chargées : cherchez par le nom de l'intercommunalité.",
    "The communes could not be loaded: search by the name of the intercommunalité.",
  ),
  epcisPasted: both(
    "Intercommunalités ajoutées : {n} ; déjà présentes : {doubles}.",
    "Intercommunalités added: {n}; already there: {doubles}.",
  ),
  moveUp: both("Monter {name}", "Move {name} up"),
  moveDown: both("Descendre {name}", "Move {name} down"),
  movedTo: both("{name} : en position {n}.", "{name}: now number {n}."),
  perimeterTotals: both(
    "{members} {members|membre|membres} · {communes} {communes|commune|communes} · {population} hab. (population municipale 2020)",
    "{members} {members|member|members} · {communes} {communes|commune|communes} · {population} inhab. (municipal population of 2020)",
  ),
  regionOutside: both("{name} (hors du périmètre)", "{name} (outside the perimeter)"),
  departements: both("Départements ({n}) : {names}", "Départements ({n}): {names}"),
  mapCredit: both(
    "Fond de carte : Victor Cazanave, svg-maps, CC BY 4.0.",
    "Map: Victor Cazanave, svg-maps, CC BY 4.0.",
  ),
  epciSuggestions: both("Intercommunalités proposées", "Intercommunalités suggested"),
  epciCount: both(
    "{n} {n|proposée|proposées} ; flèches pour parcourir, Entrée pour choisir.",
    "{n} suggested; arrows to browse, Enter to choose.",
  ),
  epciNone: both("Aucune intercommunalité ni commune de ce nom.", "No intercommunalité or commune of that name."),
  epciChosen: both("{name} : ajoutée.", "{name}: added."),
  epciRemoved: both("{name} : retirée.", "{name}: removed."),
  epciPick: both(
    "Choisissez dans la liste ou saisissez le SIREN.",
    "Choose from the list or type the SIREN.",
  ),
  epciUnknown: both("Nom inconnu de l'annuaire", "Name not in the directory"),
  siren: both("SIREN", "SIREN"),
  inhabitants: both("hab.", "inhab."),
  communes: both("{n} {n|commune|communes}", "{n} {n|commune|communes}"),
} as const;

/** The sizes of the text. */
export const textSizeNames = {
  normal: both("Texte normal", "Normal text"),
  large: both("Texte grand", "Large text"),
  larger: both("Texte très grand", "Very large text"),
} as const;

/** The verdicts, in words that are no administrative decision. */
export const verdicts = {
  admissible: both("Rien ne manque au regard de la FAQ", "Nothing is missing with regard to the FAQ"),
  incomplete: both("À compléter", "To complete"),
  inadmissible: both("À corriger au regard de la FAQ", "To correct with regard to the FAQ"),
} as const;

export const outcomes = {
  met: both("en ordre", "in order"),
  unmet: both("à revoir", "to review"),
  unknown: both("à compléter", "to complete"),
  not_applicable: both("sans objet", "not concerned"),
} as const;

export const statuses = {
  official: both("barème publié", "published scale"),
  hypothesis: both("hypothèse", "hypothesis"),
  case: both("cas rapporté", "reported case"),
  comparison: both("comparaison", "comparison"),
  unpublished: both("non publié", "not published"),
  custom: both("barème saisi", "scale as typed"),
} as const;

export const bindings = {
  rate: both("selon le taux", "by the rate"),
  ceiling: both("au plafond", "at the ceiling"),
  none: both("aucun mois cofinancé", "no cofinanced month"),
} as const;

/** Documents that a source can be, the FAQ apart. */
export const documents: Record<string, { fr: string; en: string }> = {
  "cp-2019": both("communiqué, septembre 2019", "press release, September 2019"),
  "cp-2021": both("communiqué, octobre 2021", "press release, October 2021"),
  "cp-2023": both("communiqué, juin 2023", "press release, June 2023"),
  "page-2025": both("page du programme, 2025", "programme page, 2025"),
  "press-2023-12": both("presse, décembre 2023", "press, December 2023"),
  "pvd-aides-territoires": both(
    "Aides-territoires, Petites Villes de Demain",
    "Aides-territoires, Petites Villes de Demain",
  ),
};

/** What hangs on a rule. */
export const ruleLevels: Record<string, Label> = {
  required: both("Attendu : le bilan en dépend.", "Expected: the summary depends on it."),
  recommended: both("Conseillé : le bilan n'en dépend pas.", "Advised: the summary does not depend on it."),
  informative: both("Pour information.", "For information."),
};
