import { dayWords } from "./words.ts";

/** A local month, "2026-11", as people say it: "Nov 2026". */
export const monthWords = (month: string): string => dayWords(`${month}-01`, true).replace(/^1 /, "");
