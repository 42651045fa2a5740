/** Registers `<ti-eligibility>` and `<ti-cofinancing>`. */
import type { TiCofinancing, TiEligibility } from "./classes.js";

export { TiCofinancing, TiEligibility } from "./classes.js";

declare global {
  interface HTMLElementTagNameMap {
    "ti-eligibility": TiEligibility;
    "ti-cofinancing": TiCofinancing;
  }
}
