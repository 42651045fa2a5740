/** `<ti-eligibility>` and `<ti-cofinancing>`, registered. */
import "./territoires_industrie.js"; // named here too, so that the browser asks for all the files at once
import "./index.js";
import { TiCofinancing, TiEligibility } from "./classes.js";

// A page may load it twice, by two addresses.
if (!customElements.get("ti-eligibility")) customElements.define("ti-eligibility", TiEligibility);
if (!customElements.get("ti-cofinancing")) customElements.define("ti-cofinancing", TiCofinancing);

export { TiCofinancing, TiEligibility };

declare global {
  interface HTMLElementTagNameMap {
    "ti-eligibility": TiEligibility;
    "ti-cofinancing": TiCofinancing;
  }
}
