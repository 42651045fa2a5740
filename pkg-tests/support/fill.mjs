// Fills the page's form as a person would: one control after the other, found by the path that names it.

/** Opens what folds around a place, so that its controls can be reached. */
async function unfold(place) {
  await place.evaluate((node) => {
    for (let fold = node.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  });
}

const place = (page, path) => page.locator(`[data-path="${path}"]`).first();
const named = (page, path) => page.locator(`[name="${path}"]`);

/** Searches an intercommunalité by its name and takes the suggestion of that SIREN. */
async function pick(page, path, siren, name) {
  const field = place(page, path);
  await unfold(field);
  const search = field.getByRole("combobox");
  await search.fill(name);
  await field.getByRole("option").filter({ hasText: name }).first().click();
  if ((await named(page, path).or(field.locator(`[name^="${path}."]`)).last().inputValue()) !== siren) {
    throw new Error(`${path}: ${name} is not ${siren}`);
  }
}

/** Types one value in the control named by its path. */
export async function type(page, path, value) {
  const control = named(page, path).first();
  // What folds around it is opened, and its kind read, at one go: there are hundreds of fields.
  const kind = await page.evaluate((path) => {
    const node = document.querySelector(`[name="${path}"]`);
    for (let fold = node?.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
    return node && (node.type ?? node.localName);
  }, path);
  if (kind === null) throw new Error(`no control is named ${path}`);
  if (kind === "radio" || kind === "checkbox") {
    await page.locator(`[name="${path}"][value="${value}"]`).check();
  } else if (kind.startsWith("select")) {
    await control.selectOption(String(value));
  } else {
    await control.fill(String(value));
  }
  await control.evaluate((node) => node.blur());
}

/** Makes sure that a list has its row of this number. */
async function row(page, list, index) {
  const there = page.locator(`[data-path="${list}.${index}"]`);
  if (await there.count()) return;
  const rows = place(page, list);
  await unfold(rows);
  await rows.locator("button.add").click();
  await there.waitFor();
}

/** Fills everything that a dossier says; `names` are the names of its intercommunalités by SIREN. */
export async function fill(page, dossier, names, path = "") {
  for (const [key, value] of Object.entries(dossier)) {
    const at = path ? `${path}.${key}` : key;
    if (!Array.isArray(value)) {
      if (typeof value === "object") await fill(page, value, names, at);
      else if (names[value]) await pick(page, at, value, names[value]);
      else await type(page, at, value);
    } else if (value.every((item) => names[item])) {
      for (const siren of value) await pick(page, at, siren, names[siren]);
    } else if (value.every((item) => typeof item === "string")) {
      const boxes = await named(page, at).first().evaluate((node) => node.type === "checkbox");
      for (const text of boxes ? value : [value.join(", ")]) await type(page, at, text);
    } else {
      for (const [index, item] of value.entries()) {
        await row(page, at, index);
        await fill(page, item, names, `${at}.${index}`);
      }
    }
  }
}
