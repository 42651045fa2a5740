import init, { evaluate } from "territoires-industrie";

self.onmessage = async ({ data: { dossier, day } }) => {
  await init(); // une fois : les appels suivants ne coûtent rien
  self.postMessage(evaluate(dossier, { day }));
};
