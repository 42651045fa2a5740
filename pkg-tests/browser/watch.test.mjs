// `watch`: any form whose controls are named by paths is followed while a person fills it, and let go when it leaves
// the document. A plain form of HTML in a real Chromium, filled with real keys and clicks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, skipped } from "./chromium.mjs";
import { followedForm } from "./followed-form.mjs";

let browser;
before(async () => {
  if (!skipped) browser = await launch();
});
after(() => browser?.close());

const followed = (options) => followedForm(browser, options);
const dossier = (page) => page.evaluate(() => watcher.dossier());

/** The watcher says what a whole evaluation of its dossier says, and its changes make its report. */
async function assertTrue(page) {
  const [report, whole, made] = await page.evaluate(() => {
    const made = told.reduce((report, { checks = [], ...rest }) => {
      const changed = new Map(checks.map((check) => [check.rule, check]));
      const merged = report.checks ? report.checks.map((check) => changed.get(check.rule) ?? check) : checks;
      return { ...report, ...rest, checks: merged };
    }, {});
    return [watcher.report(), api.evaluate(watcher.dossier(), { day: "2023-09-15" }), made];
  });
  assert.deepEqual(report, whole);
  for (const key of Object.keys(made)) assert.deepEqual(made[key], report[key], key);
}

test("every kind of control is read as it is filled", { skip: skipped }, async () => {
  const page = await followed();
  assert.deepEqual(await dossier(page), {});
  await page.getByLabel("filed").pressSequentially("15/09/2023");
  await page.getByLabel("search").fill("Lamballe");
  await page.getByLabel("first").fill("200069391");
  await page.getByLabel("area").fill("Un bassin");
  await page.getByLabel("crte").selectOption("aligned");
  await page.getByLabel("yes").check();
  await page.getByLabel("shock").check();
  await page.getByLabel("local").check();
  await page.getByLabel("industriels", { exact: true }).check();
  await page.getByLabel("priorities").selectOption(["skills", "land"]);
  await page.getByLabel("local").uncheck();
  await page.getByLabel("shock").uncheck();
  assert.deepEqual(await dossier(page), {
    filed_on: "15/09/2023",
    perimeter: { epcis: ["200069391"], employment_area: "Un bassin", crte: "aligned" },
    governance: { steering_committee: "true", consulted: ["industriels"] },
    action_plan: { actions: [{ priorities: ["skills", "land"] }] },
  });
  await assertTrue(page);
  await page.close();
});

test("it tells everything at first, then what changed, once a change, as an event too", { skip: skipped }, async () => {
  const page = await followed();
  const [first] = await page.evaluate(() => told);
  assert.equal(first.verdict, "incomplete");
  const count = () => page.evaluate(() => [told.length, events]);
  assert.deepEqual(await count(), [1, 1]);
  await page.getByLabel("area").fill("Un bassin");
  assert.deepEqual(await count(), [2, 2]);
  await page.getByLabel("area").fill("Un bassin d'emploi");
  await page.getByLabel("search").fill("x");
  assert.deepEqual(await count(), [2, 2], "nothing in the report changed");
  const [, second] = await page.evaluate(() => told);
  assert.deepEqual(second.checks.map(({ rule }) => rule), ["P7"]);
  await page.close();
});

test("controls that come, go or are disabled are followed, and a reset", { skip: skipped }, async () => {
  const page = await followed();
  await page.getByLabel("first").fill("200069391");
  await page.evaluate(() => form.insertAdjacentHTML("beforeend", '<p><input name="perimeter.epcis.1" value="200069409"></p>'));
  assert.deepEqual((await dossier(page)).perimeter.epcis, ["200069391", "200069409"]);
  await assertTrue(page);
  await page.evaluate(() => (form.elements["perimeter.epcis.1"].disabled = true));
  assert.deepEqual((await dossier(page)).perimeter.epcis, ["200069391"]);
  await page.evaluate(() => form.elements["perimeter.epcis.1"].parentElement.remove());
  await page.getByRole("button", { name: "reset" }).click();
  await page.waitForFunction(() => !watcher.dossier().perimeter);
  await assertTrue(page);
  await page.close();
});

