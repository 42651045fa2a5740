// What the package weighs. Prints, judges nothing: pkg-tests/node/size.test.mjs holds the budget.
import { weigh } from "../support/weight.mjs";

console.log(weigh().table);
