// A plain form of HTML, named by paths, that the package follows in a real Chromium.
import { packagePage } from "./package-page.mjs";

const FORM = `
<form>
  <input name="filed_on" aria-label="filed">
  <input name="search" aria-label="search">
  <input name="perimeter.epcis.0" aria-label="first">
  <textarea name="perimeter.employment_area" aria-label="area"></textarea>
  <select name="perimeter.crte" aria-label="crte"><option value=""></option><option value="aligned">a</option></select>
  <input type="radio" name="governance.steering_committee" value="true" aria-label="yes">
  <input type="radio" name="governance.steering_committee" value="false" aria-label="no">
  <input type="checkbox" name="flags.industrial_shock" value="true" aria-label="shock">
  <input type="checkbox" name="governance.consulted" value="local_elus" aria-label="local">
  <input type="checkbox" name="governance.consulted" value="industriels" aria-label="industriels">
  <select multiple name="action_plan.actions.0.priorities" aria-label="priorities">
    <option value="skills">s</option><option value="land">l</option>
  </select>
  <button type="reset">reset</button>
</form>`;

/** A page whose form is followed; `told` there collects what was told. */
export async function followedForm(browser, options = {}) {
  const page = await packagePage(browser, FORM);
  await page.evaluate(async (options) => {
    const api = await import("/index.js");
    await api.default();
    window.api = api;
    window.told = [];
    window.events = 0;
    window.form = document.forms[0];
    document.addEventListener("ti-report", () => events++);
    window.watcher = api.watch(form, { day: "2023-09-15", ...options }, (changes) => told.push(changes));
    await Promise.resolve();
  }, options);
  return page;
}
