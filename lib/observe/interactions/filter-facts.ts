import { type Facts, scoreFact } from "../search/index.ts";
import type { InteractionFilter } from "./interaction-query.ts";

/** By which facts a filter chooses. */
export const factsOf = (filter: InteractionFilter): Facts => ({
  feature: filter.feature,
  model: filter.model,
  template: filter.promptTemplate,
  version: filter.promptVersion,
  variant: filter.variant,
  tenant: filter.tenant,
  language: filter.language,
  segment: filter.segment,
  session: filter.sessionId,
  user: filter.userHash,
  rating: filter.rating,
  category: filter.category,
  signal: filter.signal,
  score: filter.score && scoreFact(filter.score),
  slow: filter.slowerThan?.toString(),
});
