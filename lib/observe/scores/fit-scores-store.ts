import type { ScoreDefinition, ScoreType } from "#lib/domain/score.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { fitScore, hasLearned, isScoreFault, type ScoreFault } from "./fit-score.ts";
import {
  countDefinitions,
  lockLearning,
  readDefinitions,
  type StoredDefinition,
  writeLearned,
} from "./store.ts";

/** How many scores a project can have: each adds a row to every rollup. */
export const SCORES_MAX = 100;

/** The fields of a row that identify its score; a row of another type has no name. */
export interface ScoreRow {
  project_id: string;
  score_name: string;
  score_type: ScoreType | null;
  /** As sent; for a valid boolean, 0 or 1. */
  score_value: boolean | number | null;
  score_label: string | null;
  may_declare: boolean;
}

/**
 * Checks the scores among some rows against their projects' definitions, and learns new names sent with a
 * secret key. Rows of other types are returned unchanged, and a fault in place of an invalid score.
 */
export async function fitScores<Row extends ScoreRow>(
  tx: Statements,
  rows: readonly Row[],
): Promise<(Row | ScoreFault)[]> {
  const scores = rows.filter(({ score_name: name }) => name !== "");
  if (scores.length === 0) return [...rows];
  const keys = scores.map(({ project_id: projectId, score_name: name }) => ({ projectId, name }));
  const first = fitAll(rows, await readDefinitions(tx, keys), new Map());
  if (first.learned.length === 0) return first.settled;
  // One transaction learns at a time, from what the previous one committed.
  const projectIds = keys.map(({ projectId }) => projectId);
  await lockLearning(tx, projectIds);
  const again = fitAll(rows, await readDefinitions(tx, keys), await countDefinitions(tx, projectIds));
  if (again.learned.length > 0) await writeLearned(tx, again.learned);
  return again.settled;
}

interface Fitted<Row> {
  settled: (Row | ScoreFault)[];
  learned: StoredDefinition[];
}

const keyOf = (projectId: string, name: string) => `${projectId} ${name}`;

function fitAll<Row extends ScoreRow>(
  rows: readonly Row[],
  definitions: readonly StoredDefinition[],
  counts: Map<string, number>,
): Fitted<Row> {
  const known = new Map<string, ScoreDefinition>(
    definitions.map((definition) => [keyOf(definition.projectId, definition.name), definition]),
  );
  const learned = new Map<string, StoredDefinition>();
  const settled = rows.map((row) => {
    if (row.score_name === "") return row;
    const { project_id: projectId, score_name: name, score_value: value, score_label: label } = row;
    const key = keyOf(projectId, name);
    const definition = known.get(key);
    const fitted = fitScore({ name, value, label, mayDeclare: row.may_declare }, definition);
    if (isScoreFault(fitted)) return fitted;
    if (hasLearned(definition, fitted.definition)) {
      const count = counts.get(projectId) ?? 0;
      if (!definition && count >= SCORES_MAX) return noRoom(name);
      if (!definition) counts.set(projectId, count + 1);
      known.set(key, fitted.definition);
      learned.set(key, { ...fitted.definition, projectId });
    }
    return { ...row, score_type: fitted.type, score_value: fitted.value, score_label: fitted.label };
  });
  return { settled, learned: [...learned.values()] };
}

const noRoom = (name: string): ScoreFault => ({
  path: "score_name",
  message: `“${name}” is new and the project already has ${SCORES_MAX} scores, the maximum. Use one of them, or delete one under Settings > Scores`,
});
