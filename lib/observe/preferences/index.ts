export { preferencePageJson, preferencePageSchema } from "./list.ts";
export { knownPreferences, listPreferences } from "./list-store.ts";
export {
  type PairDimension,
  type PreferenceShare,
  preferenceShares,
} from "./pairs.ts";
export {
  countPairs,
  listPairs,
  type Pair,
  type PairAnswer,
  type PairAsked,
} from "./pairs-store.ts";
export { authorizePreference, type PreferenceRow, preferenceRow } from "./preference-row.ts";
export {
  type PreferenceBody,
  preferenceBodySchema,
  preferenceObjectSchema,
  preferenceQuerySchema,
} from "./schema.ts";
export { insertPreferences, type StoredPreference } from "./store.ts";
export { withdrawPreference } from "./withdraw-preference.ts";
