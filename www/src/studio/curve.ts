/** `<ti-curve>`: what is left to the members as the annual cost varies, and where the ceiling binds. */
import { sensitivity } from "territoires-industrie";
import type { Amount, Dossier, Options, Sensitivity } from "territoires-industrie";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { html, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { euros, roundEuros } from "../format.js";
import { studio } from "../i18n/studio.js";
import { page } from "../i18n/page.js";
import type { Desk } from "../keep/desk.js";
import { fundedPart, postOf } from "./part.js";
import { pixels, Plot } from "./plot.js";
import { statusTag } from "./status.js";

type Point = Sensitivity["points"][number];

const HEIGHT = 240;
const MARGIN = { top: 28, right: 12, bottom: 44, left: 68 };
const POINTS = 20;
/** The largest amount that the engine reads, in euros. */
const LARGEST = 1_000_000_000;

/** The points of the curve: evenly spaced, with those of the post and of the ceiling exactly at their place. */
function curvePoints(dossier: Dossier, options: Options, marks: Amount[]): Point[] {
  const most = Math.min(LARGEST, Math.max(80_000, ...marks.map((mark) => pixels(mark) * 1.4)));
  const step = Math.ceil(most / POINTS / 1000) * 1000;
  const even = sensitivity(dossier, { of: "annual_cost", from: step, to: step * POINTS, step }, options)?.points ?? [];
  const exact = marks.flatMap(
    (at) => sensitivity(dossier, { of: "annual_cost", from: at, to: at, step: 1 }, options)?.points ?? [],
  );
  return [...even, ...exact]
    .sort((a, b) => pixels(a.annual_cost) - pixels(b.annual_cost))
    .filter((point, index, all) => point.annual_cost !== all[index - 1]?.annual_cost);
}

export class TiCurve extends Plot {
  static override properties = { ...Plot.properties, desk: { attribute: false } };
  declare desk: Desk;
  private points: Point[] = [];
  /** The annual cost of the post. */
  private current: Amount | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("plan") && !changed.has("desk")) return;
    const { plan, desk, view } = this;
    this.current = postOf(plan)?.annual_cost ?? null;
    const marks = [this.current, plan.break_even_annual_cost].filter((mark) => mark !== null);
    this.points = curvePoints(fundedPart(view.shared.dossier), desk.options(), marks);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, plan, points } = this;
    const { lang } = view.shared;
    if (points.length === 0) return nothing;
    const known = points.filter(({ local }) => local !== null);
    const drawn = known.length > 1;
    const overFunded = points.findLast(({ local }) => local === null);
    return html`<h3>${view.t(studio.curve)}</h3>
      ${overFunded && (plan.excess !== null || !drawn) ? html`<p>${view.t(studio.excessCurve, { cost: euros(lang, overFunded.annual_cost) })}</p>` : nothing}
      ${drawn ? this.figure(known) : nothing}`;
  }

  private figure(known: Point[]): TemplateResult {
    const { view, plan, points } = this;
    const { lang } = view.shared;
    const ceiling = plan.break_even_annual_cost;
    return html`<figure>
        ${this.width > 0 ? this.draw(known) : nothing}
        <figcaption>
          ${statusTag(view, plan)}
          ${ceiling ? view.t(studio.curveCeiling, { cost: euros(lang, ceiling) }) : nothing}
        </figcaption>
      </figure>
      <details class="fold">
        <summary>${view.t(studio.curveValues)}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${view.t(studio.curveValues)}>
          <table>
            <thead>
              <tr>
                <th scope="col">${view.t(studio.annualCost)}</th>
                <th scope="col">${view.t(page.grant)}</th>
                <th scope="col">${view.t(page.local)}</th>
              </tr>
            </thead>
            <tbody>
              ${points.map(
                ({ annual_cost, grant, local }) =>
                  html`<tr>
                    <th scope="row">
                      ${euros(lang, annual_cost)}
                      ${annual_cost === this.current ? html`<span class="mention">${view.t(studio.yourPost)}</span>` : nothing}
                      ${annual_cost === ceiling ? html`<span class="mention">${view.t(studio.ceiling)}</span>` : nothing}
                    </th>
                    <td>${euros(lang, grant)}</td>
                    <td>${euros(lang, local)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
  }

  private draw(points: Point[]): TemplateResult {
    const { width, view, plan } = this;
    const { lang } = view.shared;
    const costs = points.map(({ annual_cost }) => pixels(annual_cost));
    const x = scaleLinear([0, Math.max(...costs)], [MARGIN.left, width - MARGIN.right]);
    const most = Math.max(...points.map(({ local }) => pixels(local)), ...points.map(({ grant }) => pixels(grant)));
    const y = scaleLinear([0, most], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5);
    const path = (of: "local" | "grant"): string =>
      line<Point>(
        (point) => x(pixels(point.annual_cost)),
        (point) => y(pixels(point[of])),
      )(points) ?? "";
    const end = points[points.length - 1];
    const here = points.find(({ annual_cost }) => annual_cost === this.current);
    const ceiling = plan.break_even_annual_cost;
    const at = ceiling === null ? null : x(pixels(ceiling));
    const [first] = points;
    const text = view.t(studio.curveText, {
      from: euros(lang, first?.annual_cost ?? null),
      to: euros(lang, end?.annual_cost ?? null),
      low: euros(lang, first?.local ?? null),
      high: euros(lang, end?.local ?? null),
    });
    const hx = here ? x(pixels(here.annual_cost)) : 0;
    const narrow = width < 480;
    const turned = !narrow && hx + 190 > width;
    const ends = [pixels(end?.grant ?? null), pixels(end?.local ?? null)] as const;
    // Two ends near each other have one name above and one below.
    const near = Math.abs(y(ends[0]) - y(ends[1])) < 18;
    const named = (at: number, lower: boolean): number => y(at) + (near && lower ? 18 : -8);
    const called = narrow ? view.t(studio.yourPost) : view.t(studio.yourPostAt, { local: euros(lang, here?.local ?? null) });
    return html`<svg class="plot" width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="curve-title curve-text">
      <title id="curve-title">${view.t(studio.curve)}</title>
      <desc id="curve-text">${text}</desc>
      ${y.ticks(5).map(
        (tick) => svg`<line class="grid-line" x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${y(tick)} y2=${y(tick)} />
          <text class="tick" x=${MARGIN.left - 6} y=${y(tick) + 4} text-anchor="end">${roundEuros(lang, tick)}</text>`,
      )}
      ${x.ticks(Math.max(2, Math.floor(width / 110))).map(
        (tick) => svg`<text class="tick" x=${x(tick)} y=${HEIGHT - MARGIN.bottom + 18} text-anchor=${x(tick) > width - 48 ? "end" : "middle"}>${roundEuros(lang, tick)}</text>`,
      )}
      <text class="tick" x=${width - MARGIN.right} y=${HEIGHT - 6} text-anchor="end">${view.t(studio.annualCost)}</text>
      <line class="axis" x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${HEIGHT - MARGIN.bottom} y2=${HEIGHT - MARGIN.bottom} />
      ${
        at === null || at > width - MARGIN.right
          ? nothing
          : svg`<line class="ceiling" x1=${at} x2=${at} y1=${MARGIN.top - 6} y2=${HEIGHT - MARGIN.bottom} />
              <text class="direct" x=${at > width * 0.6 ? at - 6 : at + 6} y=${HEIGHT - MARGIN.bottom - 8} text-anchor=${at > width * 0.6 ? "end" : "start"}>${view.t(studio.ceilingAt, { cost: euros(lang, ceiling) })}</text>`
      }
      <path class="curve grant" d=${path("grant")} />
      <path class="curve local" d=${path("local")} />
      ${
        end
          ? svg`<text class="direct" x=${width - MARGIN.right} y=${named(ends[0], ends[0] <= ends[1])} text-anchor="end">${view.t(page.grant)}</text>
              <text class="direct local" x=${width - MARGIN.right} y=${named(ends[1], ends[1] < ends[0])} text-anchor="end">${view.t(page.local)}</text>`
          : nothing
      }
      ${
        here
          ? svg`<circle class="here" cx=${hx} cy=${y(pixels(here.local))} r="5" />
              <text class="direct" x=${hx + (turned ? -10 : 10)} y=${y(pixels(here.local)) + (turned ? -8 : 18)} text-anchor=${turned ? "end" : "start"}>${called}</text>`
          : nothing
      }
    </svg>`;
  }
}
