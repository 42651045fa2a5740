/** What the studio loads when it is first shown. */
import { TiBars } from "./bars.js";
import { TiBudget } from "./budget.js";
import { TiCurve } from "./curve.js";
import { TiLevels } from "./levels.js";
import { TiOwnScale } from "./own-scale.js";
import { TiSettings } from "./settings.js";

customElements.define("ti-bars", TiBars);
customElements.define("ti-budget", TiBudget);
customElements.define("ti-curve", TiCurve);
customElements.define("ti-levels", TiLevels);
customElements.define("ti-own-scale", TiOwnScale);
customElements.define("ti-settings", TiSettings);
