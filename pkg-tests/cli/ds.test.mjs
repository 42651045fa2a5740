// What of a dossier goes to a procedure of the form platform: `ti ds map|check|link` and POST /api/v1/ds/prefill, against
// a description as the platform gives it and a local stand-in for the platform, faults included.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { example } from "../support/corpus.mjs";
import { confirmed, proposed, SCHEMA } from "../support/mapping.mjs";
import { platform } from "../support/platform.mjs";
import { serve, ti } from "../support/ti.mjs";

const folder = mkdtempSync(join(tmpdir(), "ds-"));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content) {
  const path = join(folder, `${files++}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const schema = () => JSON.parse(readFileSync(SCHEMA, "utf8"));
const champ = (id) => `champ_${Buffer.from(`Champ-${id}`).toString("base64").replace(/=+$/, "")}`;

/** The parameters of the link of a dossier, and what `ti ds link` says of it. */
function link(dossier, { mapping = confirmed(), args = [] } = {}) {
  const { status, out, err } = ti(["ds", "link", file(mapping), "--format", "json", ...args], JSON.stringify(dossier));
  assert.ok(status < 2, err);
  const told = JSON.parse(out);
  return { ...told, status, parameters: [...new URL(told.link).searchParams] };
}

const why = ({ left_out }) => Object.fromEntries(left_out.map(({ field, why }) => [field, why]));

test("map: matches by label and type, each with its confidence, none confirmed", () => {
  const { procedure, matches, blocks, unmatched_champs, unmatched_fields } = proposed();
  assert.deepEqual([procedure.number, procedure.url], [12345, "https://demarche.numerique.gouv.fr/commencer/territoires-industrie"]);
  const pairs = Object.fromEntries(matches.map(({ field, to }) => [field, to.label]));
  assert.equal(pairs.territory_name, "Nom du territoire");
  assert.equal(pairs["applicant.contact_name"], "Nom et prénom", "found under its heading");
  assert.equal(pairs["perimeter.epcis.*"], "EPCI", "in the block of the members");
  assert.equal(pairs["action_plan.actions.*.cost"], "Coût total de l'action (en euros)");
  for (const { field, confidence, confirmed } of matches) {
    assert.equal(confirmed, false, field);
    assert.ok(confidence >= 50 && confidence <= 100, `${field}: ${confidence}`);
  }
  assert.deepEqual(matches.find(({ field }) => field === "kind").words, [
    { word: "application", choice: "Candidature" }, { word: "amendment", choice: "Modification du périmètre labellisé" },
  ]);
  assert.deepEqual(blocks.map(({ label }) => label), ["EPCI du territoire", "Fiches action"]);
  assert.deepEqual(unmatched_champs.map(({ label }) => label), ["Lettres d'intention signées", "Carte du périmètre", "Engagement juridique"]);
  assert.ok(unmatched_fields.includes("governance.elus.*.name"));
});

test("map: every field of a dossier is matched or said not to be", async () => {
  const server = await serve(["--log", "off"]);
  const { components } = await (await fetch(`${server.address}/api/v1/openapi.json`)).json();
  await server.stop();
  const paths = [];
  const walk = (node, path) => {
    if (node.$ref) return walk(components.schemas[node.$ref.split("/").pop()], path);
    if (node.properties) return Object.entries(node.properties).forEach(([key, below]) => walk(below, [...path, key]));
    const row = node.items?.anyOf[0];
    if (row?.$ref) return walk(row, [...path, "*"]);
    paths.push(path.join("."));
  };
  walk(components.schemas.Dossier, []);
  const { matches, unmatched_fields } = proposed();
  const known = [...matches.map(({ field }) => field), ...unmatched_fields].map((path) => path.replace(/\.\*$/, ""));
  const simulation = ["campaign", "chef_de_projet.scale"]; // no form asks them
  assert.deepEqual(known.sort(), paths.filter((path) => !simulation.includes(path)).sort());
});

test("map: what is no description of a procedure is unreadable data, 65, with what was expected", () => {
  for (const [input, words] of [["{", /EOF/], ["{}", /champDescriptors/], ['{"revision":{"champDescriptors":[{}]}}', /number/],
    ['{"number":1,"demarcheURL":"https://x","revision":{"champDescriptors":[{"id":"x"}]}}', /champDescriptors\.0.*__typename/]]) {
    const { status, err } = ti(["ds", "map"], input);
    assert.equal(status, 65);
    assert.match(err, words);
  }
});

test("map: the answer of the platform's GraphQL interface is a description too", () => {
  assert.deepEqual(JSON.parse(ti(["ds", "map"], JSON.stringify({ data: { demarcheDescriptor: schema() } })).out), proposed());
});

test("link: only what is confirmed is sent", () => {
  const none = link(example(), { mapping: proposed() });
  assert.equal(none.status, 1);
  assert.deepEqual(none.parameters, []);
  assert.equal(why(none).territory_name, "unconfirmed");
  const one = link(example(), { mapping: confirmed(({ matches }) => matches.forEach((m) => (m.confirmed = m.field === "territory_name"))) });
  assert.deepEqual(one.parameters, [[champ(2), "Baie d'Armor"]]);
});

test("link: values as the platform reads them", () => {
  const { parameters } = link({
    territory_name: "Été & Cie ?=#%", kind: "amendment", filed_on: "15/09/2023", labelled_2019_2022: "oui",
    applicant: { epci: "200 069 409", phone: "02 96 00 00 00" },
    chef_de_projet: { annual_cost: "62 000,00 €", working_time: "0,8", months: 36 },
  });
  assert.deepEqual(Object.fromEntries(parameters.filter(([name]) => !name.endsWith("[]"))), {
    [champ(2)]: "Été & Cie ?=#%", [champ(3)]: "Modification du périmètre labellisé", [champ(4)]: "2023-09-15", [champ(5)]: "true",
    [champ(13)]: "02 96 00 00 00", [champ(23)]: "62000", [champ(24)]: "80", [champ(25)]: "36",
  });
  assert.deepEqual(parameters.filter(([name]) => name.endsWith("[]")), [[`${champ(6)}[]`, "22"], [`${champ(6)}[]`, "200069409"]]);
});

test("link: rows are indexed, without the blank ones", () => {
  const { parameters } = link({
    perimeter: { epcis: ["200069391", "", "200069409"] },
    action_plan: { actions: [{ title: "A", priorities: "innovation, land" }, {}, { cost: "1 200,50" }] },
  });
  const row = (block, i, id, list = "") => `${champ(block)}[${i}][${champ(id)}]${list}`;
  assert.deepEqual(parameters, [
    [row(7, 0, 8, "[]"), "22"], [row(7, 0, 8, "[]"), "200069391"], [row(7, 1, 8, "[]"), "22"], [row(7, 1, 8, "[]"), "200069409"],
    [row(16, 0, 17), "A"], [row(16, 0, 19, "[]"), "Innovation"], [row(16, 0, 19, "[]"), "Foncier industriel"], [row(16, 1, 20), "1200.50"],
  ]);
});

test("link: what the platform would drop without a word is left out and told", () => {
  const mapping = confirmed(({ matches, unmatched_champs }) => {
    matches.find(({ field }) => field === "kind").words[1].choice = null;
    matches.push({ field: "governance.reporting_commitment", to: unmatched_champs.shift(), confirmed: true });
  });
  const told = link({
    kind: "amendment", filed_on: "15-9", labelled_2019_2022: "perhaps", territory_name: { a: 1 },
    applicant: { epci: "200057867", role: "x" }, perimeter: { epcis: ["2000", "999999999"] }, governance: { reporting_commitment: true },
    chef_de_projet: { annual_cost: "62000.50", months: "many" },
  }, { mapping });
  assert.deepEqual(told.parameters, []);
  assert.deepEqual(why(told), {
    kind: "no_choice", filed_on: "unreadable", labelled_2019_2022: "unreadable", territory_name: "unreadable", "applicant.epci": "no_epci",
    "perimeter.epcis.0": "unreadable", "perimeter.epcis.1": "no_epci", "governance.reporting_commitment": "not_prefillable",
    "chef_de_projet.annual_cost": "does_not_fit", "chef_de_projet.months": "unreadable", "applicant.role": "unmatched",
  });
});

test("link: at most 2 000 characters, what does not fit is told; --whole sends all", () => {
  const dossier = example();
  dossier.action_plan.strategy = "é".repeat(1000);
  const cut = link(dossier);
  assert.ok(cut.length <= 2000 && cut.length === cut.link.length);
  assert.equal(why(cut)["action_plan.strategy"], "too_long");
  assert.ok(cut.parameters.some(([name]) => name === champ(25)), "what comes after still fits");
  const whole = link(dossier, { args: ["--whole"] });
  assert.ok(whole.length > 2000);
  assert.equal(why(whole)["action_plan.strategy"], undefined);
});

test("link: text is the link alone; what the person does on the platform is on standard error", () => {
  const { out, err } = ti(["ds", "link", file(confirmed())], JSON.stringify(example()));
  assert.match(out, /^https:\/\/\S+\n$/);
  assert.match(err, /« Lettres d'intention signées » \(obligatoire\) : pièce à joindre/);
  assert.match(err, /« Adresse électronique »/);
  assert.match(err, /Sans champ dans la démarche : .*governance\.elus\.0\.name/);
});

test("a mapping file with mistakes is refused, all of them at once", () => {
  const wrong = confirmed(({ matches }) => {
    matches[0].field = "kindd";
    matches[1].to.champ = matches[2].to.champ;
    matches[8].field = "territory_name";
  });
  const { status, err } = ti(["ds", "link", file(wrong)], "{}");
  assert.equal(status, 65);
  for (const words of [/matches\.0\.field.*kindd/, /matches\.2: .*filled twice/, /matches\.8: rows/]) assert.match(err, words);
  assert.equal(ti(["ds", "link", join(folder, "absent.json")]).status, 66);
});

/** What `ti ds check` says once the procedure changed. */
function drift(change, mapping = confirmed()) {
  const changed = schema();
  change(changed.revision.champDescriptors, changed);
  const path = file(mapping);
  const { status, out } = ti(["ds", "check", path, "--format", "json"], JSON.stringify(changed));
  const text = ti(["ds", "check", path], JSON.stringify(changed));
  assert.equal(text.status, status);
  return { status, changes: JSON.parse(out).map(({ change, label, is_drift }) => [change, label, is_drift]), text: text.out };
}

test("check: nothing changed is 0", () => {
  assert.deepEqual(drift(() => {}), { status: 0, changes: [], text: "Rien n'a changé.\n" });
});

test("check: what changed is told, and is 1 when the mapping has to be looked at", () => {
  const label = "Nature de la demande";
  const at = (list, wanted) => list.find((one) => one.label === wanted);
  const cases = [
    [(list) => list.splice(1, 1), ["gone", "Nom du territoire", true]],
    [(list) => (at(list, label).__typename = "TextChampDescriptor"), ["retyped", label, true]],
    [(list) => at(list, label).options.pop(), ["choices", label, true]],
    [(list) => (at(list, label).label = "Type"), ["relabelled", "Type", true]],
    [(list) => list.push({ __typename: "TextChampDescriptor", id: "bmV3", label: "Nouveau", required: true }), ["new", "Nouveau", true]],
    [(list) => list.push({ __typename: "TextChampDescriptor", id: "bmV3", label: "Nouveau", required: false }), ["new", "Nouveau", false]],
    [(list) => (at(list, "Carte du périmètre").required = true), ["required", "Carte du périmètre", true]],
    [(list) => (at(list, "Carte du périmètre").label = "Carte"), ["relabelled", "Carte", false]],
    [(list) => list.push(...at(list, "Fiches action").champDescriptors.splice(0, 1)), ["moved", "Intitulé de l'action", true]],
    [(_, all) => (all.state = "close"), ["closed", null, true]],
    [(_, all) => (all.number = 1), ["procedure", null, true]],
  ];
  for (const [change, expected] of cases) {
    const { status, changes, text } = drift(change);
    assert.deepEqual(changes, [expected]);
    assert.equal(status, expected[2] ? 1 : 0, text);
    if (expected[1]) assert.ok(text.includes(`« ${expected[1]} »`), text);
  }
});

// ---- Drafts on the platform -------------------------------------------------------------------------------------------

let stand;
let server;
before(async () => {
  stand = await platform({ number: 12345 });
  server = await serve(["--log", "text", "--ds-mapping", file(confirmed()), "--ds-url", stand.address, "--ds-timeout", "1"]);
});
after(async () => {
  await server.stop();
  await stand.stop();
});

async function prefill(dossier = example(), address = server.address) {
  stand.received.length = 0;
  const answer = await fetch(`${address}/api/v1/ds/prefill`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(dossier),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json(), received: stand.received.slice() };
}

test("prefill: a draft with what the dossier holds, in the body that the platform reads", async () => {
  const { status, body, received } = await prefill({
    territory_name: "Baie d'Armor", perimeter: { epcis: ["200069391", "", "200069409"] },
    action_plan: { actions: [{ title: "A", priorities: ["land"] }] }, chef_de_projet: { months: 36 }, applicant: { role: "x" },
  });
  assert.equal(status, 200);
  assert.equal(body.dossier_url, "https://demarche.numerique.gouv.fr/commencer/territoires-industrie?prefill_token=abc");
  assert.equal(body.dossier_number, 4711);
  assert.deepEqual(body.left_out, [{ field: "applicant.role", why: "unmatched" }]);
  assert.equal(received.length, 1);
  const [{ method, path, type, body: sent }] = received;
  assert.deepEqual([method, path, type], ["POST", "/api/public/v1/demarches/12345/dossiers", "application/json"]);
  assert.deepEqual(JSON.parse(sent), {
    [champ(2)]: "Baie d'Armor", [champ(7)]: [{ [champ(8)]: ["22", "200069391"] }, { [champ(8)]: ["22", "200069409"] }],
    [champ(16)]: [{ [champ(17)]: "A", [champ(19)]: ["Foncier industriel"] }], [champ(25)]: "36",
  });
});

test("prefill: nothing to send is 400, and the platform is not asked", async () => {
  const { status, body, received } = await prefill({ applicant: { role: "x" } });
  assert.deepEqual([status, received.length], [400, 0]);
  assert.match(body.detail, /nothing in the dossier/);
});

test("prefill: tried again where nothing can have been created, and nowhere else", async () => {
  for (const [faults, status, words, times] of [
    [[503], 200, null, 2],
    [[429, 503], 200, null, 3],
    [[503, 503, 503], 503, /too busy: nothing was created/, 3],
    [[500], 502, /refused: 500 Internal Server Error/, 1],
    [[502], 502, /refused: 502/, 1],
    [[400], 502, /refused: something went wrong \(400\)/, 1],
    [[404], 502, /refused: 404/, 1],
    [["silence"], 504, /did not answer in time: a draft may have been created/, 1],
    [["cut"], 504, /a draft may have been created/, 1],
    [["no json"], 502, /cannot be read/, 1],
    [["no url"], 502, /cannot be read/, 1],
    [["redirect"], 502, /refused: 302/, 1],
  ]) {
    stand.fail(...faults);
    const found = await prefill();
    assert.equal(found.status, status, `${faults}: ${JSON.stringify(found.body)}`);
    assert.equal(found.received.length, times, String(faults));
    if (words) assert.match(found.body.detail, words);
    if (status !== 200) assert.equal(found.headers.get("content-type"), "application/problem+json");
    if (status === 503) assert.ok(found.headers.get("retry-after"));
  }
});

test("prefill: a platform that is not there is 502, and nothing was created", async () => {
  const gone = await platform({ number: 12345 });
  await gone.stop();
  const alone = await serve(["--ds-mapping", file(confirmed()), "--ds-url", gone.address]);
  const { status, body } = await prefill(example(), alone.address);
  await alone.stop();
  assert.equal(status, 502);
  assert.match(body.detail, /not reached: nothing was created/);
});

test("prefill: another procedure's number is refused in the platform's words", async () => {
  const mapping = confirmed(({ procedure }) => (procedure.number = 9));
  const other = await serve([], { env: { TI_DS_MAPPING: file(mapping), TI_DS_URL: stand.address } });
  const { status, body } = await prefill(example(), other.address);
  await other.stop();
  assert.equal(status, 502);
  assert.match(body.detail, /procedure 9 is not found \(404\)/);
});

test("prefill: off by default, and never to an address without TLS", async () => {
  const plain = await serve([]);
  assert.equal((await prefill(example(), plain.address)).status, 404);
  const { paths } = await (await fetch(`${plain.address}/api/v1/openapi.json`)).json();
  assert.equal(paths["/api/v1/ds/prefill"], undefined);
  await plain.stop();
  const { paths: on } = await (await fetch(`${server.address}/api/v1/openapi.json`)).json();
  assert.ok(on["/api/v1/ds/prefill"]);
  const mapping = file(confirmed());
  for (const url of ["http://example.org", "https://example.org/path", "example.org", "https://user@example.org", "file:///etc"]) {
    assert.equal(ti(["serve", "--ds-mapping", mapping, "--ds-url", url]).status, 64, url);
  }
  assert.equal(ti(["serve", "--ds-mapping", mapping]).status, 64);
});

test("prefill: the log says nothing of the dossier", async () => {
  await prefill({ territory_name: "Secretissime" });
  assert.doesNotMatch(server.log(), /Secretissime|prefill_token/);
});
