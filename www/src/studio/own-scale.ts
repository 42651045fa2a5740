/** `<ti-own-scale>`: the rate and the ceiling of the person's own convention, as a whole scale in the dossier. */
import { compare } from "territoires-industrie";
import type { Scale, ScaleLevel } from "territoires-industrie";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { page } from "../i18n/page.js";
import { studio } from "../i18n/studio.js";
import { wholeScale } from "../keep/desk.js";
import { Part, typedAmount } from "./part.js";

/** `62,5` per cent as basis points, by its digits; null when it is no rate. */
function basisPoints(typed: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (!found) return null;
  const points = Number(`${found[1]}${(found[2] ?? "").padEnd(2, "0")}`);
  return points <= 10_000 ? points : null;
}

/** `62,5` from basis points; nothing when they are none. */
const percentOf = (lang: string, points: number): string =>
  Number.isInteger(points) ? typedAmount(lang, (points / 100).toFixed(2)).replace(/([.,]\d)0$/, "$1") : "";

/** The basis points of a rate below 1 that does not say per cent: `0,8` may stand for 80 %. Null for any other. */
function unclearPoints(typed: string): number | null {
  const points = typed.includes("%") ? null : basisPoints(typed);
  return points !== null && points > 0 && points < 100 ? points : null;
}

/** A rate as the field shows it, with its sign where it would be unclear without. */
function typedRate(lang: string, points: number): string {
  const percent = percentOf(lang, points);
  return unclearPoints(percent) === null ? percent : `${percent} %`;
}

interface Typed {
  rate: string;
  ceiling: string;
  period: "year" | "total";
  follows: boolean;
}

/** A level as the fields show it; what a scale leaves out is as the engine takes it. */
const typedOf = (lang: string, level: Partial<ScaleLevel> | null): Typed => ({
  rate: level?.rate == null ? "" : typedRate(lang, Number(level.rate)),
  ceiling: level?.ceiling == null ? "" : typedAmount(lang, String(level.ceiling)),
  period: level?.ceiling_period ?? "year",
  follows: level?.ceiling_follows_working_time ?? true,
});

const blankLevel: ScaleLevel = {
  id: "own",
  label: studio.ownLevel,
  rate: null,
  ceiling: null,
  ceiling_on: "grant",
  ceiling_period: "year",
  ceiling_follows_working_time: true,
};

const blankScale: Scale = {
  id: "custom",
  label: studio.ownScale,
  status: "custom",
  source: { document: "convention", section: null },
  valid_from: null,
  valid_to: null,
  max_months: null,
  levels: [blankLevel],
};

/** A scale with what the fields hold in one of its levels: the rest of it, which they do not show, stays. */
function withTyped({ rate, ceiling, period, follows }: Typed, scale: Scale, level: ScaleLevel): Scale {
  const typed: ScaleLevel = {
    ...level,
    label: studio.ownLevel,
    rate: basisPoints(rate) ?? 0,
    ceiling: ceiling.trim() || null,
    ceiling_period: period,
    ceiling_follows_working_time: follows,
  };
  const { label, status, source } = blankScale;
  return { ...scale, label, status, source, levels: scale.levels.map((one) => (one.id === level.id ? typed : one)) };
}

const isRead = (scale: Scale): boolean => {
  try {
    compare({}, null, { scale });
    return true;
  } catch {
    return false;
  }
};

export class TiOwnScale extends Part {
  static override properties = { ...Part.properties, wrong: { state: true } };
  declare private wrong: { rate: boolean; ceiling: boolean };

  constructor() {
    super();
    this.wrong = { rate: false, ceiling: false };
  }

  /** What the fields hold. */
  private typed = typedOf("fr", null);
  /** The level that filled the fields, as JSON. */
  private filledWith = "null";
  /** The level of the shipped scale, to go back to; nothing once another dossier was loaded. */
  private formerLevel = "";

  private get inForce(): Scale | null {
    return wholeScale(this.view.shared.dossier);
  }

