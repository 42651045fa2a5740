// Every case of the corpus through the npm package in Node: the same bytes as the Rust API (contract, §2).
import { test } from "node:test";
import { assertSame, corpus } from "../support/corpus.mjs";
import { LiveForm, evaluate } from "../support/package.mjs";

const options = ({ day, scale }) => ({ day, ...(scale === null ? {} : { scale }) });

test("evaluate", () => {
  assertSame("evaluate in Node", corpus().map((one) => JSON.stringify(evaluate(JSON.parse(one.dossier), options(one)))));
});

test("LiveForm", () => {
  const reports = corpus().map((one) => {
    const form = new LiveForm({ ...options(one), dossier: JSON.parse(one.dossier) });
    try {
      return JSON.stringify(form.report());
    } finally {
      form.free();
    }
  });
  assertSame("LiveForm in Node", reports);
});
