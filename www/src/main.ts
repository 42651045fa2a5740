/** Registers the elements of the page. */
import { TiEpciList } from "./epci/list.js";
import { TiMap } from "./epci/map.js";
import { TiEpciOne } from "./epci/one.js";
import { TiEpciSearch } from "./epci/search.js";
import { TiRows } from "./form/rows.js";
import { TiWhy } from "./form/why.js";
import { TiKeep } from "./keep/keep.js";
import { TiPage } from "./page.js";
import { TiStudio } from "./studio/studio.js";

customElements.define("ti-epci-search", TiEpciSearch);
customElements.define("ti-epci-list", TiEpciList);
customElements.define("ti-epci-one", TiEpciOne);
customElements.define("ti-map", TiMap);
customElements.define("ti-why", TiWhy);
customElements.define("ti-rows", TiRows);
customElements.define("ti-keep", TiKeep);
customElements.define("ti-studio", TiStudio);
customElements.define("ti-page", TiPage);