  /** The level in force of the person's own scale: the chosen one, or the only one. */
  private get level(): ScaleLevel | null {
    const levels = this.inForce?.levels ?? [];
    const chosen = this.view.shared.dossier.chef_de_projet?.fragility_level;
    return levels.find(({ id }) => id === chosen) ?? (levels.length === 1 ? levels[0] : null) ?? null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const loaded = this.isLoaded(changed);
    if (loaded) this.formerLevel = "";
    const level = JSON.stringify(this.level);
    if (!loaded && level === this.filledWith) return;
    this.filledWith = level;
    this.typed = typedOf(this.view.shared.lang, this.level);
    this.wrong = { rate: false, ceiling: false };
  }

  protected override render(): TemplateResult {
    const { view, wrong, inForce, typed } = this;
    return html`<details class="fold own-scale" ?open=${inForce !== null}>
      <summary>${view.t(studio.own)}</summary>
      <p class="hint">${view.t(studio.ownHint)}</p>
      ${
        inForce
          ? html`<p class="status" role="status">${view.t(studio.ownInForce)}</p>
              <button type="button" data-own="back" @click=${this.back}>${view.t(studio.ownBack)}</button>
              ${this.formerLevel ? nothing : html`<p class="hint">${view.t(studio.ownBackLevel)}</p>`}`
          : nothing
      }
      <div class="grid">
        ${this.field("rate", studio.ownRate, wrong.rate ? this.rateAsked() : view.t(studio.ownRateHint))}
        ${this.field("ceiling", studio.ownCeiling, view.t(wrong.ceiling ? studio.ownCeilingUnread : studio.ownCeilingHint))}
        <fieldset class="choice">
          <legend>${view.t(studio.ownPeriod)}</legend>
          <div class="choices">
            ${(["year", "total"] as const).map(
              (period) =>
                html`<label
                  ><input type="radio" name="own-period" value=${period} .checked=${live(period === typed.period)} @change=${() => (this.typed.period = period)} />${view.t(
                    period === "year" ? studio.perYear : studio.perPost,
                  )}</label
                >`,
            )}
            <label
              ><input type="checkbox" name="own-follows" .checked=${live(typed.follows)} @change=${(event: Event) => (this.typed.follows = (event.target as HTMLInputElement).checked)} />${view.t(studio.ownFollows)}</label
            >
          </div>
        </fieldset>
      </div>
      <button type="button" data-own="apply" @click=${this.apply}>${view.t(studio.ownApply)}</button>
    </details>`;
  }

  /** What is asked of a rate that cannot be taken as it is typed. */
  private rateAsked(): string {
    const { view, typed } = this;
    const points = unclearPoints(typed.rate);
    if (points === null) return view.t(studio.ownRateUnread);
    const { lang } = view.shared;
    return view.t(studio.ownRateUnclear, { few: percentOf(lang, points), many: percentOf(lang, points * 100) });
  }

  private field(key: "rate" | "ceiling", label: typeof page.year, hint: string): TemplateResult {
    const { view, wrong, typed } = this;
    return html`<div class="slider">
      <label for="own-${key}">${view.t(label)}</label>
      <input
        id="own-${key}"
        inputmode="decimal"
        autocomplete="off"
        .value=${live(typed[key])}
        aria-invalid=${wrong[key] ? "true" : nothing}
        aria-describedby="own-${key}-hint"
        @input=${(event: Event) => (this.typed[key] = (event.target as HTMLInputElement).value)}
      />
      <p class="hint ${wrong[key] ? "note" : ""}" data-tone=${wrong[key] ? "unread" : nothing} id="own-${key}-hint">${hint}</p>
    </div>`;
  }

  private async apply(): Promise<void> {
    const { typed, inForce, level } = this;
    const blank = withTyped(typed, blankScale, blankLevel);
    this.wrong = { rate: basisPoints(typed.rate) === null || unclearPoints(typed.rate) !== null, ceiling: !isRead(blank) };
    if (this.wrong.rate || this.wrong.ceiling) {
      await this.updateComplete;
      this.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    if (!inForce) this.formerLevel = this.desk.typed("chef_de_projet.fragility_level");
    if (inForce && level && isRead(inForce)) await this.desk.useScale(withTyped(typed, inForce, level), level.id);
    else await this.desk.useScale(blank, blankLevel.id);
  }

  private back(): Promise<void> {
    // The button goes away: the focus stays on the fold that it was in.
    this.querySelector("summary")?.focus();
    return this.desk.useScale(null, this.formerLevel);
  }
}
