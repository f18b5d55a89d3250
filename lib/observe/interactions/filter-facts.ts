import { type Facts, scoreFact } from "../search/index.ts";
import type { InteractionFilter } from "./interaction-query.ts";

/** By which facts a filter chooses. That an answer names no prompt is no fact. */
export const factsOf = (filter: InteractionFilter): Facts => ({
  feature: filter.feature,
  model: filter.model,
  template: filter.promptTemplate || undefined,
  version: filter.promptVersion || undefined,
  variant: filter.variant,
  tenant: filter.tenant,
  language: filter.language,
  segment: filter.segment,
  session: filter.sessionId,
  user: filter.userHash,
  rating: filter.rating,
  category: filter.category,
  other_category: filter.withCategory,
  signal: filter.signal,
  score: filter.score && scoreFact(filter.score),
  slow: filter.slowerThan?.toString(),
});
