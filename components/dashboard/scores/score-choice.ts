import { isStorable } from "../url/address.ts";

/** Which scores a list of interactions is of. */
export interface ScoreChoice {
  name: string;
  target: "interaction" | "session";
  label?: string | undefined;
}

/** A score as a URL parameter of the list. */
export const scoreParam = ({ name, target, label }: ScoreChoice): string =>
  JSON.stringify(label === undefined ? [name, target] : [name, target, label]);

/** The choice that an address makes; undefined where it makes none. */
export function readScoreParam(text: string | undefined): ScoreChoice | undefined {
  try {
    const [name, target, label, ...rest]: unknown[] = JSON.parse(text ?? "");
    if (typeof name !== "string" || (target !== "interaction" && target !== "session")) return undefined;
    if (rest.length > 0 || (label !== undefined && typeof label !== "string")) return undefined;
    return isStorable(name) && isStorable(label ?? "") ? { name, target, label } : undefined;
  } catch {
    return undefined;
  }
}

/** "grade: good", "solved (session)". */
export const scoreLabel = ({ name, target, label }: ScoreChoice): string =>
  `${name}${target === "session" ? " (session)" : ""}${label === undefined ? "" : `: ${label}`}`;
