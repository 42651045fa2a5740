// Writes dossiers as JSON Lines on standard output: node dossiers.mjs COUNT [SEED]. Real intercommunalités, one to eight
// of them, two to twenty actions, and the mistakes that people make. The same numbers give the same bytes.
import { readFileSync } from "node:fs";
import { once } from "node:events";
import { example, root } from "../support/corpus.mjs";
import { random } from "../support/random.mjs";

const [count = 1000, seed = 1] = process.argv.slice(2).map(Number);
const { below, pick } = random(seed);
const oneIn = (n) => below(n) === 0;
const directory = JSON.parse(readFileSync(root("pkg-tests/node_modules/@etalab/decoupage-administratif/data/epci.json"), "utf8"));
const epcis = directory.filter(({ type }) => type === "CC" || type === "CA").map(({ code }) => code);
const base = JSON.stringify(example());
const models = example().action_plan.actions;
const priorities = ["ecological_transition", "innovation", "skills", "land"];
const words = "requalifier la friche accueillir des entreprises former aux métiers de l'atelier décarboner les procédés relier les lycées et les industriels préparer les terrains à bâtir accompagner la reprise".split(" ");
const text = (length) => Array.from({ length }, () => pick(words)).join(" ");

function action(i) {
  const start = 2023 + below(4);
  return {
    ...pick(models),
    title: `Action ${i + 1} : ${text(5)}`,
    summary: text(15 + below(40)),
    priorities: [pick(priorities), pick(priorities)],
    start: `${start}-0${1 + below(9)}`,
    end: `${start + 1 + below(3)}-12`,
    cost: 10_000 * (1 + below(200)),
    financing_need: oneIn(10) ? "à chiffrer" : 5_000 * below(100),
    jobs: below(60),
  };
}

function dossier(number) {
  const one = JSON.parse(base);
  const first = below(epcis.length - 8);
  const members = epcis.slice(first, first + 1 + below(8));
  one.territory_name = `Territoire n° ${number}`;
  one.filed_on = oneIn(8) ? "2023-09-25" : `${1 + below(20)}/09/2023`;
  one.perimeter.epcis = oneIn(20) ? [...members, "20006939"] : members;
  one.perimeter.employment_area = oneIn(10) ? "" : text(60 + below(60));
  one.action_plan.strategy = text(80 + below(80));
  one.action_plan.actions = Array.from({ length: 2 + below(19) }, (_, i) => action(i));
  one.applicant.epci = one.governance.elus[0].epci = one.chef_de_projet.host.epcis[0] = members[0];
  one.chef_de_projet.fragility_level = oneIn(10) ? undefined : `level_${1 + below(3)}`;
  one.chef_de_projet.annual_cost = oneIn(4) ? `${40 + below(40)} 000,50 €` : 40_000 + 500 * below(80);
  one.chef_de_projet.start = `202${4 + below(2)}-01-01`;
  one.chef_de_projet.months = 6 * (1 + below(6));
  if (oneIn(15)) one.perimetre = members;
  return one;
}

process.stdout.on("error", () => process.exit()); // nobody reads on
for (let number = 1, lines = []; number <= count; number++) {
  lines.push(`${JSON.stringify(dossier(number))}\n`);
  if (lines.length < 200 && number < count) continue;
  if (!process.stdout.write(lines.join(""))) await once(process.stdout, "drain");
  lines = [];
}
