/// <reference lib="esnext.disposable" />
/**
 * The types of `territoires-industrie`. Names are those of the dossier, the report and the plan in JSON.
 * Sources are sections of the programme's FAQ of June 2023 unless said otherwise.
 */

/** A language of the messages. French is the one that counts. */
export type Lang = "fr" | "en";
/** A day: `2023-09-15`; as input also `15/09/2023` or `15.9.2023`; years 2000 to 2099. */
export type Day = string;
/** A month: `2024-01`; as input also `01/2024`. */
export type Month = string;
/** A SIREN: nine digits; as input also half-typed, with spaces, or the fourteen digits of a SIRET. */
export type Siren = string | number;
/** Euros as input: a number, or a text such as `62 000,50 €`; at most two decimals, 0 to 1 000 000 000. */
export type AmountIn = number | string;
/** A part of one as input: `0.8`, `0,8` or `80 %`; at most four decimals. */
export type ShareIn = number | string;
/** A whole number as input. */
export type WholeIn = number | string;
/** Yes or no as input: `true`, `oui`, `yes`, `on`, `1`, and the like. Absent is not answered, never no. */
export type YesNo = boolean | string | 0 | 1;
/** Euros with two decimals, as text so that no cent is lost: `"43791.25"`. */
export type Amount = string;
/** The dotted path of a field of the dossier, of a row or of a group: `perimeter.epcis.0`. A typo does not compile. */
export type FieldPath = PathIn<Dossier, `${number}`>;
/** The same with `*` for the number of a row: `action_plan.actions.*.title`. */
export type FieldPattern = PathIn<Dossier, `${number}` | "*">;
/**
 * The paths of controls by their names, for a form whose names are not ours. In a name, `*` stands for a number; in a
 * path for that number, or else for the place of the control among those of its name.
 */
export type Mapping = { readonly [name: string]: FieldPattern };

/** The paths below a value, with rows named by `Index`. A scale is one value. */
type PathIn<T, Index extends string> = T extends Scale
  ? never
  : T extends readonly (infer Row)[]
    ? Below<Index, Row, Index>
    : T extends object
      ? { [K in keyof T & string]: Below<K, T[K], Index> }[keyof T & string]
      : never;
type Below<Step extends string, T, Index extends string> = Step | `${Step}.${PathIn<NonNullable<T>, Index>}`;

/** Everything may be absent or null: not answered yet. */
type Open<T> = { [K in keyof T]?: T[K] | null };

/** Rows; a blank one counts for nothing. */
type Rows<T> = (T | null)[];
/** One of some words, or a blank: not answered yet. */
type Word<W extends string> = W | "";
/** Some of some words; a text with commas is a list too. */
type Words<W extends string> = (Word<W> | null)[] | string;

/** The dossier of a candidate. */
export type Dossier = Open<{
  /** The campaign of the programme; the newest known by default. */
  campaign: string;
  /** An application (default), or the amendment of a labelled perimeter or governance (2.3). */
  kind: Word<"application" | "amendment">;
  /** The day of filing (1.2). */
  filed_on: Day;
  territory_name: string;
  former_territory_name: string;
  /** Whether the territory was labelled in 2019-2022 (1.2). */
  labelled_2019_2022: YesNo;
  applicant: Applicant;
  flags: Flags;
  perimeter: Perimeter;
  governance: Governance;
  action_plan: ActionPlan;
  /** Absent while no field of it is answered. */
  chef_de_projet: ChefDeProjet;
}>;

/** Who prepares the application. */
export type Applicant = Open<{
  epci: Siren;
  contact_name: string;
  role: string;
  email: string;
  phone: string;
}>;

/** What the selection gives attention to (1.4). */
export type Flags = Open<{ industrial_shock: YesNo; industrial_mutation: YesNo; fragile_territory: YesNo }>;

/** The perimeter (2.1 to 2.5). */
export type Perimeter = Open<{
  /** The members, in order (2.1). */
  epcis: (Siren | null)[];
  /** Why it is one bassin d'emploi (2.1). */
  employment_area: string;
  /** Why a single intercommunalité is enough (2.2). */
  single_epci_reason: string;
  /** Why a métropole (2.4). */
  metropole_reason: string;
  /** Why a member that is no EPCI à fiscalité propre (2.2). */
  other_member_reason: string;
  /** How it stands to the CRTE (2.1). */
  crte: Word<"aligned" | "several" | "no">;
  project_perimeters: Rows<Open<{ kind: string; name: string }>>;
  /** Opinions on an amendment (2.3); `region` is a code of INSEE. */
  opinions: Rows<Open<{
    region: string;
    body: Word<"conseil_regional" | "state">;
    opinion: Word<"favourable" | "unfavourable" | "pending">;
  }>>;
}>;

