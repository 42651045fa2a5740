/** The public types are those of the elements: this compiles. */
import type * as made from "../classes.js";
import type * as declared from "./classes.js";

type Same<Declared, Made extends Pick<Declared, keyof Declared & keyof Made>> = Exclude<keyof Declared, keyof Made>;
type Missing = Same<declared.TiEligibility, made.TiEligibility> | Same<declared.TiCofinancing, made.TiCofinancing>;

export const nothingIsMissing: [Missing] extends [never] ? true : Missing = true;