test("a disabled button says nothing of the field that it is named after", { skip: skipped }, async () => {
  const page = await followed();
  await page.evaluate(() => form.insertAdjacentHTML("beforeend", '<input name="action_plan.actions.0.title" value="A"><button type="button" name="action_plan.actions.0" disabled></button><fieldset name="action_plan" disabled></fieldset>'));
  await page.waitForFunction(() => watcher.dossier().action_plan?.actions?.[0]?.title === "A");
  await assertTrue(page);
  await page.close();
});

test("of several controls for a field, what one says is not lost when all are read again", { skip: skipped }, async () => {
  const page = await followed();
  await page.evaluate(() => form.insertAdjacentHTML("beforeend", '<input name="territory_name" aria-label="one"><input name="territory_name" aria-label="two">'));
  await page.getByLabel("one").fill("X");
  await page.evaluate(() => form.insertAdjacentHTML("beforeend", '<input name="former_territory_name" value="Y">'));
  await page.waitForFunction(() => watcher.dossier().former_territory_name === "Y");
  assert.equal((await dossier(page)).territory_name, "X");
  await page.close();
});

test("a control outside the form is followed in what it becomes", { skip: skipped }, async () => {
  const page = await followed();
  const become = async (change, name) => {
    await page.evaluate(change);
    await page.waitForFunction((name) => (watcher.dossier().territory_name ?? null) === name, name);
  };
  await become(() => {
    form.id = "f";
    document.body.insertAdjacentHTML("beforeend", '<fieldset id="around"><input id="out" value="X"></fieldset>');
    window.out = document.querySelector("#out");
    out.name = "territory_name";
  }, null);
  await become(() => out.setAttribute("form", "f"), "X");
  await become(() => (document.querySelector("#around").disabled = true), null);
  await become(() => (document.querySelector("#around").disabled = false), "X");
  await become(() => (out.name = "former_territory_name"), null);
  assert.equal((await dossier(page)).former_territory_name, "X");
  await page.close();
});

test("to stop with something still to tell is no error", { skip: skipped }, async () => {
  const page = await followed();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.evaluate(async () => {
    api.watch(form, { day: "2023-09-15" }).stop();
    document.querySelector("[name=filed_on]").value = "15/09/2023";
    document.querySelector("[name=filed_on]").dispatchEvent(new Event("input", { bubbles: true }));
    watcher.stop();
    await new Promise((done) => setTimeout(done, 50));
  });
  assert.deepEqual(errors, []);
  await page.close();
});

test("what the form has no control for stays", { skip: skipped }, async () => {
  const page = await followed({ dossier: { territory_name: "Baie d'Armor" } });
  await page.getByLabel("area").fill("Un bassin");
  assert.deepEqual(await dossier(page), { territory_name: "Baie d'Armor", perimeter: { employment_area: "Un bassin" } });
  await page.close();
});

test("a form that left the document, or was stopped, is followed no more", { skip: skipped }, async () => {
  for (const leave of ["form.remove()", "watcher.stop()"]) {
    const page = await followed();
    const told = await page.evaluate(async (leave) => {
      const before = window.told.length;
      new Function(leave)();
      await new Promise(requestAnimationFrame);
      document.body.append(form);
      form.elements["perimeter.employment_area"].value = "Un bassin";
      form.elements["perimeter.employment_area"].dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      return window.told.length - before;
    }, leave);
    assert.equal(told, 0, leave);
    await page.close();
  }
});

test("a page's own error in onReport is told once, and does not end the following", { skip: skipped }, async () => {
  const page = await followed();
  const faults = {
    error: 'throw new Error("of the page")',
    range: "new Date(NaN).toISOString()",
    depth: "(function deeper() { return deeper() + 1; })()",
    wasm: 'throw new WebAssembly.RuntimeError("of the page")',
  };
  for (const [what, fault] of Object.entries(faults)) {
    const [calls, errors, others] = await page.evaluate(async (fault) => {
      watcher.stop();
      const [calls, errors] = [[], []];
      const listen = ({ failure, error }) => errors.push([failure, error.name]);
      document.addEventListener("ti-error", listen);
      const before = told.length;
      const other = api.watch(form, { day: "2023-09-15" }, (changes) => told.push(changes));
      window.watcher = api.watch(form, { day: "2023-09-15" }, () => {
        calls.push(1);
        new Function(fault)();
      });
      const task = () => new Promise((resolve) => setTimeout(resolve));
      await task();
      const area = form.elements["perimeter.employment_area"];
      area.value = area.value ? "" : "Un bassin";
      area.dispatchEvent(new Event("input", { bubbles: true }));
      await task();
      document.removeEventListener("ti-error", listen);
      other.stop();
      return [calls.length, errors, told.length - before];
    }, fault);
    assert.equal(calls, 2, `${what}: it is called on`);
    assert.deepEqual(errors.map(([failure]) => failure), ["form"], what);
    assert.equal(others, 2, `${what}: another watcher is told what it would be`);
  }
  assert.ok(!page.said.some((line) => /begins anew|uncaught/.test(line)), page.said.join("\n"));
  await page.close();
});

