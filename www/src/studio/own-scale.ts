/** `<ti-own-scale>`: the rate and the ceiling of the person's own convention, as a whole scale in the dossier. */
import { compare } from "territoires-industrie";
import type { Scale } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { both } from "../i18n/lang.js";
import { page } from "../i18n/page.js";
import { studio } from "../i18n/studio.js";
import { wholeScale } from "../keep/desk.js";
import { Part, typedAmount } from "./part.js";

const LEVEL = "own";

/** `62,5` per cent as basis points, by its digits; null when it is no rate. */
function basisPoints(typed: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (!found) return null;
  const points = Number(`${found[1]}${(found[2] ?? "").padEnd(2, "0")}`);
  return points <= 10_000 ? points : null;
}

const percentOf = (points: number): string =>
  `${Math.trunc(points / 100)},${String(points % 100).padStart(2, "0")}`.replace(/,00$/, "").replace(/(,\d)0$/, "$1");

interface Typed {
  rate: string;
  ceiling: string;
  period: "year" | "total";
  follows: boolean;
}

const scaleOf = ({ ceiling, period, follows }: Typed, points: number): Scale => ({
  id: "custom",
  label: studio.ownScale,
  status: "custom",
  source: { document: "convention", section: null },
  valid_from: null,
  valid_to: null,
  max_months: null,
  levels: [
    {
      id: LEVEL,
      label: both(studio.ownLevel.fr, studio.ownLevel.en),
      rate: points,
      ceiling: ceiling.trim() || null,
      ceiling_on: "grant",
      ceiling_period: period,
      ceiling_follows_working_time: follows,
    },
  ],
});

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

  /** The level of the shipped scale, to go back to. */
  private formerLevel = "";

  private get inForce(): Scale | null {
    return wholeScale(this.view.shared.dossier);
  }

  protected override render(): TemplateResult {
    const { view, wrong, inForce } = this;
    const level = inForce?.levels[0];
    const ceiling = level?.ceiling === null || level === undefined ? "" : typedAmount(view.shared.lang, String(level.ceiling));
    return html`<details class="fold own-scale" ?open=${inForce !== null}>
      <summary>${view.t(studio.own)}</summary>
      <p class="hint">${view.t(studio.ownHint)}</p>
      ${
        inForce
          ? html`<p class="status" role="status">${view.t(studio.ownInForce)}</p>
              <button type="button" data-own="back" @click=${() => this.desk.useScale(null, this.formerLevel)}>${view.t(studio.ownBack)}</button>`
          : nothing
      }
      <div class="grid">
        ${this.field("rate", studio.ownRate, wrong.rate ? studio.ownRateUnread : studio.ownRateHint, typeof level?.rate === "number" ? percentOf(level.rate) : "")}
        ${this.field("ceiling", studio.ownCeiling, wrong.ceiling ? studio.ownCeilingUnread : studio.ownCeilingHint, ceiling)}
        <fieldset class="choice">
          <legend>${view.t(studio.ownPeriod)}</legend>
          <div class="choices">
            ${(["year", "total"] as const).map(
              (period) =>
                html`<label
                  ><input type="radio" name="own-period" value=${period} ?checked=${period === (level?.ceiling_period ?? "year")} />${view.t(
                    period === "year" ? studio.perYear : studio.perPost,
                  )}</label
                >`,
            )}
            <label><input type="checkbox" name="own-follows" ?checked=${level?.ceiling_follows_working_time ?? true} />${view.t(studio.ownFollows)}</label>
          </div>
        </fieldset>
      </div>
      <button type="button" data-own="apply" @click=${this.apply}>${view.t(studio.ownApply)}</button>
    </details>`;
  }

  private field(key: "rate" | "ceiling", label: typeof page.year, hint: typeof page.year, value: string): TemplateResult {
    const { view, wrong } = this;
    return html`<div class="slider">
      <label for="own-${key}">${view.t(label)}</label>
      <input
        id="own-${key}"
        inputmode="decimal"
        autocomplete="off"
        value=${value}
        aria-invalid=${wrong[key] ? "true" : nothing}
        aria-describedby="own-${key}-hint"
      />
      <p class="hint ${wrong[key] ? "note" : ""}" data-tone=${wrong[key] ? "unread" : nothing} id="own-${key}-hint">${view.t(hint)}</p>
    </div>`;
  }

  private async apply(): Promise<void> {
    const value = (id: string): string => this.querySelector<HTMLInputElement>(`#own-${id}`)?.value ?? "";
    const typed: Typed = {
      rate: value("rate"),
      ceiling: value("ceiling"),
      period: this.querySelector<HTMLInputElement>("[name=own-period][value=total]")?.checked ? "total" : "year",
      follows: this.querySelector<HTMLInputElement>("[name=own-follows]")?.checked ?? true,
    };
    const points = basisPoints(typed.rate);
    const scale = scaleOf(typed, points ?? 0);
    this.wrong = { rate: points === null, ceiling: !isRead(scale) };
    if (this.wrong.rate || this.wrong.ceiling) {
      await this.updateComplete;
      this.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    if (!this.inForce) this.formerLevel = this.desk.typed("chef_de_projet.fragility_level");
    await this.desk.useScale(scale, LEVEL);
  }
}
