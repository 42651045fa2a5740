/** Loading the engine, and what to do when that fails. */
import init from "./territoires_industrie.js";

/** Loads the engine, once for all; rejects with what to do about it. */
export async function load(): Promise<void> {
  try {
    await init();
  } catch (error) {
    throw explained(error);
  }
}

const say = (advice: string, cause: unknown): Error =>
  new Error(`territoires-industrie: the engine could not be loaded. ${advice}`, { cause });

/** An error with its remedy. */
function explained(cause: unknown): Error {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (typeof WebAssembly !== "object") {
    return say("This browser has no WebAssembly, or it is switched off; any browser since 2017 has it.", cause);
  }
  if (/content security policy|unsafe-eval|disallowed by embedder/i.test(text)) {
    return say("The Content-Security-Policy needs script-src 'self' 'wasm-unsafe-eval'.", cause);
  }
  if (/magic (word|number)|doesn't start with|expected magic/i.test(text)) {
    return say("What came instead of territoires_industrie_bg.wasm is no WebAssembly, perhaps an error page.", cause);
  }
  if (cause instanceof WebAssembly.CompileError || cause instanceof WebAssembly.LinkError) {
    return say(
      "The browser could not compile it: is it too old, or are territoires_industrie_bg.wasm and territoires_industrie.js of two versions?",
      cause,
    );
  }
  return say(
    `territoires_industrie_bg.wasm must lie beside territoires_industrie.js and connect-src allow it (${text}).`,
    cause,
  );
}
