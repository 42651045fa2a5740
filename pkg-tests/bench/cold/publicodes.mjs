// The same kind of form as rules of publicodes, as far as they can say it: no list of actions, no key of a SIREN, no sentence.
import Engine from "publicodes";

const yesNo = (name) => [[name, { "par défaut": "non" }]];
const number = (name, unit) => [[name, { "par défaut": 0, ...(unit && { unité: unit }) }]];
const check = (name, ...conditions) => [[`check . ${name}`, { "toutes ces conditions": conditions }]];

const rules = Object.fromEntries([
  ...yesNo("amendment"), ...number("filed"), ...yesNo("named"), ...number("members"), ...number("distinct members"),
  ...yesNo("employment area"), ...yesNo("single reason"), ...yesNo("metropole"), ...yesNo("metropole reason"), ...yesNo("crte"),
  ...yesNo("elu"), ...yesNo("industriel"), ...yesNo("binome being identified"), ...yesNo("committee"), ...yesNo("letter signed"),
  ...number("actions"), ...number("longest action"), ...number("level"), ...number("annual cost"), ...number("working time"),
  ...number("months"), ...number("other funding"),
  ["check", { valeur: "oui" }],
  ...check("window", "filed >= 20230622", "filed <= 20230922"), ...check("territory", "named"), ...check("some members", "members > 0"),
  ...check("distinct", "distinct members = members"),
  ["check . single", { "une de ces conditions": ["members != 1", "single reason"] }],
  ["check . metropoles", { "une de ces conditions": ["metropole = non", "metropole reason"] }],
  ...check("area", "employment area"), ...check("articulated", "crte"),
  ["check . binome", { "une de ces conditions": [{ "toutes ces conditions": ["elu", "industriel"] }, "binome being identified"] }],
  ...check("steering", "committee"), ...check("letter", "letter signed"), ...check("some actions", "actions > 0"),
  ...check("few actions", "actions <= 12"), ...check("four years", "longest action <= 48"), ...check("fragility", "level >= 1", "level <= 3"),
  ...check("cost", "annual cost > 0"), ...check("time", "working time > 0", "working time <= 1"), ...check("duration", "months >= 1", "months <= 60"),
  ...check("programme", "months <= 48"),
  ["rate", { variations: [{ si: "level = 1", alors: 0.4 }, { si: "level = 2", alors: 0.5 }, { sinon: 0.7 }] }],
  ["ceiling", { variations: [{ si: "level = 1", alors: 25000 }, { si: "level = 2", alors: 35000 }, { sinon: 45000 }] }],
  ["cost", { valeur: "annual cost * working time * months / 12" }],
  ["grant", { valeur: "cost * rate", plafond: "ceiling * months / 12" }],
  ["local", { valeur: "cost - grant - other funding" }],
  ...check("not over funded", "local >= 0"), ...check("members pay", "local > 0"), ...check("state pays", "grant > 0"),
]);

const CHECKS = Object.keys(rules).filter((name) => name.startsWith("check . "));
const SITUATION = {
  filed: 20230915, members: 4, "distinct members": 4, actions: 12, "longest action": 24, level: 2, "annual cost": 60000,
  "working time": 0.8, months: 24, named: "oui", "employment area": "oui", crte: "oui", elu: "oui", industriel: "oui",
  committee: "oui", "letter signed": "oui",
};

export function evaluate() {
  const engine = new Engine(rules).setSituation(SITUATION);
  return { checks: CHECKS.map((rule) => ({ rule, met: engine.evaluate(rule).nodeValue === true })), grant: engine.evaluate("grant").nodeValue };
}
