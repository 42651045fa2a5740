/** `<ti-bars>`: who pays, year by year: the picture of the tables. */
import type { Plan } from "territoires-industrie";
import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import { html, nothing, svg, type TemplateResult } from "lit";
import { euros } from "../format.js";
import type { View } from "../form/view.js";
import { studio } from "../i18n/studio.js";
import { fillOf, patterns, type PayerKind } from "./patterns.js";
import { pixels, Plot, spread } from "./plot.js";
import { statusTag } from "./status.js";

interface Payer {
  kind: PayerKind;
  index: number;
  name: string;
  by_year: (string | null)[];
  total: string | null;
}

/** Members of more than this many are drawn together at first. */
const FEW = 6;
const LINE = 34;
const TOP = 12;
const AXIS = 28;

function payersOf(view: View, plan: Plan, apart: boolean): Payer[] {
  const state: Payer = {
    kind: "state",
    index: 0,
    name: view.t(studio.state),
    by_year: plan.years.map(({ grant }) => grant),
    total: plan.totals.grant,
  };
  // What the others pay is in no year then, and nothing is left to the members.
  if (plan.excess !== null) return [state];
  const others = plan.funders.map(
    (funder, index): Payer => ({ ...funder, kind: "other", index, name: funder.funder ?? view.t(studio.otherFunder) }),
  );
  const members: Payer[] = plan.members.map((member, index) => ({
    ...member,
    kind: "local",
    index,
    name: member.name ?? member.siren,
  }));
  const together: Payer = {
    kind: "local",
    index: 0,
    name: view.t(studio.members),
    by_year: plan.years.map(({ local }) => local),
    total: plan.totals.local,
  };
  return [state, ...others, ...(apart && members.length ? members : [together])];
}

const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, Math.max(1, length - 1)).trimEnd()}…` : text;

export class TiBars extends Plot {
  static override properties = { ...Plot.properties, apart: { state: true } };
  /** Null until the person chooses. */
  declare private apart: boolean | null;

  constructor() {
    super();
    this.apart = null;
  }

  protected override render(): TemplateResult {
    const { view, plan } = this;
    const few = plan.members.length > 1 && plan.members.length <= FEW;
    const apart = this.apart ?? few;
    const payers = payersOf(view, plan, apart);
    return html`
      ${
        plan.members.length < 2
          ? nothing
          : html`<div role="group" class="choices" aria-label=${view.t(studio.members)}>
              ${([false, true] as const).map(
                (choice) =>
                  html`<button type="button" class="choice" aria-pressed=${choice === apart ? "true" : "false"} @click=${() => (this.apart = choice)}>
                    ${view.t(choice ? studio.apart : studio.together)}
                  </button>`,
              )}
            </div>`
      }
      ${plan.excess === null ? nothing : html`<p>${view.t(studio.excessPlot, { excess: euros(view.shared.lang, plan.excess) })}</p>`}
      <figure>
        ${this.width > 0 ? this.draw(payers) : nothing}
        <figcaption>${statusTag(view, plan)}</figcaption>
      </figure>
    `;
  }

  private describe(payers: Payer[]): string {
    const { view, plan } = this;
    const years = plan.years.map(({ year }, at) =>
      view.t(studio.barsYear, {
        year,
        parts: payers
          .map(({ name, by_year }) => `${name} ${euros(view.shared.lang, by_year[at] ?? null)}`)
          .join(", "),
      }),
    );
    return view.t(studio.barsText, { years: years.join(view.t(studio.yearsApart)) });
  }

  private draw(payers: Payer[]): TemplateResult {
    const { width, plan, view } = this;
    const { lang } = view.shared;
    const side = Math.min(220, Math.max(132, width * 0.36));
    const height = Math.max(220, payers.length * LINE + 8);
    const keys = payers.map((_, index) => String(index));
    const rows = plan.years.map((_, at) => payers.map(({ by_year }) => pixels(by_year[at] ?? null)));
    const layers = stack<number[], string>()
      .keys(keys)
      .value((row, key) => row[Number(key)] ?? 0)(rows);
    const most = Math.max(1, ...plan.years.map(({ cost }) => pixels(cost)));
    const y = scaleLinear([0, most], [TOP + height, TOP]);
    const years = plan.years.map(({ year }) => String(year));
    const x = scaleBand(years, [0, width - side]).paddingInner(0.24).paddingOuter(0.04);
    const band = Math.min(x.bandwidth(), 120);
    const left = (year: string): number => (x(year) ?? 0) + (x.bandwidth() - band) / 2;
    const last = years.length - 1;
    const end = left(years[last] ?? "") + band;
    const middles = layers.map((layer) => (y(layer[last]?.[0] ?? 0) + y(layer[last]?.[1] ?? 0)) / 2);
    // The first payer lies at the bottom: labels are spread from the top.
    const places = spread([...middles].reverse(), LINE, TOP + height).reverse();
    const letters = Math.floor((width - end - 20) / 7.2);
    return html`<svg
      class="plot"
      width=${width}
      height=${TOP + height + AXIS}
      viewBox="0 0 ${width} ${TOP + height + AXIS}"
      role="img"
      aria-labelledby="bars-title bars-text"
    >
      <title id="bars-title">${view.t(studio.byPayer)}</title>
      <desc id="bars-text">${this.describe(payers)}</desc>
      ${patterns}
      ${layers.map((layer, index) => {
        const payer = payers[index];
        if (!payer) return nothing;
        return layer.map(([from, to], at) => {
          const year = years[at] ?? "";
          const tall = y(from) - y(to);
          return tall <= 0
            ? nothing
            : svg`<rect class="bar-part" fill=${fillOf(payer.kind, payer.index)} x=${left(year)} y=${y(to)} width=${band} height=${tall}>
                <title>${view.t(studio.barsPart, { name: payer.name, year, amount: euros(lang, payer.by_year[at] ?? null) })}</title>
              </rect>`;
        });
      })}
      ${years.map((year) => svg`<text class="tick" x=${left(year) + band / 2} y=${TOP + height + 18} text-anchor="middle">${year}</text>`)}
      <line class="axis" x1="0" x2=${end} y1=${TOP + height} y2=${TOP + height} />
      ${payers.map(({ name, total }, index) => {
        const at = places[index] ?? 0;
        return svg`<g>
          <path class="lead" d="M${end + 2} ${middles[index] ?? 0}L${end + 12} ${at}" />
          <text class="direct" x=${end + 16} y=${at - 2}>${shorten(name, letters)}</text>
          <text class="direct amount" x=${end + 16} y=${at + 13}>${euros(lang, total)}</text>
        </g>`;
      })}
    </svg>`;
  }
}