/** The part someone plays: of the binôme by default. */
export type Part = Word<"binome" | "member" | "substitute">;

/** The governance (4.1 to 4.5). */
export type Governance = Open<{
  elus: Rows<Open<{ name: string; role: string; epci: Siren; part: Part }>>;
  industriels: Rows<Open<{ name: string; role: string; company: string; part: Part }>>;
  binomes_by_epci: Rows<Open<{ epci: Siren; elu: string; industriel: string }>>;
  binome_status: Word<"identified" | "being_identified">;
  /** Why more than one élu and one industriel, and how it works (4.4). */
  enlarged_reason: string;
  /** Whether the binôme leads a regular steering committee (4.1). */
  steering_committee: YesNo;
  /** The letters of intent or commitment (4.5). */
  letters: Rows<Open<{
    signatory: string;
    capacity: string;
    organisation: string;
    status: Word<"signed" | "to_sign" | "declined">;
  }>>;
  /** Whether the parties commit to reporting, follow-up and evaluation (3.4). */
  reporting_commitment: YesNo;
  /** Whether they wish to contribute to the national network (1.4). */
  network_commitment: YesNo;
  /** With whom consensus was sought (3.1). A text with commas is a list too. */
  consulted: Words<"local_elus" | "regional_elus" | "state_services" | "industriels">;
  partners: Rows<Open<{ name: string; kind: string }>>;
}>;

/** The synthetic action plan (3.1). */
export type ActionPlan = Open<{ strategy: string; local_stakes: string; srdeii: string; actions: Rows<Action> }>;

/** One action of the plan (3.1, 3.2). */
export type Action = Open<{
  title: string;
  summary: string;
  /** The priorities of the programme that it serves (1.5). */
  priorities: Words<"ecological_transition" | "innovation" | "skills" | "land">;
  themes: Words<"export" | "attractiveness" | "investment">;
  lead: string;
  partners: string[] | string;
  scope: string;
  /** Its first month. */
  start: Month;
  /** Its last month, counted in. */
  end: Month;
  phases: WholeIn;
  /** Euros. */
  cost: AmountIn;
  /** Euros still to be found. */
  financing_need: AmountIn;
  indicators: string[] | string;
  under_way: YesNo;
  /** Direct industrial jobs expected. */
  jobs: WholeIn;
}>;

/** The post to be cofinanced (5.1 to 5.4). */
export type ChefDeProjet = Open<{
  /** The id of a known funding scale, or a whole one. */
  scale: string | Scale;
  /** One of the scale's levels. */
  fragility_level: string;
  host: Open<{
    kind: Word<"epci" | "shared" | "other">;
    epcis: (Siren | null)[];
    name: string;
    siren: Siren;
    wished_by_epcis: YesNo;
    opinions_sought: YesNo;
  }>;
  serves_whole_territory: YesNo;
  /** Employer's loaded yearly cost of a full-time post, in euros. */
  annual_cost: AmountIn;
  /** Part of a full-time post given to this programme, above 0 and at most 1. */
  working_time: ShareIn;
  start: Day;
  /** Months, 1 to 60. */
  months: WholeIn;
  /** The other programme with which the post is shared (5.2). */
  shared_with: Word<"acv" | "crte" | "other">;
  /** Fixed amounts of other funders, in euros over the whole post. */
  other_funding: Rows<Open<{
    funder: string;
    kind: Word<"collectivite" | "state" | "european" | "operator" | "private">;
    amount: AmountIn;
  }>>;
  /** How the members split the rest; `weights` are whole, in the order of `perimeter.epcis`. */
  split: Open<{ key: Word<"population" | "equal" | "custom">; weights: (WholeIn | null)[] }>;
}>;

/** How a report is made. */
export interface Options {
  /** The day of reference; today in Europe/Paris by default. */
  day?: Day | null;
  /** French by default. */
  lang?: Lang | null;
  /** The funding scale, by id or whole; it wins over the dossier's. */
  scale?: string | Scale | null;
}

/** The same, with the dossier to start from. */
export interface FormOptions extends Options {
  /** For a form of the page: what it has no controls for. */
  dossier?: Dossier | null;
}

/** The same, for a form of the page. */
export interface ReaderOptions extends FormOptions {
  /** The fields of controls that are not named by them; an attribute `data-field` of a control wins over it. */
  mapping?: Mapping | null;
}

