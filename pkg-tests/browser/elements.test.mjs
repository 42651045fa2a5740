// The elements on a page that is not ours: bound to its form by an id, they show what is missing, beside the fields
// too, and who pays what. A plain form in a real Chromium, under the strictest policy that they are made for.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "../support/axe.mjs";
import { launch, skipped } from "./chromium.mjs";
import { packagePage, POLICY } from "./package-page.mjs";

const ELEMENTS = '<script type="module" src="/elements.js"></script>';
const POST = `
  <input name="perimeter.epcis.0" value="200068450"><input name="perimeter.epcis.1" value="200069458">
  <input name="chef_de_projet.fragility_level" value="level_2">
  <input name="chef_de_projet.annual_cost" value="62 000,50 €" aria-label="cost">
  <input name="chef_de_projet.start" value="2024-01-01"><input name="chef_de_projet.months" value="18">
  <input name="chef_de_projet.working_time" value="100 %">`;

let browser;
before(async () => {
  if (!skipped) browser = await launch();
});
after(() => browser?.close());

const open = (body, options = {}) => packagePage(browser, ELEMENTS + body, { policy: POLICY, ...options });
const eligibility = (page, selector = "ti-eligibility") => page.locator(selector);
const ready = (page, selector = "ti-eligibility") =>
  page.waitForFunction((selector) => document.querySelector(selector)?.report, selector);
const messages = (page) => page.locator(".ti-messages li").allTextContents();

test("a form is bound by its id; nothing is asked of the network besides the package", { skip: skipped }, async () => {
  const page = await open(`
    <form id="f"><input name="perimeter.epcis.0" aria-label="epci"></form>
    <ti-eligibility for="f" day="2023-09-15">Un instant…</ti-eligibility>`);
  await ready(page);
  await page.getByLabel("epci").fill("200069391");
  await page.getByText("À compléter").first().waitFor();
  const report = await page.evaluate(() => document.querySelector("ti-eligibility").report);
  assert.equal(report.checks.find(({ rule }) => rule === "P1").outcome, "met");
  assert.deepEqual(page.asked.map((url) => new URL(url).pathname).filter((path) => path !== "/favicon.ico").sort(), [
    "/", "/classes.js", "/elements.js", "/index.js", "/territoires_industrie.js", "/territoires_industrie_bg.wasm",
  ]);
  assert.deepEqual(page.said, [], "the policy hinders nothing");
  await page.close();
});

test("no message beside a field before the person has left it; then it describes the field", { skip: skipped }, async () => {
  const page = await open(`
    <p id="hint">De l'aide</p>
    <form id="f">
      <label>Jour <input name="filed_on" aria-describedby="hint"></label>
      <input name="perimeter.epcis.0" value="200069391" aria-label="epci">
      <fieldset><legend>Comité</legend>
        <input type="radio" name="governance.steering_committee" value="true" aria-label="yes">
        <input type="radio" name="governance.steering_committee" value="false" aria-label="no">
      </fieldset>
      <button type="reset">reset</button>
    </form>
    <ti-eligibility for="f" day="2023-09-15"></ti-eligibility>`);
  await ready(page);
  const day = page.getByLabel("Jour");
  await day.pressSequentially("15-9");
  assert.deepEqual(await messages(page), []);
  await page.keyboard.press("Tab");
  const [said] = await messages(page);
  assert.match(said, /15\/09\/2023/);
  const [hint, id] = (await day.getAttribute("aria-describedby")).split(" ");
  assert.equal(hint, "hint", "what described the field describes it still");
  assert.equal(await page.locator(`#${id}`).textContent(), said);
  assert.equal(await day.getAttribute("aria-invalid"), "true");
  await day.fill("15/09/2023");
  await page.waitForFunction(() => !document.querySelector(".ti-messages"));
  assert.equal(await day.getAttribute("aria-describedby"), "hint");
  assert.equal(await day.getAttribute("aria-invalid"), null);
  await page.getByLabel("no", { exact: true }).check();
  await page.locator("fieldset .ti-messages").waitFor();
  await page.getByRole("button", { name: "reset" }).click();
  await page.waitForFunction(() => !document.querySelector(".ti-messages"));
  await page.close();
});

