import init, { evaluate } from "territoires-industrie";

await init();
const dossier = { perimeter: { epcis: ["200069391"] } };
const today = evaluate(dossier);
console.log(today.verdict); // hors du calendrier de l'appel
console.log(today.verdict_apart_from_window); // ce qui reste utile
console.log(evaluate(dossier, { day: "2023-09-15" }).verdict); // comme pendant l'appel
