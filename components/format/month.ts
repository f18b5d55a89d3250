import { formatDay } from "./numbers.ts";

/** A local month, "2026-11", as people say it: "Nov 2026". */
export const formatMonth = (month: string): string => formatDay(`${month}-01`, true).replace(/^1 /, "");
