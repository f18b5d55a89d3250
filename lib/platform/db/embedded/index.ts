export { acquireDatabase, type EmbeddedDatabase, type EmbeddedOptions } from "./acquire.ts";
export { throwawayDatabase } from "./throwaway.ts";
