import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { type Facts, scoreFact } from "../search/index.ts";
import type { InteractionFilter } from "./interaction-query.ts";

/** The facts that a filter asks for. A missing value is not a fact. */
export const toFacts = (filter: InteractionFilter): Facts => ({
  ...(filter.burst === undefined ? ratingFacts(filter) : { burst: filter.burst }),
  ...Object.fromEntries(dimensionNames.map((name) => [dimensions[name].word, filter[name] || undefined])),
  session: filter.sessionId,
  user: filter.userHash,
  signal: filter.signal,
  slow: filter.slowerThan?.toString(),
});

/** Search documents only know the burst of an excluded rating, nothing else about it. */
const ratingFacts = ({ rating, category, withCategory, score }: InteractionFilter): Facts => ({
  ...{ rating, category },
  other_category: withCategory,
  score: score && scoreFact(score),
});