test("a next step leads to its field", { skip: skipped }, async () => {
  const page = await open(`
    <form id="f"><input name="perimeter.epcis.0"><textarea name="perimeter.employment_area" aria-label="area"></textarea></form>
    <ti-eligibility for="f" day="2023-09-15" lang="en"></ti-eligibility>`);
  await ready(page);
  const rule = await page.evaluate(() => {
    const { checks } = document.querySelector("ti-eligibility").report;
    return checks.find(({ fields }) => fields[0] === "perimeter.employment_area").message;
  });
  await page.getByRole("button", { name: rule }).click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "perimeter.employment_area");
  await page.close();
});

test("a next step leads to the control that is there now", { skip: skipped }, async () => {
  const page = await open(`
    <form id="f"></form>
    <ti-eligibility for="f" day="2023-09-15" lang="en"></ti-eligibility>`);
  await ready(page);
  const field = "perimeter.employment_area";
  const [rule] = await page.evaluate(
    (field) => document.querySelector("ti-eligibility").report.checks.filter(({ fields }) => fields[0] === field).map(({ message }) => message),
    field,
  );
  const step = page.getByRole("button", { name: rule });
  assert.equal(await step.count(), 0);
  for (const draw of ["come", "be replaced"]) {
    await page.evaluate((field) => (document.forms[0].innerHTML = `<textarea name="${field}"></textarea>`), field);
    await step.click();
    assert.equal(await page.evaluate(() => document.activeElement.name), field, draw);
  }
  await page.evaluate(() => (document.forms[0].innerHTML = ""));
  await step.waitFor({ state: "detached" });
  await page.close();
});

test("with validity, the browser does not submit what is wrong, and says why", { skip: skipped }, async () => {
  const page = await open(`
    <form id="f"><input name="filed_on" value="demain" aria-label="day"><input name="perimeter.employment_area"><button>send</button></form>
    <ti-eligibility for="f" validity="wrong" day="2023-09-15"></ti-eligibility>`);
  await ready(page);
  await page.evaluate(() => (window.sent = 0, document.forms[0].addEventListener("submit", (e) => (e.preventDefault(), sent++))));
  assert.deepEqual(await messages(page), []);
  await page.getByRole("button", { name: "send" }).click();
  assert.equal(await page.evaluate(() => window.sent), 0);
  const [said] = await messages(page);
  assert.match(said, /15\/09\/2023/, "shown once the browser refused");
  assert.equal(await page.getByLabel("day").evaluate((input) => input.validationMessage), said);
  await page.getByLabel("day").fill("15/09/2023");
  await page.getByRole("button", { name: "send" }).click();
  assert.equal(await page.evaluate(() => window.sent), 1);
  await page.evaluate(() => document.querySelector("ti-eligibility").setAttribute("validity", "complete"));
  await page.waitForFunction(() => !document.forms[0].checkValidity());
  await page.evaluate(() => document.querySelector("ti-eligibility").remove());
  assert.ok(await page.evaluate(() => document.forms[0].checkValidity()), "it lets go of the form");
  await page.close();
});

test("what a person cannot see holds nothing back, from the moment that they cannot", { skip: skipped }, async () => {
  const day = '<input name="filed_on" value="demain" aria-label="day">';
  for (const [how, around, show] of [
    ["in a hidden section", `<section hidden>${day}</section>`, (section) => (section.hidden = false)],
    ["in closed details", `<details><summary>s</summary>${day}</details>`, (details) => (details.open = true)],
    ["in an inert part", `<p inert>${day}</p>`, (part) => (part.inert = false)],
    ["not displayed", `<p id="off">${day}</p>`, (part) => (part.id = "")],
    ["not visible", `<p id="pale">${day}</p>`, (part) => (part.id = "")],
  ]) {
    const page = await open(`<link rel="stylesheet" href="/off.css"><form id="f">${around}<input name="territory_name"><button>send</button></form>
      <ti-eligibility for="f" validity="wrong" day="2023-09-15"></ti-eligibility>`, {
      files: { "/off.css": { contentType: "text/css", body: "#off { display: none } #pale { visibility: hidden }" } },
    });
    await ready(page);
    await page.evaluate(() => (window.sent = 0, document.forms[0].addEventListener("submit", (e) => (e.preventDefault(), sent++))));
    const send = async () => (await page.getByRole("button", { name: "send" }).click(), page.evaluate(() => sent));
    assert.equal(await send(), 1, how);
    await page.locator("[name=territory_name]").press("Enter");
    assert.equal(await page.evaluate(() => sent), 2, `${how}, by the keyboard`);
    const change = (show) => page.locator("form > :first-child").evaluate(show);
    await change(show);
    assert.equal(await send(), 2, `${how} no more`);
    await page.getByLabel("day").waitFor();
    // The page shows it when it is sent.
    await change((part) => (part.hidden = true));
    await page.evaluate(() => document.querySelector("button").addEventListener("click", () => (document.querySelector("form > :first-child").hidden = false)));
    assert.equal(await send(), 2, `${how}, and shown by the click`);
    await page.close();
  }
});

