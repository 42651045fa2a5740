/** `<ti-settings>`: the numbers of the post beside sliders, in the same fields as the form's. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { fieldLabel } from "../i18n/fields.js";
import { studio } from "../i18n/studio.js";
import { Part } from "./part.js";

interface Slider {
  path: string;
  min: number;
  max: number;
  step: number;
  inputmode: "numeric" | "decimal";
  /** How a place of the slider is typed. */
  typed: (place: string) => string;
}

const sliders: Slider[] = [
  { path: "chef_de_projet.annual_cost", min: 20_000, max: 120_000, step: 500, inputmode: "decimal", typed: (place) => place },
  { path: "chef_de_projet.working_time", min: 10, max: 100, step: 5, inputmode: "decimal", typed: (place) => `${place} %` },
  { path: "chef_de_projet.months", min: 1, max: 60, step: 1, inputmode: "numeric", typed: (place) => place },
];

/** Where the slider stands for what was typed; the least when it is not a number. */
function place(slider: Slider, typed: string): number {
  const number = Number(typed.replace(/[\s€%]/g, "").replace(",", "."));
  const part = slider.path.endsWith("working_time") && !typed.includes("%");
  const at = Number.isFinite(number) && typed.trim() ? (part ? number * 100 : number) : slider.min;
  return Math.min(slider.max, Math.max(slider.min, at));
}

export class TiSettings extends Part {
  protected override render(): TemplateResult {
    const { view, desk } = this;
    return html`<h3 id="title-settings">${view.t(studio.settings)}</h3>
      <p class="hint">${view.t(studio.settingsHint)}</p>
      <div class="sliders" role="group" aria-labelledby="title-settings">${sliders.map((slider) => this.one(slider, desk.typed(slider.path)))}</div>`;
  }

  private one(slider: Slider, typed: string): TemplateResult {
    const { view } = this;
    const { label, hint } = fieldLabel(slider.path);
    const id = `s-${slider.path.replace(".", "-")}`;
    const name = view.t(label);
    return html`<div class="slider">
      <label for=${id}>${name}</label>
      <input id=${id} inputmode=${slider.inputmode} autocomplete="off" data-setting=${slider.path} .value=${live(typed)} aria-describedby="${id}-hint" @input=${(event: Event) => this.put(slider, (event.target as HTMLInputElement).value)} />
      <input
        type="range"
        min=${slider.min}
        max=${slider.max}
        step=${slider.step}
        data-slider=${slider.path}
        aria-label=${view.t(studio.slider, { name })}
        aria-valuetext=${typed || nothingTyped}
        .value=${live(String(place(slider, typed)))}
        @input=${(event: Event) => this.put(slider, slider.typed((event.target as HTMLInputElement).value))}
      />
      <p class="hint" id="${id}-hint">${hint ? view.t(hint) : ""}</p>
    </div>`;
  }

  private put(slider: Slider, typed: string): void {
    this.desk.put(slider.path, typed);
    this.requestUpdate();
  }
}

const nothingTyped = "–";
