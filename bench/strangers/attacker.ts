import { attacks } from "./attacks.ts";

// node attacker.ts NAME PORT KEY: attacks until terminated. A separate process, so that it does not slow down
// the measurement.
const [, , name = "", port = "", publishableKey = ""] = process.argv;
const stop = new AbortController();
// Paused sockets do not keep a process alive.
setInterval(() => {}, 60_000);
process.once("SIGTERM", () => stop.abort());
await attacks[name]?.({ port: Number(port), publishableKey }, stop.signal);
process.exit();
