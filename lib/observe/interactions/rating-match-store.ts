import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import type { InteractionFilter } from "./interaction-query.ts";

const kinds: Partial<Record<NonNullable<InteractionFilter["rating"]>, Prisma.Sql>> = {
  up: Prisma.sql`rating_type = 'binary' AND rating_value = 1`,
  down: Prisma.sql`rating_type = 'binary' AND rating_value = 0`,
  thumbs: Prisma.sql`rating_type = 'binary'`,
  stars: Prisma.sql`rating_type = 'stars'`,
  correction: Prisma.sql`rating_type = 'correction'`,
  comment: Prisma.sql`feedback_comment IS NOT NULL`,
  rated: Prisma.sql`true`,
};

/**
 * SQL condition: a row of feedback is a user's rating. Those of reviewers and scores are not part of any
 * rate.
 */
const USERS = Prisma.sql`source = 'user' AND rating_type <> 'score'`;

/**
 * SQL condition: a row of feedback is one of the ratings, or else the scores, that a filter asks for. Type
 * and categories must match in the same rating. Null if the filter asks for neither. Excluded ratings only
 * match a filter by their burst.
 */
export function ratingMatch(projectId: string, filter: InteractionFilter): Prisma.Sql | null {
  const match = kindMatch(filter);
  if (filter.burst !== undefined)
    return Prisma.sql`burst_id = ${filter.burst}::uuid AND ${match ?? Prisma.sql`true`}`;
  return match && Prisma.sql`${match} AND ${notLeftOut(Prisma.sql`${projectId}::uuid`)}`;
}

function kindMatch({ rating, category, withCategory, score }: InteractionFilter): Prisma.Sql | null {
  const kind = rating && kinds[rating];
  const asked = [
    ...(kind ? [kind] : []),
    ...[category, withCategory].flatMap((name) =>
      name === undefined ? [] : [Prisma.sql`${name} = ANY(rating_categories)`],
    ),
  ];
  if (asked.length > 0) return Prisma.join([USERS, ...asked], " AND ");
  return score ? scoreMatch(score) : null;
}

/** SQL condition: a row of feedback is a user's value of a score. */
const scoreMatch = ({ name, target, label }: NonNullable<InteractionFilter["score"]>): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`source = 'user' AND rating_type = 'score' AND score_name = ${name}`,
      Prisma.sql`(scored_session <> '') = ${target === "session"}`,
      ...(label === undefined
        ? []
        : [
            Prisma.sql`${label} = COALESCE(score_label,
              CASE WHEN score_type = 'boolean' THEN (score_value = 1)::text END)`,
          ]),
    ],
    " AND ",
  );

const measured = {
  latency: Prisma.sql`response_latency_ms IS NOT NULL`,
  cost: Prisma.sql`cost_usd IS NOT NULL`,
  tokens: Prisma.sql`COALESCE(token_count, input_tokens, output_tokens) IS NOT NULL`,
};

/** SQL condition: something said about the answer is in a theme. */
const themeMatch = (theme: string): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM theme_text AS said WHERE said.project_id = own.project_id
    AND said.interaction_id = own.interaction_id AND said.theme_id = ${theme}::uuid)`;

/**
 * SQL condition: a row of interactions matches the part of a filter that search documents do not cover; null
 * if there is none.
 */
export function answerMatch({ has, theme, ...filter }: InteractionFilter): Prisma.Sql | null {
  const lacking = dimensionNames.filter((name) => filter[name] === "");
  const asked = [
    ...(has ? [measured[has]] : []),
    ...(theme === undefined ? [] : [themeMatch(theme)]),
    ...lacking.map((name) => Prisma.sql`${Prisma.raw(dimensions[name].column)} IS NULL`),
  ];
  return asked.length > 0 ? Prisma.join(asked, " AND ") : null;
}
