import { listProblems, type Problem } from "../act/problems/index.ts";
import { againstReference } from "../decide/comparisons/index.ts";
import { besidesProblems, type Finding, findFindings, type RatePair } from "../decide/findings/index.ts";
import { responseDoubt } from "../decide/statistics/index.ts";
import { type Dimension, dimensionNames } from "../domain/dimensions.ts";
import type { Scope } from "../domain/scope.ts";
import {
  countable,
  type MetricFilter,
  type PlaceRow,
  type PromptVersionRow,
  promptVersions,
  responseByPlace,
} from "../evaluate/metrics/index.ts";

/** What changed in a window, or differs within it, and for whom. */
export interface Findings {
  /** Problems that nobody solved yet, most harmful first. */
  problems: Problem[];
  /** Differences that chance does not explain, and no problem tells. */
  findings: Finding[];
  /** How many pairs of rates were compared; null where there are too many answers to count individually. */
  compared: number | null;
}

/** Problems that are worth telling: what was shipped as a fix waits for the data, and what is snoozed for its date. */
const TOLD_STATES = ["open", "regressed", "fixing"] as const;

/** The most problems that are told. */
const PROBLEMS_MAX = 3;

/**
 * What is worse, or better, than what it can be compared with: each model of a feature with the one that has most thumbs
 * there, each version of a prompt with the one that has most, and each model of a feature with itself in an earlier period,
 * so that no other mix of traffic looks like a change.
 */
export async function readFindings(
  filter: MetricFilter,
  reference: MetricFilter | null = null,
): Promise<Findings> {
  const [open, pairs] = await Promise.all([
    listProblems(filter.projectId, { states: TOLD_STATES }),
    readPairs(filter, reference),
  ]);
  const problems = open.filter(({ scope }) => isWithin(scope, filter));
  const { findings, compared } = findFindings(pairs ?? []);
  return {
    problems: problems.slice(0, PROBLEMS_MAX),
    findings: besidesProblems(
      findings,
      problems.map(({ scope }) => scope),
    ),
    compared: pairs && compared,
  };
}

/** Whether answers of a scope can be in what is filtered. */
const isWithin = (scope: Scope, filter: MetricFilter): boolean =>
  dimensionNames.every((name: Dimension) => {
    const [own, asked] = [scope[name], filter[name]];
    return own === undefined || asked === undefined || own === asked;
  });

async function readPairs(filter: MetricFilter, reference: MetricFilter | null): Promise<RatePair[] | null> {
  const canCount = async (each: MetricFilter) =>
    (await countable(each, ["feature", "model"])).possible &&
    (await countable(each, ["promptTemplate", "promptVersion"])).possible;
  if (!(await canCount(filter))) return null;
  const isCompared = reference !== null && (await canCount(reference));
  const [places, before, versions] = await Promise.all([
    responseByPlace(filter),
    isCompared ? responseByPlace(reference) : [],
    promptVersions(filter, { histograms: [] }),
  ]);
  return [...modelPairs(places), ...versionPairs(versions), ...periodPairs(places, before)];
}

const placeScope = ({ featureName: feature, modelName: model }: PlaceRow): Scope => ({ feature, model });

function modelPairs(places: readonly PlaceRow[]): RatePair[] {
  return [...Map.groupBy(places, ({ featureName }) => featureName).values()].flatMap((own) =>
    pairsOf(own, "model", placeScope),
  );
}

function versionPairs(versions: readonly PromptVersionRow[]): RatePair[] {
  const scopeOf = ({ promptTemplate, promptVersion }: PromptVersionRow): Scope => ({
    ...(promptTemplate === null ? {} : { promptTemplate }),
    ...(promptVersion === null ? {} : { promptVersion }),
  });
  const named = versions.filter(({ promptTemplate, promptVersion }) => promptTemplate && promptVersion);
  return [...Map.groupBy(named, ({ promptTemplate }) => promptTemplate).values()].flatMap((own) =>
    pairsOf(own, "prompt_version", scopeOf),
  );
}

/** Each row with the reference of them all, as the pages of comparisons have it. */
function pairsOf<Row extends PlaceRow | PromptVersionRow>(
  rows: readonly Row[],
  kind: RatePair["kind"],
  scopeOf: (row: Row) => Scope,
): RatePair[] {
  const compared = againstReference(rows);
  const reference = compared.find(({ isReference }) => isReference);
  if (!reference) return [];
  return compared
    .filter(({ isReference }) => !isReference)
    .map((row) => ({
      ...{ kind, scope: scopeOf(row), against: scopeOf(reference) },
      ...{ own: row.positive, other: reference.positive },
      ...{ answers: row.interactions, doubtful: row.doubtful },
    }));
}

function periodPairs(places: readonly PlaceRow[], before: readonly PlaceRow[]): RatePair[] {
  return places.flatMap((row) => {
    const then = before.find(
      ({ featureName, modelName }) => featureName === row.featureName && modelName === row.modelName,
    );
    if (!then) return [];
    return [
      {
        ...{ kind: "period" as const, scope: placeScope(row), against: null },
        ...{ own: row.positive, other: then.positive, answers: row.interactions },
        doubtful: responseDoubt(row.responseRate, then.responseRate) !== null,
      },
    ];
  });
}
