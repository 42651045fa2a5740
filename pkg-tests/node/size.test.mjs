// Every page loads the engine: with the directory, all rules and both languages it keeps to a budget.
import assert from "node:assert/strict";
import { test } from "node:test";
import { weigh } from "../support/weight.mjs";

const BUDGET = 130_500; // bytes, brotli, of the wasm and its glue

test("wasm and glue keep to the budget", () => {
  const { total, table } = weigh();
  console.log(table);
  assert.ok(total <= BUDGET, `wasm and glue weigh ${total} bytes once compressed, over the budget of ${BUDGET}:\n${table}`);
});
