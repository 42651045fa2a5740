// What the page tells of each rule is what the catalogue says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { committed, generated } from "../generate/rules.mjs";

test("the texts of the rules on the page are those of the catalogue", () => {
  assert.ok(committed() === generated(), "www/src/i18n/rules.json is not what `ti rules` says: run `node pkg-tests/generate/rules.mjs`");
});
