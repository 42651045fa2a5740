// Types a dossier into the empty page key by key: each control is gone to, and the rest is the keyboard's.

const at = (path) => `[name="${path}"]`;

async function unfold(control) {
  await control.evaluate((node) => {
    for (let fold = node.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  });
}

async function answer(page, path, value) {
  const controls = page.locator(at(path));
  const kind = await controls.first().evaluate((node) => node.type);
  const { keyboard } = page;
  await unfold(controls.first());
  if (kind === "radio" || kind === "checkbox") {
    for (const word of [value].flat()) {
      await page.locator(`${at(path)}[value="${word}"]`).focus();
      await keyboard.press("Space");
    }
  } else if (kind === "select-one") {
    // What is offered may follow from what was given before.
    await controls.locator(`option[value="${value}"]`).waitFor({ state: "attached" });
    await controls.focus();
    const options = await controls.evaluate((node) => [...node.options].map((option) => option.value));
    for (let step = options.indexOf(String(value)); step > 0; step--) await keyboard.press("ArrowDown");
  } else if (kind === "hidden") {
    await page.locator(`[data-path="${path}"] [role=combobox]`).focus();
    await keyboard.type(String(value));
  } else {
    await controls.focus();
    await keyboard.type([value].flat().join(", "));
  }
  await keyboard.press("Tab");
}

/** Types everything that a dossier says. */
export async function strike(page, value, path = "") {
  const below = (key) => (path ? `${path}.${key}` : String(key));
  if (await page.locator(`.epcis[data-path="${path}"]`).count()) {
    const search = page.locator(`.epcis[data-path="${path}"] [role=combobox]`);
    for (const [index, siren] of value.entries()) {
      await search.focus();
      await page.keyboard.type(siren);
      // What was found is told, also when it is nothing: a SIREN outside the directory is taken as it is.
      await page.locator(`.epcis[data-path="${path}"] .search [role=status]`, { hasText: /\S/ }).waitFor({ state: "attached" });
      await page.keyboard.press("Enter");
      await page.locator(at(below(index))).waitFor();
    }
  } else if (path && (await page.locator(at(path)).count())) {
    await answer(page, path, value);
  } else if (Array.isArray(value)) {
    for (const [index, row] of value.entries()) {
      const rows = page.locator(`.rows[data-path="${path}"]`);
      if ((await rows.locator(":scope > fieldset.row").count()) <= index) {
        await unfold(rows);
        await rows.locator(":scope > .add").focus();
        await page.keyboard.press("Enter");
        await page.locator(`[data-path="${below(index)}"]`).waitFor();
      }
      await strike(page, row, below(index));
    }
  } else {
    // In the order of the page, as a person goes.
    const names = await page.locator("form [name]").evaluateAll((controls) => controls.map(({ name }) => name));
    const place = ([key]) => names.findIndex((name) => `${name}.`.startsWith(`${below(key)}.`));
    for (const [key, one] of Object.entries(value).sort((a, b) => place(a) - place(b))) await strike(page, one, below(key));
  }
}
