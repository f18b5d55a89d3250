export { type Matches, readMatches } from "./excerpt-store.ts";
export { type Facts, type ScoreFact, SLOW_FROM, scoreFact } from "./facts.ts";
export { type Find, type Found, type FoundPage, findInteractions } from "./find-store.ts";
export { indexNewest, indexProject } from "./index-search.ts";
export { holdIndexing, isIndexPending, projectsToIndex } from "./mark-store.ts";
export type { Excerpt } from "./marked-excerpt.ts";
export { ASKED_MAX } from "./parse-search.ts";
export { parseWords, type WordQuery } from "./query-store.ts";
