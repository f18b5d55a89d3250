import type { ScoreFigures, ScoreRow } from "#lib/loop/read-scores";
import { promptWords } from "../prompt-names.ts";

/** One line of a score's table. */
export interface ScoreFigureRow {
  key: string;
  by: "Feature" | "Model" | "Prompt version";
  name: string;
  /** What the list of its answers is narrowed down by. */
  filters: Record<string, string>;
  figures: ScoreFigures;
}

/** A score by feature, model and prompt version; what names none is left out, for no filter means it. */
export function scoreFigureRows({ features, models, promptVersions }: ScoreRow): ScoreFigureRow[] {
  const row = (
    by: ScoreFigureRow["by"],
    name: string,
    filters: Record<string, string>,
    figures: ScoreFigures,
  ) => ({
    ...{ key: `${by} ${JSON.stringify(filters)}`, by, name, filters, figures },
  });
  return [
    ...features.map((of) => row("Feature", of.feature, { feature: of.feature }, of)),
    ...models.map((of) => row("Model", of.model, { model: of.model }, of)),
    ...promptVersions
      .filter(({ promptTemplate, promptVersion }) => promptTemplate !== "" && promptVersion !== "")
      .map((of) =>
        row(
          "Prompt version",
          promptWords(of),
          { prompt_template: of.promptTemplate, prompt_version: of.promptVersion },
          of,
        ),
      ),
  ];
}

/** Which scores a list of interactions is of. */
export interface ScoreChoice {
  name: string;
  target: "interaction" | "session";
  label?: string | undefined;
}

/** A choice as it stands in the address of the list. */
export const scoreParam = ({ name, target, label }: ScoreChoice): string =>
  JSON.stringify(label === undefined ? [name, target] : [name, target, label]);

/** The choice that an address makes; undefined where it makes none. */
export function readScoreParam(text: string | undefined): ScoreChoice | undefined {
  try {
    const [name, target, label, ...rest]: unknown[] = JSON.parse(text ?? "");
    if (typeof name !== "string" || (target !== "interaction" && target !== "session")) return undefined;
    if (rest.length > 0 || (label !== undefined && typeof label !== "string")) return undefined;
    return { name, target, label };
  } catch {
    return undefined;
  }
}

/** "grade: good", "solved (session)". */
export const scoreLabel = ({ name, target, label }: ScoreChoice): string =>
  `${name}${target === "session" ? " (session)" : ""}${label === undefined ? "" : `: ${label}`}`;
