// Types a dossier into the page from inside it: the events that a person's typing gives, without their pauses; and
// reads back what the page shows. Both functions run in the browser, where nothing else of this file is known.

/**
 * Changes what stands in the page into another dossier, control by control: `{ held }`, the dossier that the page then
 * holds; or `{ skip, at }`, why it cannot be typed and where.
 */
export async function typeInPage({ dossier, day }) {
  const form = document.querySelector("form");
  const keep = document.querySelector("ti-keep");
  const quiet = async () => {
    const moving = () => [...document.querySelectorAll("ti-page, ti-page *")].filter((one) => one.isUpdatePending);
    do {
      await new Promise((resolve) => setTimeout(resolve));
      // What follows once the typing pauses follows now.
      document.querySelector("ti-page").becalm();
      await Promise.all(moving().map((one) => one.updateComplete));
    } while (moving().length);
  };
  const fire = (control, ...types) => types.forEach((type) => control.dispatchEvent(new Event(type, { bubbles: true })));
  const controls = (path) => [...form.querySelectorAll(`[name="${CSS.escape(path)}"]`)];
  const isLeaf = (value) => value === null || typeof value !== "object";
  const cannot = (skip, at) => Object.assign(new Error(skip), { skip, at });
  const given = (path) => path.split(".").reduce((value, key) => (isLeaf(value) ? undefined : value[key]), dossier);
  const search = (place, text) => {
    const box = place.querySelector("[role=combobox]");
    box.value = text;
    fire(box, "input");
    box.dispatchEvent(new FocusEvent("blur"));
  };

  /** Makes a list as long as it has to be, by its buttons. */
  async function lengthen(place) {
    const { path } = place.dataset;
    const list = given(path) ?? [];
    if (!Array.isArray(list)) throw cannot("no list", path);
    const chips = place.matches(".epcis");
    const items = () => [...place.querySelectorAll(chips ? ".chosen > li" : ":scope > fieldset.row")];
    while (items().length !== list.length) {
      if (items().length > list.length) items().at(-1).querySelector(":scope > .row-tools .remove").click();
      // Any number makes a chip, whose SIREN can then be mended.
      else if (chips) search(place, "1");
      else place.querySelector(":scope > .add").click();
      await place.parentElement.updateComplete;
    }
  }

  async function type(path) {
    const [control, ...others] = controls(path);
    const value = given(path) ?? "";
    const values = [value].flat();
    const several = control.type === "checkbox" || /\.(partners|indicators)$/.test(path);
    const typed = /^(text|textarea)$/.test(control.type);
    if (!values.every(isLeaf) || (Array.isArray(value) && !several) || (typed && typeof value === "boolean")) throw cannot("no text", path);
    const texts = values.filter((one) => one !== null && one !== "").map(String);
    const text = texts.join(", ");
    if (control.type === "checkbox" || control.type === "radio") {
      const words = control.type === "radio" ? [text] : text.split(/\s*,\s*/).filter(Boolean);
      const boxes = [control, ...others];
      if (new Set(words).size < words.length) throw cannot("ticked twice", path);
      if (words.some((word) => !boxes.some((box) => box.value === word))) throw cannot("not offered", path);
      for (const box of boxes) if (box.checked !== words.includes(box.value) && (box.type === "checkbox" || !box.checked)) box.click();
    } else if (control.value === text) {
      return;
    } else if (control.type === "hidden") {
      search(control.closest("[data-path]"), text);
      await quiet();
      if (control.value !== text) throw cannot("no SIREN", path);
    } else {
      const offered = () => control.localName !== "select" || [...control.options].some((option) => option.value === text);
      // What is offered may follow from what was given before: it is there once the page is painted.
      if (!offered()) await quiet();
      if (!offered()) throw cannot("not offered", path);
      control.value = text;
      if (control.value !== text) throw cannot("several lines", path);
      fire(control, "input", "change");
    }
    control.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }

  /** Types what lies under a path, and blanks what the dossier does not have there. */
  async function fill(under) {
    const lies = (path) => under === "" || path === under || path.startsWith(`${under}.`);
    for (const place of form.querySelectorAll(".rows, .epcis")) if (lies(place.dataset.path)) await lengthen(place);
    await quiet();
    for (const path of new Set([...form.querySelectorAll("[name]")].map(({ name }) => name))) if (lies(path)) await type(path);
  }

  /** What no control is for. */
  function homeless(value, path) {
    if (path && controls(path).length) return null;
    if (path && !form.querySelector(`[data-path="${CSS.escape(path)}"], [name^="${CSS.escape(path)}."]`)) return path;
    if (isLeaf(value)) return value === null || value === "" ? null : path;
    return Object.entries(value).map(([key, below]) => homeless(below, path ? `${path}.${key}` : key)).find(Boolean) ?? null;
  }

  const asOf = document.querySelector("#as-of");
  asOf.value = day;
  fire(asOf, "change");
  try {
    // A control may wait for another: the scale before its level, the members before what they decide.
    for (const under of ["perimeter", "chef_de_projet.scale"]) await fill(under);
    await quiet();
    await fill("");
  } catch (error) {
    if (error.skip) return { skip: error.skip, at: error.at };
    throw error;
  }
  document.activeElement?.blur();
  await quiet();
  const at = homeless(dossier, "");
  return at ? { skip: "no control", at } : { held: keep.desk.dossier() };
}

/** What the page shows of its report: words with plain spaces, amounts as the engine writes them. */
export function readPage() {
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const texts = (selector, root = document) => [...root.querySelectorAll(selector)].map((node) => plain(node.textContent));
  // Words of a cell without the smaller ones under them; comments of the template are not text.
  const named = (cell) => plain([...cell.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(""));
  const amount = (text) => (plain(text) === "–" ? null : plain(text).replace(/\s|€/g, "").replace(",", ".").replace("−", "-"));
  const table = (title) =>
    [...document.querySelectorAll(`#plan table[aria-labelledby=${title}] :is(tbody, tfoot) tr:not(.why)`)].map((row) => [
      named(row.querySelector("th")),
      ...[...row.querySelectorAll("td")].map((cell) => amount((cell.querySelector("button") ?? cell).textContent)),
    ]);
  const panel = document.querySelector("#summary");
  const folds = Object.fromEntries(
    [...panel.querySelectorAll("details.fold")].map((fold) => [plain(fold.querySelector("summary").textContent).split(" (")[0], texts("li", fold)]),
  );
  return {
    verdict: plain(panel.querySelector(".verdict .word").textContent),
    progress: plain(panel.querySelector(".progress").textContent).match(/\d+/g).map(Number),
    steps: [...panel.querySelectorAll(".steps [data-rule]")].map((step) => [step.dataset.rule, plain(step.querySelector("button")?.textContent ?? named(step))]),
    entries: [...panel.querySelectorAll(".entries li")].map((entry) => [entry.dataset.tone, plain(entry.textContent)]),
    checks: [...panel.querySelectorAll(".checks li")].map((check) => [check.dataset.outcome, plain(check.textContent)]),
    folds,
    reasons: texts("[aria-labelledby=title-funding] .steps li", panel),
    sums: [...panel.querySelectorAll(".sums dd")].map((sum) => amount(sum.textContent)),
    years: table("title-years"),
    funders: table("title-funders"),
    members: table("title-members"),
    notes: texts("form .notes > li"),
    text: plain(panel.textContent),
  };
}
