import type { AnswerWindow } from "#lib/domain/answer-dimensions.ts";
import { Prisma } from "#lib/platform/db/client.ts";

/** The columns of interactions that have a dimension. */
export const dimensionColumns = {
  feature: "feature_name",
  model: "model_name",
  promptTemplate: "prompt_template",
  promptVersion: "prompt_version",
  variant: "variant",
  tenant: "tenant",
  language: "language",
  segment: "segment",
} as const satisfies Partial<Record<keyof AnswerWindow, string>>;

/** SQL: that a row of interactions, by the name of `answer`, lies in a window. */
export function inWindow(window: AnswerWindow): Prisma.Sql {
  const asked = Object.entries(dimensionColumns).flatMap(([name, column]) => {
    const value = window[name as keyof typeof dimensionColumns];
    if (value === undefined) return [];
    const own = Prisma.sql`answer.${Prisma.raw(column)}`;
    return [value === "" ? Prisma.sql`${own} IS NULL` : Prisma.sql`${own} = ${value}`];
  });
  const since = Prisma.sql`answer.created_at >= ${window.from.toISOString()}::text::timestamptz`;
  const until = Prisma.sql`answer.created_at < ${window.to.toISOString()}::text::timestamptz`;
  return Prisma.join([since, until, ...asked], " AND ");
}
