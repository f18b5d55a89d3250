export { type SignalBody, signalBodySchema, signalObjectSchema } from "./schema.ts";
export { type SignalRow, signalRow } from "./signal-row.ts";
export { insertSignals } from "./store.ts";
