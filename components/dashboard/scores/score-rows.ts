import type { ScoreRow } from "#lib/loop/read-scores.ts";
import type { ScoreFigures } from "#lib/loop/score-figures.ts";
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
