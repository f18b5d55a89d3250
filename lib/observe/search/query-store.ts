import { db } from "#lib/platform/db/client.ts";
import { parseSearch } from "./parse-search.ts";

/** What a text asks for, in PostgreSQL's own words. */
export interface WordQuery {
  query: string;
  /** The same without longer words than those that were typed; null where there is no difference. */
  exact: string | null;
}

/** Reads what somebody typed; null where there is no word in it to look for. Nothing that can be typed is an error. */
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
