# For machines of one's own: `node build.mjs`, then `npx workerd serve workerd.capnp`, behind what ends TLS.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "territoires-industrie", worker = .worker),
    (name = "nowhere", network = (allow = [])),
  ],
  sockets = [ (name = "http", address = "127.0.0.1:8787", http = (), service = "territoires-industrie") ],
);

const worker :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "dist/worker.js"),
    (name = "territoires_industrie_bg.wasm", wasm = embed "dist/territoires_industrie_bg.wasm"),
  ],
  compatibilityDate = "2026-01-01",
  # The worker can reach nothing.
  globalOutbound = "nowhere",
);
