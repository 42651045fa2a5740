// Messages beside the fields of a form that is followed, and what keeps it from being submitted: where they stand, when
// they go, what they leave alone. A plain form of HTML in a real Chromium.
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

test("a form that moves into a shadow tree shows its messages there, in their style", { skip: skipped }, async () => {
  const page = await followed({ messages: true, validity: "wrong" });
  const line = page.locator(".ti-messages [data-tone=unread]");
  const colour = async () => (assert.equal(await line.count(), 1), line.evaluate((line) => getComputedStyle(line).color));
  await page.getByLabel("filed").fill("demain");
  await page.getByLabel("filed").blur();
  const red = await colour();
  assert.notEqual(red, await page.evaluate(() => getComputedStyle(document.body).color));
  for (const place of ["a shadow tree", "another"]) {
    await page.evaluate(async () => {
      form.reset();
      await new Promise((resolve) => setTimeout(resolve));
      const shadow = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
      form.id = "moved";
      // It belongs to the form, and stands outside of it.
      const start = Object.assign(document.createElement("input"), { name: "chef_de_projet.start", ariaLabel: "start" });
      start.setAttribute("form", "moved");
      shadow.replaceChildren(form, start);
    });
    assert.equal(await line.count(), 0);
    await page.getByLabel("start").last().fill("demain");
    await page.getByLabel("start").last().blur();
    assert.equal(await colour(), red, `${place}, a control outside the form`);
    await page.getByLabel("start").last().fill("");
    await page.getByLabel("filed").fill("demain");
    await page.evaluate(() => form.requestSubmit());
    assert.equal(await colour(), red, place);
  }
  await page.evaluate(() => document.body.append(form));
  await page.getByLabel("filed").fill("hier");
  assert.equal(await colour(), red, "back in the page");
  await page.close();
});