/** `admissible`: nothing is missing; `incomplete`: something is; `inadmissible`: something is wrong. Indicative only. */
export type Verdict = "admissible" | "incomplete" | "inadmissible";

/** A place in a public document, or `coherence` (section null) for a check of the entry itself. */
export interface Source {
  document: string;
  section: string | null;
}

/** What one rule says of the dossier. */
export interface Check {
  /** The id of the rule: `P5`. */
  rule: string;
  /** Only `required` rules change the verdict. */
  level: "required" | "recommended" | "informative";
  outcome: "met" | "unmet" | "unknown" | "not_applicable";
  /** Where to act, most useful first. */
  fields: FieldPath[];
  message: string;
  source: Source;
  /** The figures behind the message, with fixed keys per rule; `WindowData` for C1. */
  data: { [key: string]: unknown } | null;
}

/** The data of check C1, the window of the call (1.2). */
export interface WindowData {
  opens: Day;
  closes: Day;
  /** From the day of reference to the last day of filing; 0 from then on. */
  days_left: number;
  /** From the last day of filing to the day of filing; null when it is not later. */
  days_late: number | null;
}

/** An entry that could not be read: kept as typed, counted as not answered. */
export interface Unreadable {
  field: FieldPath;
  typed: string;
  message: string;
}

/** An entry that was read as something else than what was typed. */
export interface Notice {
  field: FieldPath;
  typed: string;
  read_as: string;
  message: string;
}

/** An offer of the toolbox that fits the dossier: an announcement of its date, to be checked; never a rule. */
export interface Suggestion {
  /** What is offered: `training`. */
  id: string;
  /** The actions that it fits (`action_plan.actions.0`), or the flag of the territory. */
  fields: FieldPath[];
  message: string;
  /** The document that announces it. */
  source: Source;
  /** Whether matching it with the action is ours. */
  ours: boolean;
}

/** The report on a dossier. Every key is always there. */
export interface Report {
  verdict: Verdict;
  /** The same without C1: what remains useful once a call is closed. */
  verdict_apart_from_window: Verdict;
  checks: Check[];
  /** Ids of the rules to act on, in the order to act. */
  next_steps: string[];
  unreadable: Unreadable[];
  notices: Notice[];
  unknown_keys: string[];
  /** Required rules that apply: how many are met, of how many. */
  progress: { met: number; expected: number };
  /** Null until checks F4 and F5 are met and every other funder has an amount. */
  funding: Plan | null;
  /** Offers of the toolbox that fit the actions or the territory (1.5). */
  suggestions: Suggestion[];
  /** Direct jobs of the actions; the others are orders of magnitude by a national average (1.1). */
  jobs: { direct: number; indirect: number | null; induced: number | null } | null;
  campaign: string;
  scale: string;
  day: Day;
  lang: Lang;
  engine: string;
}

/** The keys of the report that changed; of `checks` only those that did. */
export type Changes = Partial<Report>;

/** What a scale is worth; only `official` is a rule of the programme. */
export type ScaleStatus = "official" | "hypothesis" | "case" | "comparison" | "unpublished" | "custom";

/** A text in both languages. */
export interface Label {
  fr: string;
  en: string;
}

/** A funding scale (5.4). */
export interface Scale {
  id: string;
  label: Label;
  status: ScaleStatus;
  source: Source;
  /** Days on which a post may start under it. */
  valid_from: Day | null;
  valid_to: Day | null;
  /** Longest cofinanced duration, in months. */
  max_months: number | null;
  levels: ScaleLevel[];
}

/** One level of fragility of a scale. */
export interface ScaleLevel {
  id: string;
  label: Label;
  /** Basis points, 0 to 10000; null only when unpublished. */
  rate: number | null;
  /** Euros. */
  ceiling: AmountIn | null;
  ceiling_on: "grant" | "base";
  ceiling_period: "year" | "total";
  ceiling_follows_working_time: boolean;
}

/** The funding plan of a post, exact to the cent. */
export interface Plan {
  /** The id of the scale. */
  scale: string;
  /** The id of the level. */
  level: string;
  status: ScaleStatus;
  years: PlanYear[];
  totals: PlanSums;
  /** What grants and other funding exceed the cost by; then `other` and `local` are null and `members` is empty. */
  excess: Amount | null;
  /** What each other funder pays. */
  funders: PlanFunder[];
  members: PlanMember[];
  /** The fields without which the local share is not split. */
  split_missing: FieldPath[];
  /** Total grant over total cost, in basis points; null at cost 0. */
  effective_rate: number | null;
  /** The annual cost above which the ceiling binds, in euros. */
  break_even_annual_cost: Amount | null;
  /** The explanation, step by step. */
  steps: PlanStep[];
}

