/** A part of the studio: it sees the plan and works on the dossier of the page. */
import type { Dossier, Plan } from "territoires-industrie";
import { LitElement, type PropertyValues } from "lit";
import type { View } from "../form/view.js";
import type { Desk } from "../keep/desk.js";
import { nextTurn } from "./turns.js";

export abstract class Part extends LitElement {
  static override properties = {
    view: { attribute: false },
    plan: { attribute: false },
    desk: { attribute: false },
  };

  declare view: View;
  /** Null while the post cannot be simulated. */
  declare plan: Plan | null;
  declare desk: Desk;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await nextTurn();
    super.scheduleUpdate();
  }

  /** Whether a dossier was loaded since the last painting: what was typed here was about another one. */
  protected isLoaded(changed: PropertyValues): boolean {
    const before = changed.get("view") as View | undefined;
    return before !== undefined && before.seed !== this.view.seed;
  }
}

/** What the funding depends on: the rest of the dossier is not carried to the engine again. */
export function fundedPart({ campaign, perimeter, chef_de_projet }: Dossier): Dossier {
  return { ...(campaign ? { campaign } : {}), perimeter: { epcis: perimeter?.epcis ?? [] }, chef_de_projet: chef_de_projet ?? {} };
}

/** The post of a plan as the engine read it. */
export function postOf(plan: Plan): { annual_cost: string; working_time: number } | null {
  const numbers = plan.steps.find(({ rule }) => rule === "cost")?.numbers;
  return numbers ? { annual_cost: String(numbers["annual_cost"]), working_time: Number(numbers["working_time"]) } : null;
}

/** An amount as a person types it: a comma in French. */
export const typedAmount = (lang: string, amount: string): string => {
  const plain = amount.replace(/\.00$/, "");
  return lang === "fr" ? plain.replace(".", ",") : plain;
};
