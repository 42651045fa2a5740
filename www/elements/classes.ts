/** The classes of the elements, which register nothing: for other names, or other moments. */
export { TiCofinancing } from "./cofinancing.js";
export { TiEligibility } from "./eligibility.js";
