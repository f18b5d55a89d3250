export type { Verdict } from "./blind-order.ts";
export { type Candidate, candidatesJson, candidatesSchema, toCandidate } from "./candidates.ts";
export { countCandidates } from "./candidates-store.ts";
export { type ShadowItem, shadowPageJson, shadowPageSchema } from "./list.ts";
export { listShadows } from "./list-store.ts";
export { type BlindPair, judgePair, nextPair } from "./pair-store.ts";
export {
  type CandidateKey,
  candidateKeySchema,
  candidatesQuerySchema,
  shadowQuerySchema,
  verdictBodySchema,
} from "./schema.ts";
export { findShadows, insertShadows, isShadow, shadowRefusal } from "./store.ts";
