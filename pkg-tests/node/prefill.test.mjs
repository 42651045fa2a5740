// The link to the form platform as the pages have it: the one of `ti ds link`, and in words what stays behind.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { corpus, example } from "../support/corpus.mjs";
import { confirmed, proposed } from "../support/mapping.mjs";
import { prefillLink } from "../support/platform-link.mjs";
import { tiEach } from "../support/ti.mjs";

/** Every how many cases of the corpus are compared. */
const EVERY = 16;

test("the same link, sent and left out, as `ti ds link`", async () => {
  const folder = mkdtempSync(join(tmpdir(), "prefill-"));
  const mapping = join(folder, "mapping.json");
  writeFileSync(mapping, JSON.stringify(confirmed()));
  const long = example();
  long.action_plan.strategy = "é & = ".repeat(400);
  const dossiers = [JSON.stringify(long), ...corpus().filter((_, at) => at % EVERY === 0).map(({ dossier }) => dossier)];
  const answers = await tiEach(dossiers.map((dossier) => [["ds", "link", mapping, "--format", "json"], dossier]));
  rmSync(folder, { recursive: true });
  for (const [at, { out }] of answers.entries()) {
    const { link, length, sent, left_out, to_fill } = JSON.parse(out);
    const found = prefillLink(JSON.parse(dossiers[at]), confirmed());
    assert.deepEqual([found.url, found.length, found.sent, found.to_fill], [link, length, sent, to_fill]);
    assert.deepEqual(found.left_out.map(({ field, why }) => ({ field, why })), left_out);
    assert.ok(found.length <= 2000);
  }
});

test("what stays behind is said in the language of the options", () => {
  const said = (lang) => prefillLink({ filed_on: "perhaps" }, confirmed(), lang).left_out;
  assert.deepEqual(said("fr"), [{ field: "filed_on", why: "unreadable", message: "la saisie n'est pas lisible" }]);
  assert.deepEqual(said("en"), [{ field: "filed_on", why: "unreadable", message: "what was typed cannot be read" }]);
});

test("nothing is sent that nobody confirmed", () => {
  const { url, sent, left_out } = prefillLink(example(), proposed());
  assert.deepEqual([url, sent], [proposed().procedure.url, []]);
  assert.ok(left_out.some(({ field, why }) => field === "territory_name" && why === "unconfirmed"));
});

test("what is wrong in a mapping file is told, all of it, and there is no link", () => {
  const wrong = (mapping) => prefillLink({}, mapping, "en");
  const mistakes = confirmed(({ matches }) => {
    matches[0].field = "kindd";
    matches[1].to.champ = matches[2].to.champ;
  });
  assert.deepEqual(wrong(mistakes), {
    url: null,
    problems: ["matches.0.field: no field of a dossier is “kindd”", `matches.2: the field “${mistakes.matches[2].to.label}” is filled twice`],
  });
  for (const [mapping, words] of [
    [null, /^expected a JSON object, found null$/],
    [{ ...confirmed(), format: 2 }, /^format: expected the version 1, found 2$/],
    [{ ...confirmed(), matches: [{ ...confirmed().matches[0], confirmed: "yes" }] }, /^matches\.0\.confirmed: expected true or false, found yes$/],
  ]) {
    const { url, problems } = wrong(mapping);
    assert.equal(url, null);
    assert.match(problems[0], words);
  }
});

test("only addresses with TLS, or of this machine, and nothing but a host and a path", () => {
  const is = (url) => prefillLink({}, confirmed(({ procedure }) => (procedure.url = url))).url !== null;
  for (const url of ["https://demarche.numerique.gouv.fr/commencer/x", "http://127.0.0.1:3000/x", "http://localhost/x"]) assert.ok(is(url), url);
  for (const url of ["http://example.org/x", "javascript:alert(1)", "//example.org", "https://", "https:///x", "https://a@b/x", "https://a/x?b", "https://a/x#b", "https://a/ x", "http://localhost.example.org/x", "http://127.0.0.1@example.org/"])
    assert.ok(!is(url), url);
});
