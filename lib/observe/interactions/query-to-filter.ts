import type { z } from "zod";
import { dimensionsOfQuery } from "#lib/domain/dimensions.ts";
import { userHash } from "#lib/platform/auth/user-hash.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { InteractionFilter } from "./interaction-query.ts";
import type { interactionQuerySchema } from "./schema.ts";

/** Converts query parameters to a filter. A user's ID is given as sent, and looked up by its hash. */
export const queryToFilter = (
  query: z.output<typeof interactionQuerySchema>,
  { userHashKey }: Pick<ProjectContext, "userHashKey">,
): InteractionFilter => ({
  text: query.q,
  ...dimensionsOfQuery(query),
  rating: query.rating,
  category: query.category,
  withCategory: query.with_category,
  has: query.has,
  signal: query.signal,
  score: query.score === undefined ? undefined : scoreOf(query.score, query),
  burst: query.burst,
  theme: query.theme,
  slowerThan: query.slower_than_ms,
  sessionId: query.session_id,
  userHash: query.user_id === undefined ? undefined : userHash(userHashKey, query.user_id),
  from: query.from,
  to: query.to,
  cursor: query.cursor,
  limit: query.limit,
});

const scoreOf = (
  name: string,
  { score_of: target, score_value: label }: z.output<typeof interactionQuerySchema>,
) => ({ name, target, label });
