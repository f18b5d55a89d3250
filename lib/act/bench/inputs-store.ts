import { db } from "#lib/platform/db/client.ts";
import type { Values } from "./read-prompt-text.ts";
import type { LoggedInput } from "./recall-input.ts";
import { type CostSums, type TokenPrices, tokenPrices } from "./token-prices.ts";

/** A logged answer whose input may be run again. */
export interface LoggedAnswer extends LoggedInput {
  interactionId: string;
  /** It was still being written when it was last logged. */
  inProgress: boolean;
}

/** What is known of the inputs of some answers. */
export async function readInputs(projectId: string, ids: readonly string[]): Promise<LoggedAnswer[]> {
  const rows = await db().interaction.findMany({
    where: { projectId, interactionId: { in: [...ids] } },
    select: {
      ...{ interactionId: true, input: true, promptText: true, promptVersion: true, promptVariables: true },
      ...{ clipped: true, inProgress: true },
    },
  });
  return rows.map(({ promptVariables, clipped, ...row }) => ({
    ...row,
    variables: promptVariables as Values | null,
    cut: ((clipped ?? []) as { path: string }[]).map(({ path }) => path),
  }));
}

/** The latest answers of a project that are looked through for what a model costs. */
const LOOKED_THROUGH = 5_000;

/** What a model's tokens cost, by what the project logged of it lately; null where it logged no costs of it. */
export async function readPrices(projectId: string, modelName: string): Promise<TokenPrices | null> {
  const [sums] = await db().$queryRaw<CostSums[]>`
    SELECT count(*)::int AS answers, COALESCE(sum(x), 0) AS input, COALESCE(sum(y), 0) AS output,
      COALESCE(sum(cost_usd), 0) AS cost, COALESCE(sum(x * x), 0) AS "inputSquared", COALESCE(sum(y * y), 0) AS "outputSquared",
      COALESCE(sum(x * y), 0) AS "inputOutput", COALESCE(sum(x * cost_usd), 0) AS "inputCost",
      COALESCE(sum(y * cost_usd), 0) AS "outputCost", COALESCE(sum(cost_usd * cost_usd), 0) AS "costSquared"
    FROM (
      SELECT model_name, cost_usd, input_tokens::float8 AS x, output_tokens::float8 AS y FROM interactions
      WHERE project_id = ${projectId}::uuid AND created_at IS NOT NULL
      ORDER BY created_at DESC LIMIT ${LOOKED_THROUGH}::int
    ) AS latest
    WHERE model_name = ${modelName} AND cost_usd IS NOT NULL AND x IS NOT NULL AND y IS NOT NULL`;
  return sums ? tokenPrices(sums) : null;
}