test("a form with its own names is mapped: by an attribute, by names, by rows", { skip: skipped }, async () => {
  const mapping = {
    bassin: "perimeter.employment_area",
    "membre[*][siren]": "perimeter.epcis.*",
    "elu[]": "governance.elus.*.name",
  };
  const page = await open(`
    <form id="f">
      <textarea name="bassin">Un bassin</textarea>
      <input name="membre[0][siren]" value="200069391"><input name="membre[1][siren]" value="200069409">
      <input name="elu[]" value="Élue A"><input name="elu[]" value="Élu B" aria-label="second">
      <input name="nom" data-field="territory_name" value="Baie d'Armor">
      <input type="checkbox" data-field="governance.consulted" value="local_elus" checked>
      <input type="checkbox" data-field="governance.consulted" value="industriels" checked>
      <input name="filed_on" data-field="" value="2023-09-15">
      <input name="kind" value="Madame"><input name="applicant" value="Jeanne Dupont"><input name="perimeter.crte" value="aligned">
    </form>
    <ti-eligibility for="f" day="2023-09-15" mapping='${JSON.stringify(mapping)}'></ti-eligibility>`);
  await ready(page);
  await page.getByLabel("second").fill("Élu C");
  const dossier = await page.evaluate(() => document.querySelector("ti-eligibility").watcher.dossier());
  assert.deepEqual(dossier, {
    territory_name: "Baie d'Armor",
    perimeter: { epcis: ["200069391", "200069409"], employment_area: "Un bassin", crte: "aligned" },
    governance: { elus: [{ name: "Élue A" }, { name: "Élu C" }], consulted: ["local_elus", "industriels"] },
  });
  await page.close();
});

test("an equal mapping, dossier or scale, as frameworks hand over at each redraw, begins nothing anew", { skip: skipped }, async () => {
  const page = await open(`
    <form id="f"><label>Jour <input name="jour" value="demain"></label><input name="siren" aria-label="siren"></form>
    <ti-eligibility for="f" day="2023-09-15"></ti-eligibility>`);
  await ready(page);
  await page.evaluate(async () => {
    const { scales } = await import("/index.js");
    const element = document.querySelector("ti-eligibility");
    window.redraw = (territory_name) => {
      element.mapping = { jour: "filed_on", siren: "perimeter.epcis.0" };
      element.dossier = { territory_name };
      [element.scale] = scales();
    };
    redraw((window.territory = "A"));
    window.drawn = 0;
    document.addEventListener("ti-report", () => ++drawn < 100 && redraw(territory));
  });
  await page.getByLabel("Jour").focus();
  await page.getByLabel("siren").focus();
  await page.locator(".ti-messages").waitFor();
  await page.getByLabel("siren").fill("200069391");
  await page.waitForFunction(() => document.querySelector("ti-eligibility").report.checks.find(({ rule }) => rule === "P1").outcome === "met");
  assert.equal((await messages(page)).length, 1, "what was left stays left");
  await page.evaluate(() => (document.querySelector("ti-eligibility").validity = "wrong"));
  await page.waitForFunction(() => !document.forms[0].checkValidity());
  assert.equal((await messages(page)).length, 1, "with another validity too");
  assert.ok((await page.evaluate(() => drawn)) <= 3);
  const named = () => page.evaluate(() => document.querySelector("ti-eligibility").watcher?.dossier().territory_name);
  assert.equal(await named(), "A");
  await page.evaluate(() => redraw((territory = "B")));
  await page.waitForFunction(() => document.querySelector("ti-eligibility").watcher?.dossier().territory_name === "B");
  await page.close();
});

