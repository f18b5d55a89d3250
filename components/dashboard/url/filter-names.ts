/** The filters, by their names in the URL. Every page of metrics offers all of them and passes them on to the next page. */
export const filterNames = [
  "feature",
  "model",
  "prompt_template",
  "prompt_version",
  "tenant",
  "language",
  "segment",
] as const;

/** One of them. */
export type FilterName = (typeof filterNames)[number];

/** Names the filters of which answers have no value, by commas: none=prompt_version. */
export const NONE_NAME = "none";

/** Those that an answer may lack and that are counted where it does. */
export const lackableNames = ["prompt_template", "prompt_version"] as const satisfies readonly FilterName[];

/** What chooses the window, by its name in the address. */
export const windowNames = ["days", "from", "to", "compare"] as const;
