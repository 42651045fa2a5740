/** The page for those who integrate the check: live examples with their code. */
import "territoires-industrie/elements";
import "./examples/theme.css";
import { type Both, type Example, examples } from "./examples.js";

/** Put there by the build. */
declare const WEIGHTS: { file: string; brotli: number; integrity: string }[];

const words = {
  copy: ["Copier", "Copy"],
  copied: ["Copié", "Copied"],
  notCopied: ["Copie refusée : sélectionnez le code", "Copy refused: select the code"],
} as const;

const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  children: (Node | string)[] = [],
): HTMLElementTagNameMap[K] => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const both = ([fr, en]: Both): HTMLElement[] => [
  element("span", { lang: "fr", textContent: fr }),
  element("span", { lang: "en", textContent: en }),
];

/** A piece of code, with a button that copies it. */
function code(name: string, text: string): HTMLElement {
  const status = element("span", { role: "status" });
  const button = element("button", { type: "button", className: "copy" }, [...both(words.copy), ` ${name}`]);
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(text).then(() => words.copied, () => words.notCopied);
    status.replaceChildren(...both(done));
  });
  const pre = element("pre", { tabIndex: 0, textContent: text.trimEnd() });
  pre.setAttribute("aria-label", name);
  return element("figure", {}, [element("figcaption", {}, [element("span", { textContent: name }), status, button]), pre]);
}

function section({ id, title, text, live, files }: Example): HTMLElement {
  const parts: HTMLElement[] = [element("h2", { id }, both(title)), element("p", {}, both(text))];
  const codes = files.map(([name, body]) => code(name, body));
  if (live === undefined) return element("section", {}, [...parts, ...codes]);
  const place = element("div", { className: "live", innerHTML: live });
  place.addEventListener("submit", (event) => event.preventDefault());
  return element("section", {}, [...parts, element("div", { className: "pair" }, [place, element("div", {}, codes)])]);
}

const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

at("contents").append(
  ...examples.map(({ id, title }) => element("li", {}, [element("a", { href: `#${id}` }, both(title))])),
);
at("examples").append(...examples.map(section));
at("weights").append(
  ...WEIGHTS.map(({ file, brotli, integrity }) =>
    element("tr", {}, [
      element("th", { scope: "row", textContent: file }),
      element("td", { textContent: `${(brotli / 1000).toFixed(1)} kB` }),
      element("td", {}, [element("code", { textContent: integrity })]),
    ]),
  ),
);
for (const { run } of examples) void run?.();

function speak(lang: string): void {
  document.documentElement.lang = lang;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-lang]")) {
    button.ariaPressed = String(button.dataset["lang"] === lang);
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-lang]")) {
  button.addEventListener("click", () => speak(button.dataset["lang"] ?? "fr"));
}
speak(new URLSearchParams(location.search).get("lang") === "en" ? "en" : "fr");