test("messages that are shown keep their style where the form moves", { skip: skipped }, async () => {
  const page = await followed({ messages: true });
  await page.getByLabel("filed").fill("demain");
  await page.getByLabel("filed").blur();
  const colour = () => page.locator(".ti-messages li").evaluate((line) => getComputedStyle(line).color);
  const red = await colour();
  await page.evaluate(() => document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" }).append(form));
  assert.equal(await colour(), red);
  await page.close();
});

test("validity takes back only what it said: what the page refuses stays", { skip: skipped }, async () => {
  const page = await followed({ validity: "wrong" });
  const said = () => page.evaluate(() => form.elements.filed_on.validationMessage);
  const refuse = (text) => page.evaluate((text) => form.elements.filed_on.setCustomValidity(text), text);
  const day = page.getByLabel("filed");
  await day.fill("demain");
  assert.match(await said(), /15\/09\/2023/);
  await refuse("La page refuse.");
  await day.fill("hier");
  assert.equal(await said(), "La page refuse.", "it is not written over");
  await day.fill("15/09/2023");
  assert.equal(await said(), "La page refuse.", "nor taken away");
  await refuse("");
  await day.fill("demain");
  assert.match(await said(), /15\/09\/2023/, "the place is free again");
  await page.evaluate(() => (form.elements.filed_on.disabled = true));
  await page.evaluate(() => (form.elements.filed_on.value = "15/09/2023"));
  await page.evaluate(() => (form.elements.filed_on.disabled = false));
  assert.equal(await said(), "", "nothing stays of what was said before the control was disabled");
  await day.fill("demain");
  await refuse("La page refuse.");
  await page.evaluate(() => watcher.stop());
  assert.equal(await said(), "La page refuse.");
  await page.close();
});

test("of two watchers on one form, each takes back its own refusal", { skip: skipped }, async () => {
  const page = await followed({ validity: "wrong" });
  const said = () => page.evaluate(() => form.elements.filed_on.validationMessage);
  await page.getByLabel("filed").fill("demain");
  const french = await said();
  await page.evaluate(() => (window.same = api.watch(form, { day: "2023-09-15", validity: "wrong" })));
  await page.evaluate(() => (window.english = api.watch(form, { day: "2023-09-15", lang: "en", validity: "wrong" })));
  await page.evaluate(() => same.stop());
  assert.equal(await said(), french);
  await page.evaluate(() => watcher.stop());
  assert.notEqual(await said(), french);
  assert.notEqual(await said(), "");
  await page.evaluate(() => english.stop());
  assert.equal(await said(), "");
  await page.close();
});

test("messages and validity change while the form is followed, and what was left stays left", { skip: skipped }, async () => {
  const page = await followed({ messages: true });
  await page.getByLabel("filed").fill("demain");
  await page.getByLabel("filed").blur();
  const count = page.locator(".ti-messages");
  const configure = (options) => page.evaluate((options) => watcher.configure(options), options);
  const state = async () => [await count.count(), await page.evaluate(() => form.checkValidity())];
  const states = [await state()];
  for (const options of [{ validity: "wrong" }, { messages: false }, { lang: "en" }, { validity: null, messages: true }]) {
    assert.equal(await configure(options), "lang" in options);
    states.push(await state());
  }
  assert.deepEqual(states, [[1, true], [1, false], [0, false], [0, false], [1, true]]);
  await assert.rejects(configure({ messages: "off" }), /found off, expected true or false/);
  await page.evaluate(() => watcher.stop());
  await configure({ validity: "wrong", messages: true });
  assert.deepEqual(await state(), [0, true], "it is over");
  await page.close();
});

test("a reset that the page prevents leaves the messages", { skip: skipped }, async () => {
  const page = await followed({ messages: true });
  await page.getByLabel("filed").fill("demain");
  await page.getByLabel("filed").blur();
  const shown = async () => {
    await page.getByRole("button", { name: "reset" }).click();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    return page.locator(".ti-messages").count();
  };
  await page.evaluate(() => document.addEventListener("reset", (event) => event.preventDefault(), { once: true }));
  assert.equal(await shown(), 1);
  assert.equal(await shown(), 0, "one that goes through takes them away");
  await page.close();
});

test("a control that comes or is replaced is refused and has its messages, though the report stays as it is", { skip: skipped }, async () => {
  const page = await followed({ messages: true, validity: "complete" });
  const area = page.getByLabel("area");
  const said = () => area.evaluate((control) => control.validationMessage);
  await page.waitForFunction(() => form.elements["perimeter.employment_area"].validationMessage);
  const text = await said();
  await page.evaluate(() => {
    window.reports = told.length;
    form.elements["perimeter.employment_area"].outerHTML = '<textarea name="perimeter.employment_area" aria-label="area"></textarea>';
  });
  assert.equal(await said(), text);
  await area.focus();
  await area.blur();
  assert.equal(await page.locator("[aria-label=area] + .ti-messages").textContent(), text);
  assert.equal(await page.evaluate(() => told.length), await page.evaluate(() => reports), "nothing of the report is told");
  await page.evaluate(() => form.elements["perimeter.employment_area"].remove());
  await page.waitForFunction(() => !document.querySelector(".ti-messages"));
  await page.close();
});

test("messages stay with their field where the page puts others beside it", { skip: skipped }, async () => {
  const page = await followed({ messages: true });
  await page.evaluate(() => (form.innerHTML = '<label>Day <input name="filed_on"></label><label>Start <input name="chef_de_projet.start"><input name="action_plan.actions.0.start" aria-label="first"></label>'));
  for (const label of ["Day", "Start", "first"]) await page.getByLabel(label).last().fill("demain");
  await page.getByLabel("Day").focus();
  const shape = () => page.evaluate(() => [...form.children].map(({ localName }) => localName).join(" "));
  assert.equal(await shape(), "label ul label ul ul");
  await page.evaluate(() => form.firstChild.after(Object.assign(document.createElement("label"), { innerHTML: '<input name="territory_name">' })));
  await page.waitForFunction(() => form.children[1].localName === "ul");
  assert.equal(await shape(), "label ul label label ul ul");
  const moves = await page.evaluate(() => {
    const observer = new MutationObserver(() => {});
    observer.observe(form, { childList: true });
    form.elements.territory_name.focus();
    form.elements.filed_on.focus();
    return observer.takeRecords().length;
  });
  assert.equal(moves, 0, "and are not moved about");
  await page.close();
});

test("a row that the page copies does not carry the messages of the first one", { skip: skipped }, async () => {
  const page = await followed({ messages: true });
  await page.evaluate(() => (form.innerHTML = '<p id="hint"></p><p><label>Member <input name="perimeter.epcis.0" aria-describedby="hint"></label></p>'));
  const first = page.getByLabel("Member").first();
  await first.fill("abc");
  await first.blur();
  await page.locator(".ti-messages").waitFor();
  for (const copied of ["p:last-child", "p:last-child label"]) {
    await page.evaluate((copied) => {
      const copy = form.querySelector(copied).cloneNode(true);
      Object.assign(copy.querySelector("input"), { name: "perimeter.epcis.1", value: "" });
      form.append(copy);
    }, copied);
    const second = page.getByLabel("Member").last();
    await page.waitForFunction(() => form.querySelectorAll("[aria-invalid]").length === 1);
    assert.equal(await page.locator(".ti-messages").count(), 1);
    assert.equal(await second.getAttribute("aria-describedby"), "hint");
    await second.fill("xyz");
    await second.blur();
    assert.equal(await page.locator(".ti-messages").count(), 2, "it has its own");
    assert.notEqual(await second.getAttribute("aria-describedby"), await first.getAttribute("aria-describedby"));
    await page.evaluate(() => form.lastChild.remove());
    await page.evaluate(() => form.querySelectorAll(".ti-messages")[1]?.remove());
  }
  assert.equal(await first.getAttribute("aria-invalid"), "true");
  await page.close();
});

test("what a script has set right holds nothing back any more, and what it has set wrong does", { skip: skipped }, async () => {
  const page = await followed({ validity: "wrong" });
  await page.evaluate(() => form.insertAdjacentHTML("beforeend", "<button>send</button>"));
  await page.evaluate(() => (window.sent = 0, form.addEventListener("submit", (event) => (event.preventDefault(), sent++))));
  await page.getByLabel("filed").fill("demain");
  const send = async (value, act) => {
    await page.evaluate((value) => (form.elements.filed_on.value = value), value);
    await act();
    return page.evaluate(() => sent);
  };
  const click = () => page.getByRole("button", { name: "send" }).click();
  const enter = () => page.getByLabel("search").press("Enter");
  assert.equal(await send("2023-09-15", click), 1);
  assert.equal(await send("hier", click), 1);
  assert.equal(await send("2023-09-15", enter), 2);
  assert.equal(await send("hier", enter), 2);
  await page.close();
});
