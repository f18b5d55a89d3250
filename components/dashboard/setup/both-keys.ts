import type { NewProjectKeys } from "./made-project.ts";

/** The two keys of a new project, with what each is for. */
export const bothKeys = (made: Pick<NewProjectKeys, "publishable_key" | "secret_key">) => [
  {
    label: "Secret key",
    note: "For servers. Reads and writes all data of the project.",
    value: made.secret_key,
  },
  {
    label: "Publishable key",
    note: "For browsers. Can only send data, and only with an answer's feedback token.",
    value: made.publishable_key,
  },
];
