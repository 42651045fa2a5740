// What one would write by hand instead of loading the engine: the same kind of form (20 fields, 22 checks, a subsidy
// by year), in French, without sources, without the directory, in floats. It is there to be compared with.
export const FIELDS = [
  "kind", "filed_on", "territory_name", "epcis", "employment_area", "single_epci_reason", "metropole_reason", "crte",
  "elu_name", "industriel_name", "binome_status", "steering_committee", "letter_status", "actions", "fragility_level",
  "annual_cost", "working_time", "start", "months", "other_funding",
];

const WINDOW = { opens: "2023-06-22", closes: "2023-09-22" };
const PROGRAMME_END = "2027-12-31";
const MAX_ACTION_MONTHS = 48;
const PRIORITIES = ["ecological_transition", "innovation", "skills", "land"];
const LEVELS = {
  level_1: { rate: 0.4, ceiling: 25_000 },
  level_2: { rate: 0.5, ceiling: 35_000 },
  level_3: { rate: 0.7, ceiling: 45_000 },
};

const blank = (value) => value == null || (typeof value === "string" && value.trim() === "");
const given = (value) => !blank(value);
const digits = (text) => String(text ?? "").replace(/\s/g, "");

function sirenHolds(text) {
  const siren = digits(text);
  if (!/^\d{9}$/.test(siren)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const product = Number(siren[8 - i]) * (1 + (i % 2));
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}

function amount(text) {
  const plain = digits(text).replace("€", "").replace(",", ".");
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}

function share(text) {
  const plain = digits(text).replace(",", ".");
  const value = plain.endsWith("%") ? Number(plain.slice(0, -1)) / 100 : Number(plain);
  return plain !== "" && value > 0 && value <= 1 ? value : null;
}

function date(text) {
  const [, y, m, d] = String(text ?? "").match(/^(\d{4})-(\d\d)-(\d\d)$/) ?? [];
  if (!y) return null;
  const day = new Date(Date.UTC(y, m - 1, d));
  return day.getUTCMonth() === m - 1 && day.getUTCDate() === Number(d) ? `${y}-${m}-${d}` : null;
}

const monthIndex = (text) => {
  const [, y, m] = String(text ?? "").match(/^(\d{4})-(\d\d)/) ?? [];
  return y ? y * 12 + (m - 1) : null;
};

const met = (message) => ({ outcome: "met", message });
const unmet = (message) => ({ outcome: "unmet", message });
const unknown = (message) => ({ outcome: "unknown", message });
const notApplicable = (message) => ({ outcome: "not_applicable", message });
const required = (level) => level === "required";
const isAmendment = (form) => form.kind === "amendment";

/** Every check: id, level, what it looks at. */
const CHECKS = [
  ["window", "required", (form, { day }) => {
    if (isAmendment(form)) return notApplicable("La période de dépôt concerne les candidatures.");
    const filed = date(form.filed_on) ?? day;
    if (filed < WINDOW.opens) return unknown(`L'appel ouvre le ${WINDOW.opens}.`);
    return filed > WINDOW.closes ? unmet(`L'appel s'est terminé le ${WINDOW.closes}.`) : met("La date est dans la période de l'appel.");
  }],
  ["name", "informative", (form) => (given(form.territory_name) ? met("Le territoire a un nom.") : unknown("Nommez le territoire."))],
  ["members", "required", ({ epcis }) => (epcis?.length ? met(`${epcis.length} membres.`) : unknown("Indiquez les membres."))],
  ["siren", "required", ({ epcis = [] }) => {
    const row = epcis.findIndex((siren) => !sirenHolds(siren));
    if (!epcis.length) return notApplicable("Aucun membre.");
    return row < 0 ? met("Les SIREN sont bien formés.") : unmet(`Membre n° ${row + 1} : le SIREN n'est pas bon.`);
  }],
  ["distinct", "recommended", ({ epcis = [] }) =>
    new Set(epcis.map(digits)).size === epcis.length ? met("Chaque membre une fois.") : unmet("Un membre est indiqué deux fois.")],
  ["single", "required", ({ epcis = [], single_epci_reason }) => {
    if (epcis.length !== 1) return notApplicable("Ne concerne qu'un membre seul.");
    return given(single_epci_reason) ? met("La taille critique est expliquée.") : unknown("Expliquez la taille critique.");
  }],
  ["metropole", "required", ({ metropole_reason }) => (given(metropole_reason) ? met("Métropole justifiée.") : notApplicable("Pas de métropole."))],
  ["employment-area", "required", ({ employment_area }) => (given(employment_area) ? met("Bassin d'emploi expliqué.") : unknown("Expliquez le bassin d'emploi."))],
  ["crte", "recommended", ({ crte }) => ({ aligned: met("Articulé."), several: met("Articulé."), no: unmet("Non articulé.") })[crte] ?? unknown("Articulez avec un CRTE.")],
  ["binome", "required", (form) => {
    if (given(form.elu_name) && given(form.industriel_name)) return met("Le binôme est nommé.");
    return form.binome_status === "being_identified" ? met("Binôme en cours d'identification.") : unknown("Nommez le binôme.");
  }],
  ["committee", "recommended", ({ steering_committee }) =>
    steering_committee == null ? unknown("Indiquez le comité.") : steering_committee ? met("Comité prévu.") : unmet("Prévoyez un comité.")],
  ["letter", "required", (form) => {
    if (isAmendment(form)) return notApplicable("La lettre concerne les candidatures.");
    return { signed: met("Lettre signée."), to_sign: unknown("Lettre à signer."), declined: unmet("Lettre déclinée.") }[form.letter_status] ?? unknown("Indiquez qui signe.");
  }],
  ["actions", "required", onActions(({ length }) => met(`Le plan compte ${length} actions.`), unknown("Ajoutez une action."))],
  ["described", "required", onActions((actions) => eachAction(actions, (action) => given(action.title) && given(action.summary), unknown, "titre et résumé"))],
  ["priorities", "required", onActions((actions) =>
    eachAction(actions, ({ priorities }) => priorities?.some((word) => PRIORITIES.includes(word)), unknown, "une priorité"))],
  ["four-years", "recommended", onActions((actions) =>
    eachAction(actions, ({ start, end }) => !(monthIndex(end) - monthIndex(start) >= MAX_ACTION_MONTHS), unmet, "quatre ans au plus"))],
  ["programme-end", "recommended", onActions((actions) =>
    eachAction(actions, ({ end }) => !end || monthIndex(end) <= monthIndex(PROGRAMME_END), unmet, "la fin du programme"))],
  ["dates", "recommended", onActions((actions) =>
    eachAction(actions, ({ start, end }) => !start || !end || monthIndex(start) <= monthIndex(end), unmet, "des dates dans l'ordre"))],
  ["level", "recommended", ({ fragility_level }) => (LEVELS[fragility_level] ? met("Niveau indiqué.") : unknown("Indiquez le niveau."))],
  ["post", "recommended", (form) => (post(form) ? met("Le poste est décrit.") : unknown("Décrivez le poste."))],
  ["not-over-funded", "recommended", (_, { plan }) =>
    plan ? (plan.local < 0 ? unmet("Les financements dépassent le coût.") : met("Les financements ne dépassent pas le coût.")) : unknown("À vérifier.")],
  ["within-programme", "recommended", (_, { plan }) =>
    plan ? (plan.uncofinanced ? unmet(`${plan.uncofinanced} mois non cofinancés.`) : met("Dans la durée du programme.")) : unknown("À vérifier.")],
];

function onActions(look, empty = notApplicable("Aucune action.")) {
  return (form) => {
    if (isAmendment(form)) return notApplicable("Le plan concerne les candidatures.");
    return form.actions?.length ? look(form.actions) : empty;
  };
}

function eachAction(actions, holds, otherwise, what) {
  const rows = actions.flatMap((action, row) => (holds(action) ? [] : [row + 1]));
  return rows.length ? otherwise(`Action n° ${rows[0]}${rows.length > 1 ? ` (et ${rows.length - 1} autres)` : ""} : ${what}.`) : met(`Chaque action : ${what}.`);
}

function post(form) {
  const [cost, time, start, months] = [amount(form.annual_cost), share(form.working_time), date(form.start), Number(form.months)];
  return cost > 0 && time && start && months >= 1 && months <= 60 ? { cost, time, start: monthIndex(start), months } : null;
}

function simulate(form) {
  const level = LEVELS[form.fragility_level];
  const of = post(form);
  if (!level || !of) return null;
  const years = new Map();
  let uncofinanced = 0;
  for (let month = of.start; month < of.start + of.months; month++) {
    const key = Math.floor(month / 12);
    const year = years.get(key) ?? { year: key, months: 0, cofinanced: 0 };
    year.months += 1;
    if (month <= monthIndex(PROGRAMME_END)) year.cofinanced += 1;
    else uncofinanced += 1;
    years.set(key, year);
  }
  const other = (form.other_funding ?? []).reduce((sum, { amount: text }) => sum + (amount(text) ?? 0), 0);
  const cents = (euros) => Math.round(euros * 100) / 100;
  let [cost, grant] = [0, 0];
  for (const year of years.values()) {
    year.cost = cents((of.cost * of.time * year.months) / 12);
    year.grant = cents(Math.min((of.cost * of.time * year.cofinanced * level.rate) / 12, (level.ceiling * year.cofinanced) / 12));
    cost += year.cost;
    grant += year.grant;
  }
  const local = cents(cost - grant - other);
  const members = form.epcis?.length ?? 0;
  return { years: [...years.values()], cost, grant, other, local, uncofinanced, members: Array(members).fill(cents(local / members)) };
}

/** Every check with its outcome and its sentence, the verdict, the plan. */
export function evaluate(form, { day }) {
  const plan = simulate(form);
  const checks = CHECKS.map(([rule, level, look]) => ({ rule, level, ...look(form, { day, plan }) }));
  const has = (wanted) => checks.some(({ level, outcome }) => required(level) && outcome === wanted);
  const verdict = has("unmet") ? "inadmissible" : has("unknown") ? "incomplete" : "admissible";
  return { verdict, checks, next_steps: checks.filter(({ level, outcome }) => required(level) && outcome !== "met" && outcome !== "not_applicable").map(({ rule }) => rule), plan };
}
