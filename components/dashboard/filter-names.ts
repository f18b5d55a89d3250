/** What narrows a page down, by its name in the address. A page of figures offers all of it and keeps it for the next. */
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

/** What chooses the window, by its name in the address. */
export const windowNames = ["days", "from", "to", "compare"] as const;

/** Who answers were given to. They are counted by feature and one of these, never by a model or prompt beside it. */
export const cohortNames = ["tenant", "language", "segment"] as const satisfies readonly FilterName[];

/** What answers were made by. */
export const makerNames = [
  "model",
  "prompt_template",
  "prompt_version",
] as const satisfies readonly FilterName[];
