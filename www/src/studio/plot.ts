/** What the plots share: they know their width, so that their texts keep the size of the page's. */
import type { Plan } from "territoires-industrie";
import { LitElement } from "lit";
import type { View } from "../form/view.js";
import { nextTurn } from "./turns.js";

export abstract class Plot extends LitElement {
  static override properties = {
    plan: { attribute: false },
    view: { attribute: false },
    width: { state: true },
  };

  declare plan: Plan;
  declare view: View;
  declare protected width: number;

  private readonly watch = new ResizeObserver(([entry]) => {
    this.width = Math.round(entry?.contentRect.width ?? 0);
  });

  constructor() {
    super();
    this.width = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await nextTurn();
    super.scheduleUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
  }
}

/** Pixels only: the sums are the engine's. */
export const pixels = (amount: string | null): number => Number(amount ?? 0);

/** Moves labels apart, each as near to its place as the next one lets it, within a height. */
export function spread(places: number[], gap: number, height: number): number[] {
  const down: number[] = [];
  places.forEach((place, index) => down.push(Math.max(place, (down[index - 1] ?? gap / 2 - gap) + gap)));
  const up = [...down];
  for (let index = up.length - 1, limit = height - 4; index >= 0; index--, limit -= gap)
    up[index] = Math.min(up[index] ?? 0, limit);
  return up;
}
