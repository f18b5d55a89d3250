import { readable } from "./signs.ts";

/** Most characters of what is asked for. */
export const ASKED_MAX = 300;

/** From how many characters on a word that may be unfinished also finds longer ones. */
const PREFIX_FROM = 3;

/** What somebody typed, taken apart: PostgreSQL reads `whole` as the web's search boxes do, and `begun` as a word's beginning. */
export interface SearchTerms {
  whole: string;
  begun: string | null;
  /** How the two belong together. */
  joint: "and" | "or";
}

/** What a search looks for: the last word may be unfinished unless a space, a quote or a sign ends it or it is left out by "-". */
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

/** Han and kana are written without spaces: each character is a word of its own, and a run of them a phrase. */
export const UNSPACED = "[\\u3040-\\u30ff\\u3400-\\u9fff]";

const runs = new RegExp(`${UNSPACED}+`, "g");

const apart = (text: string): string => text.replace(runs, (run) => ` "${[...run].join(" ")}" `);
