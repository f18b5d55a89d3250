import { formatCountOf, formatPercent } from "#components/format/numbers.ts";
import type { ResponseDoubt } from "#lib/decide/statistics/index.ts";
import { listWords } from "#lib/domain/list-words.ts";

/** A row that may be in doubt. */
interface Doubted {
  name: string;
  doubt: ResponseDoubt | null;
}

/** As many rows as a sentence names. */
const NAMED = 3;

/**
 * What to say above rows of which some were rated by such another share of their users than what they are held against
 * that their rates may differ for that reason; null where there is none.
 */
export function responseDoubts(rows: readonly Doubted[], against: string): string | null {
  const doubted = rows.flatMap(({ name, doubt }) => (doubt ? [{ name, ...doubt }] : []));
  if (doubted.length === 0) return null;
  const named = doubted
    .slice(0, NAMED)
    .map(({ name, own, reference }) => `${name} (${shareOf(own)} vs. ${shareOf(reference)})`);
  const rest = doubted.length - named.length;
  const list = listWords([...named, ...(rest > 0 ? [formatCountOf(rest, "other", "others")] : [])]);
  return `Response rates differ considerably from ${against}: ${list}. Different people may be rating, so positive rates may differ for that reason alone.`;
}

const shareOf = ({ value }: ResponseDoubt["own"]): string => formatPercent(value ?? 0);