test("restart moves what is watched into the new instance", { skip: skipped }, async () => {
  const page = await followed({ messages: true });
  await page.getByLabel("filed").fill("hier");
  await page.getByLabel("filed").blur();
  const [before, dossier, errors, stopped] = await page.evaluate(async () => {
    const errors = [];
    document.addEventListener("ti-error", ({ failure }) => errors.push(failure));
    const calls = [];
    const gone = api.watch(form, {}, () => calls.push(1));
    await Promise.resolve();
    const before = watcher.report();
    api.restart();
    // In the same task: what is stopped stays so, and what is new is of the new instance already.
    gone.stop();
    calls.length = 0;
    const late = api.watch(form, { day: "2023-09-15" });
    const text = JSON.stringify(watcher.report());
    await new Promise((resolve) => setTimeout(resolve));
    const dossier = watcher.dossier();
    late.stop();
    return [text === JSON.stringify(before), dossier, errors, calls.length];
  });
  assert.ok(before, "the last report is there all the while");
  assert.deepEqual(dossier, { filed_on: "hier" });
  assert.deepEqual(errors, [], "nothing failed");
  assert.equal(stopped, 0);
  await page.getByLabel("area").fill("Un bassin");
  await page.getByLabel("filed").fill("15/09/2023");
  await page.waitForFunction(() => !document.querySelector(".ti-messages [data-tone=unread]"));
  assert.deepEqual(await page.evaluate(() => watcher.dossier()), { filed_on: "15/09/2023", perimeter: { employment_area: "Un bassin" } });
  await assertTrue(page);
  assert.deepEqual(page.said, []);
  await page.close();
});

