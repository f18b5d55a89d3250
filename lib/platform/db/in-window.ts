import { type AnswerWindow, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { Prisma } from "./client.ts";

/** SQL condition: a row of interactions, aliased as `answer`, is within a period. */
export function inWindow(window: AnswerWindow): Prisma.Sql {
  const asked = dimensionNames.flatMap((name) => {
    const value = window[name];
    if (value === undefined) return [];
    const own = Prisma.sql`answer.${Prisma.raw(dimensions[name].column)}`;
    return [value === "" ? Prisma.sql`${own} IS NULL` : Prisma.sql`${own} = ${value}`];
  });
  const since = Prisma.sql`answer.created_at >= ${window.from.toISOString()}::text::timestamptz`;
  const until = Prisma.sql`answer.created_at < ${window.to.toISOString()}::text::timestamptz`;
  return Prisma.join([since, until, ...asked], " AND ");
}
