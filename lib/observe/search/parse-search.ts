import { readable } from "./signs.ts";

/** The maximum length of a search. */
export const ASKED_MAX = 300;

/** The minimum length of an unfinished word to also find longer ones. */
const PREFIX_FROM = 3;

/** A parsed search: PostgreSQL reads `whole` like a web search, and `begun` as the beginning of a word. */
export interface SearchTerms {
  whole: string;
  begun: string | null;
  /** How the two are combined. */
  joint: "and" | "or";
}

/**
 * Parses a search. The last word may be unfinished, unless it ends with a space, a quote or a special
 * character, or is excluded with "-".
 */
export function parseSearch(text: string): SearchTerms {
  const asked = apart(readable(text.slice(0, ASKED_MAX).replaceAll("\0", " ")).trimStart());
  const inQuotes = (asked.match(/"/g)?.length ?? 0) % 2 === 1;
  const begun = /(?<=^|\s)[\p{L}\p{N}][\p{L}\p{N}\p{M}_'.-]*$/u.exec(asked)?.[0];
  if (inQuotes || !begun || [...begun].length < PREFIX_FROM)
    return { whole: asked, begun: null, joint: "and" };
  const before = asked.slice(0, -begun.length);
  const or = /(?<=^|\s)or\s+$/i.exec(before);
  return or
    ? { whole: before.slice(0, or.index), begun, joint: "or" }
    : { whole: before, begun, joint: "and" };
}

/** Han and kana are written without spaces: each character is a word, and a run of them a phrase. */
export const UNSPACED = "[\\u3040-\\u30ff\\u3400-\\u9fff]";

const runs = new RegExp(`${UNSPACED}+`, "g");

const apart = (text: string): string => text.replace(runs, (run) => ` "${[...run].join(" ")}" `);
