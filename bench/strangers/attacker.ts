import { attacks } from "./attacks.ts";

// node attacker.ts NAME PORT KEY: attacks until it is ended. A process of its own, so that who measures is not its victim.
const [, , name = "", port = "", publishableKey = ""] = process.argv;
const stop = new AbortController();
// Connections that are not read keep no process alive.
setInterval(() => {}, 60_000);
process.once("SIGTERM", () => stop.abort());
await attacks[name]?.({ port: Number(port), publishableKey }, stop.signal);
process.exit();
