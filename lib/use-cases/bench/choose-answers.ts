import type { BenchInputs } from "#lib/act/bench/index.ts";
import {
  type InteractionListItem,
  listInteractions,
  type RatingFilter,
} from "#lib/observe/interactions/index.ts";

/** How many answers with stars are looked through for those with few. */
export const STARRED_MAX = 200;

/** From how many stars on, on average, an answer is not rated badly. */
const STARS_GOOD = 2;

/** The answers of a prompt whose inputs are run, newest first. */
export async function chooseAnswers(
  projectId: string,
  promptTemplate: string,
  inputs: BenchInputs,
  count: number,
): Promise<string[]> {
  const list = async (limit: number, rating?: RatingFilter) =>
    (await listInteractions(projectId, { promptTemplate, rating, limit })).data;
  const found =
    inputs === "latest"
      ? await list(count)
      : badlyRated(await Promise.all([list(count, "down"), list(STARRED_MAX, "stars")]));
  return found.slice(0, count).map(({ interactionId }) => interactionId);
}

/** Those with a thumbs down and those with few stars, newest first, each once. */
export function badlyRated([down, starred]: readonly [
  readonly InteractionListItem[],
  readonly InteractionListItem[],
]): InteractionListItem[] {
  const few = starred.filter(({ stars }) => stars !== null && stars <= STARS_GOOD);
  const each = new Map([...down, ...few].map((item) => [item.interactionId, item]));
  return [...each.values()].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
}
