// To the form platform: the link of the page is that of the package, and nothing goes anywhere before it is opened.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "../support/corpus.mjs";
import { confirmed } from "../support/mapping.mjs";
import { prefillLink } from "../support/platform-link.mjs";
import { serve } from "../support/ti.mjs";
import { leave, loadExample as load, openMenu, says, sideways, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

const AXE = root("pkg-tests/node_modules/axe-core/axe.min.js");
const folder = mkdtempSync(join(tmpdir(), "ti-platform-"));
let site;
before(async () => {
  if (!skipped) site = await visit();
});
after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true });
});

const file = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const open = async (page) => {
  await openMenu(page);
  await page.getByRole("button", { name: /^(Plateforme de dépôt|Form platform)/ }).click();
  await page.getByRole("dialog").waitFor();
};
const choose = (page, content, name = "mapping.json") => page.locator("#mapping-file").setInputFiles(file(name, JSON.stringify(content)));
const held = (page) => page.evaluate(() => document.querySelector("ti-keep").desk.dossier());
const link = (page) => page.locator("#platform-link").inputValue();

test("a mapping file gives the link, told before it sends anything, with what stays behind", { skip: skipped }, async () => {
  const page = await site.open();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await load(page);
  await open(page);
  await choose(page, confirmed());
  const expected = prefillLink(await held(page), confirmed());
  await page.locator("#platform-link").waitFor();
  assert.equal(await link(page), expected.url);
  const told = (await page.getByRole("dialog").innerText()).replace(/\s/g, " ");
  for (const words of ["envoie à demarche.numerique.gouv.fr", "2 000 au plus", "pièce à joindre", "Sans champ dans la démarche"]) assert.ok(told.includes(words), words);
  const opens = page.getByRole("link", { name: "Ouvrir chez demarche.numerique.gouv.fr" });
  assert.deepEqual(
    await opens.evaluate(({ href, target, rel }) => [href, target, rel]),
    [expected.url, "_blank", "noopener noreferrer"],
  );
  const elsewhere = asked.filter((url) => new URL(url).hostname !== "127.0.0.1" && !url.startsWith("blob:"));
  assert.deepEqual(elsewhere, [], "nothing leaves the browser before the link is opened");
  await leave(page);
});

test("the answers that are sent are told in the words of the form", { skip: skipped }, async () => {
  for (const [query, skills, colon] of [["", "Compétences et recrutement", " : "], ["/?lang=en", "Skills and recruitment", ": "]]) {
    const page = await site.open({ query });
    await load(page);
    await open(page);
    await choose(page, confirmed());
    await page.locator("#platform-link").waitFor();
    const sent = await page.locator("dialog details", { hasText: /Réponses transmises|Answers sent/ }).locator("li").allTextContents();
    const told = sent.map((line) => line.replace(/\s/g, " "));
    assert.ok(told.some((line) => line.includes(`Axes stratégiques${colon}`) && line.includes(skills)), told.join("\n"));
    assert.deepEqual(told.filter((line) => /\b(skills|land|innovation|[a-z]+_[a-z]+|true|false)\b/.test(line.split(colon)[1])), []);
    await leave(page);
  }
});

test("what does not fit leads to its field", { skip: skipped }, async () => {
  const page = await site.open();
  await load(page);
  await page.locator('[name="action_plan.strategy"]').fill("é".repeat(1000));
  await open(page);
  await choose(page, confirmed());
  await says(page, "dialog", "Ne tient pas dans le lien (1)");
  assert.ok((await link(page)).length <= 2000);
  await page.getByRole("dialog").getByRole("button", { name: "Stratégie industrielle" }).first().click();
  await page.locator('[name="action_plan.strategy"]:focus').waitFor();
  await leave(page);
});

test("a mapping file with mistakes is explained, in both languages", { skip: skipped }, async () => {
  for (const [query, words] of [["", "attendu une adresse https://"], ["/?lang=en", "expected an address https://"]]) {
    const page = await site.open({ query });
    await open(page);
    await choose(page, "no mapping");
    await page.getByRole("alert").waitFor();
    for (const url of ["http://example.org/x", "javascript:alert(1)", "https://a@b/x", "https://a/x?y", "https://a/\"><b>"]) {
      await choose(page, confirmed(({ procedure }) => (procedure.url = url)));
      await says(page, "dialog [role=alert]", "procedure.url");
      await says(page, "dialog [role=alert]", words);
      assert.equal(await page.getByRole("dialog").getByRole("link").count(), 0, url);
    }
    await page.locator("#mapping-file").setInputFiles(file("text.json", "bonjour"));
    await says(page, "dialog", query ? "This file is no mapping file" : "n'est pas un fichier de correspondance");
    await page.keyboard.press("Escape");
    await leave(page);
  }
});

test("a mapping file that lies beside the page needs no choosing, for those who came before it too", { skip: skipped }, async () => {
  const own = join(folder, "pages");
  cpSync(root("www/dist"), own, { recursive: true });
  const server = await serve(["--pages", own]);
  const declared = await visit(server);
  const page = await declared.open();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  writeFileSync(join(own, "mapping.json"), JSON.stringify(confirmed()));
  await page.reload();
  await load(page);
  await open(page);
  await page.locator("#platform-link").waitFor();
  assert.equal(await link(page), prefillLink(await held(page), confirmed()).url);
  await leave(page);
  await declared.close();
});

test("a declared mapping file that is not there is said, and one can be chosen", { skip: skipped }, async () => {
  const page = await site.open();
  await page.evaluate(() => document.querySelector("ti-page").setAttribute("mapping", "absent.json"));
  await open(page);
  await says(page, "dialog", "n'a pas pu être chargé");
  await choose(page, confirmed());
  await page.locator("#platform-link").waitFor();
  assert.ok(page.told.every((line) => line.includes("404")), "nothing but the file that is missing");
  await page.close();
});

test("axe finds nothing, with a link or with mistakes, on a screen and on a phone", { skip: skipped }, async () => {
  for (const width of [1280, 360]) {
    const page = await site.open({ width, bypassCSP: true });
    await page.addScriptTag({ content: readFileSync(AXE, "utf8") });
    await load(page);
    await open(page);
    for (const [mapping, shows] of [["no mapping", "dialog [role=alert]"], [confirmed(), "#platform-link"]]) {
      await choose(page, mapping);
      await page.locator(shows).waitFor();
      const found = await page.evaluate(async () => (await globalThis.axe.run("dialog")).violations.map(({ id, nodes }) => [id, nodes[0].html]));
      assert.deepEqual(found, [], shows);
    }
    assert.equal(await sideways(page), 0);
    await page.close();
  }
});
