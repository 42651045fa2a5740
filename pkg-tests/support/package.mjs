// The npm package as `make build` leaves it, ready to be called.
import init from "../../www/pkg/node.js";

await init();
export * from "../../www/pkg/node.js";