/** The amounts of a year or of the whole post, in euros. */
export interface PlanSums {
  cost: Amount;
  /** The State's part. */
  grant: Amount;
  /** The other funders'. */
  other: Amount | null;
  /** What is left to the member intercommunalités. */
  local: Amount | null;
}

/** One calendar year of the plan. */
export interface PlanYear extends PlanSums {
  year: number;
  months: number;
  cofinanced_months: number;
  /** What decides the grant: the rate, the ceiling, or nothing without a cofinanced month. */
  binding: "rate" | "ceiling" | "none";
}

/** The part of one other funder. */
export interface PlanFunder {
  /** Null when the dossier does not say who. */
  funder: string | null;
  kind: "collectivite" | "state" | "european" | "operator" | "private" | null;
  /** In the order of `years`; empty when the post is over-funded. */
  by_year: Amount[];
  total: Amount;
}

/** The part of one member. */
export interface PlanMember {
  siren: string;
  /** Its name without its kind; null when the directory does not have it. */
  name: string | null;
  /** CC, CA, CU, metropole, metropole_de_lyon or EPT. */
  kind: string | null;
  weight: number;
  /** In the order of `years`. */
  by_year: Amount[];
  total: Amount;
}

/** One step of the explanation of a plan. */
export interface PlanStep {
  /** The rule of computation. */
  rule: string;
  /** The amounts of the plan that it explains; those of one year when its numbers have a `year`. */
  explains: ("cost" | "grant" | "other" | "local" | "members" | "excess" | "break_even_annual_cost")[];
  /** Its numbers, with fixed keys per rule. */
  numbers: { [key: string]: unknown };
  source: Source;
  sentence: string;
}

/** A code of INSEE and its name. */
export interface Area {
  code: string;
  name: string;
}

/** An intercommunalité of the directory of 1 January 2023. */
export interface Epci {
  siren: string;
  name: string;
  /** CC, CA, CU, metropole, metropole_de_lyon or EPT. */
  kind: string;
  /** Kind and name. */
  label: string;
  /** Municipal population. */
  population: number;
  /** How many communes. */
  communes: number;
  departements: Area[];
  regions: Area[];
}

/** A rule of the catalogue. */
export interface Rule {
  id: string;
  name: string;
  level: Check["level"];
  /** Whether a threshold or a reading in it is ours and not the source's. */
  ours: boolean;
  /** The most telling first. */
  sources: Source[];
  /** The fields that it reads, besides `campaign`; `*` stands for any row, a list for whether it has rows. */
  reads: string[];
  /** The outcomes that it can have in a campaign whose texts give it. */
  outcomes: Check["outcome"][];
}

/** A post to compare: its name, and values by path of what differs from the dossier. */
export interface Scenario {
  name: string;
  set: { [path: string]: unknown };
}

/** Posts side by side. */
export interface Comparison {
  /** The plans, of those that have one, in order. */
  plans: Plan[];
  scenarios: {
    name: string;
    /** The place of its plan in `plans`; null without one. */
    plan: number | null;
    /** What it adds to the amounts of the reference; negative when it takes away. */
    difference: PlanSums | null;
    /** Why there is no plan, or what could not be read. */
    problems: { field: FieldPath; message: string }[];
  }[];
  /** The place in `scenarios` of the one that differences are from. */
  reference: number | null;
}

/** What `solve` looks for. */
export type Unknown = "annual_cost" | "months";

/** The largest post within a budget. */
export interface Solved {
  annual_cost: Amount;
  months: number;
  plan: Plan;
  /** Whether the search stopped at its bound: a larger post might be within the budget too. */
  at_limit: boolean;
}

/**
 * What varies in `sensitivity`: from `from` by `step` (a cent at least) as long as it is at most `to`, or month by month.
 * At most 1 000 points; none where the post would be out of range, as above 60 months.
 */
export type Range =
  | { of: "annual_cost"; from: AmountIn; to: AmountIn; step: AmountIn }
  | { of: "months"; from: number; to: number };

/** What the State and the members pay when one value of the post varies. */
export interface Sensitivity {
  scale: string;
  level: string;
  status: ScaleStatus;
  points: {
    annual_cost: Amount;
    months: number;
    grant: Amount;
    /** Null when the post is over-funded. */
    local: Amount | null;
  }[];
}

/** In columns; Markdown; for French spreadsheets; with commas and points; a page to print. */
export type DocumentFormat = "text" | "md" | "csv" | "csv-plain" | "html";