test("the plan, to the cent, each amount with the status of its figures", { skip: skipped }, async () => {
  const page = await open(`<form id="f">${POST}</form><ti-cofinancing for="f" day="2023-09-15"></ti-cofinancing>`);
  await ready(page, "ti-cofinancing");
  const plan = await page.evaluate(() => document.querySelector("ti-cofinancing").funding);
  assert.equal(plan.totals.cost, "93000.75");
  const cells = await page.locator("ti-cofinancing td").allTextContents();
  const shown = cells.map((cell) => cell.replace(/[\s\u202f\u00a0]/g, ""));
  for (const sums of [...plan.years, plan.totals]) {
    for (const key of ["cost", "grant", "other", "local"]) {
      assert.ok(shown.includes(`${sums[key].replace(".", ",")}€hypothèse`), `${key} ${sums[key]} in ${shown}`);
    }
  }
  assert.ok(shown.every((cell) => cell.endsWith("€hypothèse")), "no amount without its status");
  for (const { total } of plan.members) assert.ok(shown.includes(`${total.replace(".", ",")}€hypothèse`));
  await page.close();
});

test("while there is no plan it says why: no post is described, or the amount of a funder is missing", { skip: skipped }, async () => {
  const page = await open(`
    <form id="f">${POST}<input name="chef_de_projet.other_funding.0.funder" value="Région"></form><form id="none"></form>
    <ti-cofinancing id="one" for="f"></ti-cofinancing><ti-cofinancing id="two" for="none"></ti-cofinancing>`);
  const reasons = { one: "Autre financeur n° 1 : indiquez le montant.", two: "Aucun poste de chef de projet n'est décrit ; la candidature ne l'exige pas." };
  for (const [id, reason] of Object.entries(reasons)) {
    await ready(page, `#${id}`);
    const told = await page.locator(`#${id} [part=step]`).allTextContents();
    assert.equal(told.length, 1, "each sentence once");
    assert.ok(told[0].replace(/\s+/g, " ").includes(reason), told[0]);
  }
  await page.close();
});

test("its events are typed, bubble and cross the borders of shadow trees; each is told once", { skip: skipped }, async () => {
  const page = await open(`<div id="host"></div>`);
  const heard = await page.evaluate(async (post) => {
    const { TiFundingEvent, TiReportEvent } = await import("/index.js");
    const heard = [];
    document.addEventListener("ti-report", (e) => heard.push(["report", e instanceof TiReportEvent, e.report.verdict]));
    document.addEventListener("ti-funding", (e) => heard.push(["funding", e instanceof TiFundingEvent, e.funding?.totals.cost ?? null]));
    const shadow = document.getElementById("host").attachShadow({ mode: "open" });
    shadow.innerHTML = `<form id="f">${post}</form><ti-eligibility for="f" day="2023-09-15"></ti-eligibility>
      <ti-cofinancing for="f" day="2023-09-15"></ti-cofinancing>`;
    while (heard.length < 2) await new Promise(requestAnimationFrame);
    const input = shadow.querySelector("[name='chef_de_projet.annual_cost']");
    input.value = "50000";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(requestAnimationFrame);
    return heard;
  }, POST);
  const of = (kind) => heard.filter(([one]) => one === kind);
  assert.ok(heard.every(([, typed]) => typed));
  assert.deepEqual(of("funding").map(([, , cost]) => cost), ["93000.75", "75000.00"]);
  assert.equal(of("report").length, 2);
  await page.close();
});

