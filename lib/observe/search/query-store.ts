import { db } from "#lib/platform/db/client.ts";
import { parseSearch } from "./parse-search.ts";

/** A search as a PostgreSQL query. */
export interface WordQuery {
  query: string;
  /** The same without longer words than those typed; null if there is no difference. */
  exact: string | null;
}

/** Parses a search; null if it has no words. No input is an error. */
export async function parseWords(text: string): Promise<WordQuery | null> {
  const { whole, begun, joint } = parseSearch(text);
  const [read] = await db().$queryRaw<{ whole: string; begun: string; exact: string }[]>`
    SELECT websearch_to_tsquery('simple', ${whole})::text AS whole,
      COALESCE(to_tsquery('simple', ${begun === null ? null : `'${begun.replaceAll("'", "''")}':*`}), '')::text AS begun,
      websearch_to_tsquery('simple', ${begun ?? ""})::text AS exact`;
  const join = (last: string) =>
    [read?.whole, last].flatMap((part) => (part ? [`(${part})`] : [])).join(joint === "or" ? " | " : " & ");
  const query = join(read?.begun ?? "");
  if (query === "") return null;
  return { query, exact: read?.begun ? join(read.exact) : null };
}