test("many changes in one task are told together: a paste, a form filled by the browser", { skip: skipped }, async () => {
  const page = await followed();
  const told = await page.evaluate(async () => {
    const before = window.told.length;
    for (const [name, value] of [["perimeter.epcis.0", "200069391"], ["perimeter.employment_area", "Un bassin"], ["filed_on", "2023-09-15"]]) {
      const control = form.elements[name];
      control.value = value;
      control.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
    await Promise.resolve();
    return window.told.length - before;
  });
  assert.equal(told, 1);
  await page.getByLabel("area").focus();
  await page.evaluate(() => document.execCommand("insertText", false, " collé"));
  assert.equal((await dossier(page)).perimeter.employment_area, "Un bassin collé");
  await assertTrue(page);
  await page.close();
});

test("a form that is moved in the page, even into a shadow tree, is followed on", { skip: skipped }, async () => {
  const page = await followed();
  await page.evaluate(async () => {
    const shadow = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    shadow.append(form);
    await Promise.resolve();
    const area = form.elements["perimeter.employment_area"];
    area.value = "Un bassin";
    area.dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
  });
  assert.equal((await dossier(page)).perimeter.employment_area, "Un bassin");
  await assertTrue(page);
  await page.close();
});

test("changes that a page reads early are told all the same", { skip: skipped }, async () => {
  const page = await followed();
  const rules = await page.evaluate(async () => {
    const area = form.elements["perimeter.employment_area"];
    area.value = "Un bassin";
    area.dispatchEvent(new Event("input", { bubbles: true }));
    watcher.report();
    await Promise.resolve();
    return told.at(-1).checks.map(({ rule }) => rule);
  });
  assert.deepEqual(rules, ["P7"]);
  await page.close();
});

test("a wrong option is refused by its name, with what was found and what was expected", { skip: skipped }, async () => {
  const page = await followed();
  for (const [given, remedy] of [
    ['{ validity: "wrongg" }', /`validity`: found wrongg, expected wrong or complete/],
    ["{ validity: true }", /`validity`: found true, expected wrong or complete/],
    ['{ messages: "off" }', /`messages`: found off, expected true or false/],
    ["{ messages: 1 }", /`messages`: found 1, expected true or false/],
    ["3", /options: found 3, expected an object/],
    ["[]", /options: found \[object Array\], expected an object/],
    ["() => {}", /options: found \[object Function\], expected an object/],
    ['"2023-09-15"', /options: found 2023-09-15, expected an object/],
    ['{ jour: "2023-09-15" }', /unknown option `jour`/],
    ["{ mesages: true }", /unknown option `mesages`; known: .*mapping, messages, validity/],
  ]) {
    const said = await page.evaluate((given) => {
      try {
        api.watch(form, new Function(`return ${given}`)());
      } catch ({ name, message }) {
        return `${name}: ${message}`;
      }
    }, given);
    assert.match(said ?? "nothing", remedy, given);
  }
  const onReport = await page.evaluate(() => {
    try {
      api.watch(form, {}, "told");
    } catch ({ message }) {
      return message;
    }
  });
  assert.match(onReport ?? "nothing", /onReport: found told, expected a function/);
  await page.evaluate(() => api.watch(form, null).stop());
  await page.evaluate(() => api.watch(form, { validity: null, messages: undefined, mapping: null }).stop());
  await page.close();
});

test("what is no form of this window is refused with what to do", { skip: skipped }, async () => {
  const page = await followed();
  const said = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.contentDocument.body.innerHTML = "<form></form>";
    return [null, "form", document.body, frame.contentDocument.forms[0]].map((one) => {
      try {
        api.watch(one);
      } catch ({ message }) {
        return message;
      }
    });
  });
  for (const [i, found] of [/found \[object Null\]$/, /found form$/, /found \[object HTMLBodyElement\]$/, /of another one: import the package there/].entries()) {
    assert.match(said[i] ?? "nothing", found);
  }
  await page.close();
});

test("options that come once the form is followed are read", { skip: skipped }, async () => {
  const page = await followed();
  const select = page.getByLabel("crte");
  await select.evaluate((select) => (select.innerHTML = "<option>aligned</option><option>several</option>"));
  assert.deepEqual(await dossier(page), { perimeter: { crte: "aligned" } });
  await select.evaluate((select) => select.firstChild.remove());
  assert.deepEqual(await dossier(page), { perimeter: { crte: "several" } });
  await select.evaluate((select) => (select.innerHTML = "<optgroup></optgroup>"));
  await select.evaluate((select) => select.firstChild.append(new Option("aligned")));
  assert.deepEqual(await dossier(page), { perimeter: { crte: "aligned" } });
  await page.close();
});

test("a control may have the name of what a form knows", { skip: skipped }, async () => {
  const page = await followed({ messages: true, validity: "wrong" });
  await page.evaluate(() => form.insertAdjacentHTML("beforeend", '<input name="elements"><input name="perimeter.epcis.1" value="2"><button>send</button>'));
  await page.getByLabel("filed").fill("demain");
  await page.waitForFunction(() => watcher.dossier().perimeter?.epcis);
  await page.getByRole("button", { name: "send" }).click();
  assert.equal(await page.locator("[aria-label=filed] + .ti-messages").count(), 1);
  assert.ok(await page.evaluate(() => window.watcher.report()));
  await page.close();
});

test("what a script has set is read when the form is submitted, or when it says so", { skip: skipped }, async () => {
  const page = await followed();
  await page.evaluate(() => (form.elements.filed_on.value = "2023-09-15"));
  assert.deepEqual(await dossier(page), {});
  await page.evaluate(() => watcher.refresh());
  assert.deepEqual(await dossier(page), { filed_on: "2023-09-15" });
  const sent = await page.evaluate(() => {
    let sent;
    form.addEventListener("submit", (event) => (event.preventDefault(), (sent = watcher.dossier())));
    form.elements.filed_on.value = "2023-09-16";
    form.requestSubmit();
    return sent;
  });
  assert.deepEqual(sent, { filed_on: "2023-09-16" });
  await page.close();
});