test("a form in a shadow tree whose host goes is let go of, and nothing grows with forms that come and go", { skip: skipped }, async () => {
  const page = await open("");
  const result = await page.evaluate(async () => {
    const api = await import("/index.js");
    const { memory } = await api.default();
    const calls = [];
    const once = async (count) => {
      for (let i = 0; i < count; i++) {
        const outer = document.createElement("div");
        const host = outer.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
        const shadow = host.attachShadow({ mode: "open" });
        shadow.innerHTML = '<form><input name="territory_name" value="x"></form>';
        document.body.append(outer);
        const form = shadow.querySelector("form");
        const watcher = api.watch(form, { messages: true, validity: "wrong" }, () => calls.push(1));
        await Promise.resolve();
        outer.remove();
        await Promise.resolve();
        await Promise.resolve();
        calls.length = 0;
        form.elements[0].value = "y";
        form.elements[0].dispatchEvent(new Event("input", { bubbles: true }));
        await Promise.resolve();
        if (calls.length > 0) return "it is followed still";
        if (watcher.dossier().territory_name !== "x") return "the last dossier stays";
      }
    };
    const early = await once(100);
    const before = memory.buffer.byteLength;
    return early ?? (await once(300)) ?? memory.buffer.byteLength - before;
  });
  assert.equal(result, 0);
  await page.close();
});

test("several on a page; attributes are states; a form may come later, go, and come again", { skip: skipped }, async () => {
  const page = await open(`
    <form id="a"><input name="perimeter.epcis.0" value="200069391"></form>
    <ti-eligibility id="one" for="a" day="2023-09-15"></ti-eligibility>
    <ti-eligibility id="two" for="b" day="2023-09-15" lang="en">Soon</ti-eligibility>`);
  await ready(page, "#one");
  assert.equal(await page.evaluate(() => document.querySelector("#two").report), null);
  assert.ok(page.said.some((line) => line.includes("« b »")), "the console says what it waits for");
  const add = () => page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<form id="b"><input name="filed_on" value="2023-09-15"></form>'));
  await add();
  await ready(page, "#two");
  await page.locator("#two").getByText("To complete").waitFor();
  await page.evaluate(() => document.querySelector("#two").setAttribute("lang", "fr"));
  await page.locator("#two").getByText("À compléter").waitFor();
  await page.evaluate(() => (document.querySelector("#two").day = "2030-01-01"));
  await page.waitForFunction(() => document.querySelector("#two").report.day === "2030-01-01");
  await page.evaluate(() => document.querySelector("#b").remove());
  await page.waitForFunction(() => document.querySelector("#two").report === null);
  await page.locator("#two").getByText("Soon").waitFor();
  await add();
  await ready(page, "#two");
  assert.equal(await page.evaluate(() => document.querySelector("#one").report.day), "2023-09-15");
  await page.close();
});

test("an element speaks the language of the page, as it is now, unless it has its own", { skip: skipped }, async () => {
  const page = await open(`
    <form id="f"><input name="perimeter.epcis.0"></form><div id="host"></div>
    <ti-eligibility for="f" day="2023-09-15"></ti-eligibility><ti-eligibility for="f" lang="fr" day="2023-09-15"></ti-eligibility>`);
  await page.evaluate(() => (host.attachShadow({ mode: "open" }).innerHTML = '<ti-eligibility for="f" day="2023-09-15"></ti-eligibility>'));
  const spoken = (...langs) =>
    page.waitForFunction((langs) => {
      const elements = [...document.querySelectorAll("ti-eligibility"), host.shadowRoot.firstChild];
      return elements.map(({ report }) => report?.lang).join() === langs;
    }, langs.join());
  await spoken("fr", "fr", "fr");
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await spoken("en", "fr", "en");
  await page.evaluate(() => (host.lang = "fr"));
  await spoken("en", "fr", "fr");
  await page.evaluate(() => document.querySelectorAll("ti-eligibility")[1].removeAttribute("lang"));
  await spoken("en", "en", "fr");
  await page.close();
});

test("the properties of a new element are what the types say, and leave no attribute", { skip: skipped }, async () => {
  const page = await open("");
  const [lang, written, set, removed] = await page.evaluate(async () => {
    await customElements.whenDefined("ti-eligibility");
    const element = document.body.appendChild(document.createElement("ti-eligibility"));
    const { lang } = element;
    await element.updateComplete;
    const written = element.getAttributeNames();
    element.lang = "en";
    await element.updateComplete;
    const set = element.getAttribute("lang");
    element.removeAttribute("lang");
    await element.updateComplete;
    return [lang, written, set, element.lang];
  });
  assert.deepEqual([lang, written, set, removed], ["", [], "en", ""]);
  await page.close();
});

