/** Drafts of the letters of intent (FAQ 4.5), with the names filled in: a text to work on, never an official model. */
import type { Dossier, Lang, Report } from "territoires-industrie";
import { dayText, say, today } from "../format.js";
import { keep } from "../i18n/keep.js";
import { both } from "../i18n/lang.js";

interface Signatory {
  name: string;
  capacity: string;
  organisation: string;
}

const text = (value: unknown, blank: string): string => String(value ?? "").trim() || blank;

/** Those of the letters who have not answered yet; without letters, the members of the governance. */
function signatories({ governance }: Dossier, blank: string): Signatory[] {
  const letters = (governance?.letters ?? []).filter((one) => one?.signatory || one?.organisation);
  if (letters.length)
    return letters
      .filter((one) => one?.status !== "signed" && one?.status !== "declined")
      .map((one) => ({
        name: text(one?.signatory, blank),
        capacity: text(one?.capacity, blank),
        organisation: text(one?.organisation, blank),
      }));
  const elus = (governance?.elus ?? []).map((one) => ({ name: text(one?.name, blank), capacity: text(one?.role, blank), organisation: blank }));
  const industriels = (governance?.industriels ?? []).map((one) => ({
    name: text(one?.name, blank),
    capacity: text(one?.role, blank),
    organisation: text(one?.company, blank),
  }));
  const all = [...elus, ...industriels];
  return all.length ? all : [{ name: blank, capacity: blank, organisation: blank }];
}

/** What may begin with a vowel or an article stands where French need not know it. */
const draft = both(
  `BROUILLON – à relire, compléter et signer ; ce n'est pas un modèle officiel

{name}
{capacity}
{organisation}

À [lieu], le {day}

Objet : intention de prendre part à une démarche « Territoires d'industrie » (territoire : {territory})

Madame, Monsieur,

Une candidature au programme Territoires d'industrie {campaign} est en préparation (territoire : {territory}). {n|Intercommunalité membre|Intercommunalités membres} : {members}.

En la qualité indiquée ci-dessus, je vous fais part de mon intention de prendre part à cette démarche : contribuer à sa gouvernance, au suivi de son plan d'action et au compte rendu de ses résultats.

[Ce que vous apporterez en particulier : temps, actions portées, moyens.]

Veuillez agréer, Madame, Monsieur, l'expression de ma considération distinguée.

{name}
[signature]
`,
  `DRAFT – to be read over, completed and signed; this is no official model

{name}
{capacity}
{organisation}

[Place], {day}

Subject: intention to take part in a “Territoires d'industrie” project (territory: {territory})

Dear Sir or Madam,

An application to the programme Territoires d'industrie {campaign} is being prepared (territory: {territory}). Member {n|intercommunalité|intercommunalités}: {members}.

In the capacity stated above, I inform you of my intention to take part in it: to contribute to its governance, to the follow-up of its action plan and to the reporting of its results.

[What you will bring in particular: time, actions that you lead, means.]

Yours faithfully,

{name}
[signature]
`,
);

/** Why there is no letter to draft, if so. */
export function noLetters(dossier: Dossier, { checks, lang }: Report): string | null {
  const rule = checks.find(({ rule }) => rule === "G5");
  if (rule?.outcome === "not_applicable") return rule.message;
  return signatories(dossier, "").length === 0 ? keep.noLetters[lang] : null;
}

/** The drafts, one after the other. `members` are the names of the intercommunalités. */
export function letters(dossier: Dossier, campaign: string, members: string[], lang: Lang): string {
  const blank = lang === "fr" ? "[à compléter]" : "[to complete]";
  const same = {
    campaign,
    day: dayText(lang, today()),
    territory: text(dossier.territory_name, blank),
    n: members.length,
    members: members.join(", ") || blank,
  };
  return signatories(dossier, blank)
    .map((who) => say(lang, draft, { ...who, ...same }))
    .join(`\n${"-".repeat(72)}\n\n`);
}