test("the colours are those of the page that defines the State's tokens, else ours, in the dark too", { skip: skipped }, async () => {
  const body = `<meta name="color-scheme" content="light dark"><form id="f"></form><ti-eligibility for="f" day="2023-09-15"></ti-eligibility>`;
  const colour = (page) => page.evaluate(() => getComputedStyle(document.querySelector("ti-eligibility")).color);
  const plain = await open(body);
  await ready(plain);
  assert.equal(await colour(plain), "rgb(43, 47, 56)");
  await plain.emulateMedia({ colorScheme: "dark" });
  assert.equal(await colour(plain), "rgb(211, 214, 222)");
  await plain.evaluate(() => document.querySelector("ti-eligibility").setAttribute("theme", "light"));
  assert.equal(await colour(plain), "rgb(43, 47, 56)");
  await plain.evaluate(() => document.documentElement.style.setProperty("--text-default-grey", "rgb(1, 2, 3)"));
  assert.equal(await colour(plain), "rgb(1, 2, 3)");
  await plain.evaluate(() => document.documentElement.style.setProperty("--ti-text", "rgb(4, 5, 6)"));
  assert.equal(await colour(plain), "rgb(4, 5, 6)");
  await plain.close();
});

test("the classes register nothing, and can have another name", { skip: skipped }, async () => {
  const page = await packagePage(browser, `<form id="f"></form><my-check for="f" day="2023-09-15"></my-check>`);
  const found = await page.evaluate(async () => {
    const { TiEligibility } = await import("/classes.js");
    const registered = customElements.get("ti-eligibility") !== undefined;
    customElements.define("my-check", class extends TiEligibility {});
    const element = document.querySelector("my-check");
    while (!element.report) await new Promise(requestAnimationFrame);
    return [registered, element.report.verdict];
  });
  assert.deepEqual(found, [false, "incomplete"]);
  await page.close();
});

test("axe finds nothing: empty, with what is wrong beside its field, with a plan, in the dark, in English", { skip: skipped }, async () => {
  const page = await packagePage(browser, `${ELEMENTS}
    <style>html { background: Canvas; color: CanvasText }</style>
    <main lang="fr">
      <h1>Candidature</h1>
      <h2>Votre dossier</h2>
      <form id="f">
        <label>Jour <input name="filed_on"></label>
        <label>Membre <input name="perimeter.epcis.0"></label>
        <label>Niveau <select name="chef_de_projet.fragility_level"><option></option><option>level_2</option></select></label>
        <label>Coût <input name="chef_de_projet.annual_cost"></label>
        <label>Début <input name="chef_de_projet.start"></label>
        <label>Mois <input name="chef_de_projet.months"></label>
        <label>Temps <input name="chef_de_projet.working_time"></label>
      </form>
      <ti-eligibility for="f" day="2023-09-15"></ti-eligibility>
      <ti-cofinancing for="f" day="2023-09-15"></ti-cofinancing>
    </main>`);
  await page.evaluate(() => (document.documentElement.lang = "fr"));
  await ready(page);
  const found = {};
  found.empty = await violations(page);
  await page.getByLabel("Jour").fill("31/31/2023");
  await page.getByLabel("Jour").blur();
  await page.locator(".ti-messages li").first().waitFor();
  found.wrong = await violations(page);
  const typed = { Membre: "200069391", Coût: "62000", Début: "2024-01-01", Mois: "36", Temps: "100 %" };
  for (const [label, value] of Object.entries(typed)) await page.getByLabel(label).fill(value);
  await page.getByLabel("Niveau").selectOption("level_2");
  await page.waitForFunction(() => document.querySelector("ti-cofinancing").funding);
  found.plan = await violations(page);
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = "dark";
    for (const element of document.querySelectorAll("ti-eligibility, ti-cofinancing")) element.lang = "en";
  });
  await page.getByText("To complete").first().waitFor();
  found.darkEnglish = await violations(page);
  assert.deepEqual(found, { empty: [], wrong: [], plan: [], darkEnglish: [] });
  await page.close();
});
