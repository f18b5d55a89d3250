import { listExperiments } from "#lib/act/experiments/index.ts";
import {
  compareVersions,
  type Side,
  type VersionComparison,
  type VersionSums,
} from "#lib/decide/experiments/index.ts";
import { rate } from "#lib/domain/rate.ts";
import {
  type MetricFilter,
  type PromptVersionRow,
  promptVersions,
  USERS_MAX,
  type VersionUsers,
  versionUsers,
} from "#lib/evaluate/metrics/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { howTheyRan } from "./how-they-ran.ts";

/** One of two compared versions. */
export interface ComparedVersion {
  version: string;
  /** Its metrics over all answers; null where it has none. */
  metrics: PromptVersionRow | null;
  users: VersionUsers;
}

/** Two versions of a prompt, compared. */
export interface PairComparison extends VersionComparison {
  a: ComparedVersion;
  b: ComparedVersion;
  side: Side;
}

/**
 * Compares two versions of a prompt by their users' thumbs.
 * @throws Problem 400 where the window has too many answers to tell users apart.
 */
export async function comparePair(
  filter: MetricFilter & { promptTemplate: string },
  versions: readonly [string, string],
): Promise<PairComparison> {
  const { projectId, promptTemplate } = filter;
  const [pair, rows, experiments] = await Promise.all([
    versionUsers(filter, versions),
    promptVersions(filter),
    listExperiments(projectId, { promptTemplate }),
  ]);
  if ("candidates" in pair) throw tooMany(pair.candidates);
  const between = experiments.filter(({ arms }) =>
    versions.every((version) => arms.some(({ promptVersion }) => promptVersion === version)),
  );
  const side = howTheyRan(versions, pair.days, pair, between);
  const compared = (version: string): ComparedVersion => ({
    version,
    metrics: rows.find(({ promptVersion }) => promptVersion === version) ?? null,
    users: pair.users.find((users) => users.version === version) ?? nobody(version),
  });
  const [a, b] = [compared(versions[0]), compared(versions[1])];
  const scale = { better: "higher", range: { min: 0, max: 1 }, logarithmic: false } as const;
  return { ...compareVersions(sumsOf(a.users), sumsOf(b.users), scale, side), a, b, side };
}

const nobody = (version: string): VersionUsers => ({
  ...{ version, exposed: 0, responders: 0, n: 0, sum: 0, sumSquares: 0 },
  ...{ thumbs: 0, thumbsUp: 0, squaredThumbs: 0, squaredUp: 0, products: 0 },
});

const sumsOf = ({
  version,
  exposed,
  responders,
  thumbs,
  thumbsUp,
  ...byUser
}: VersionUsers): VersionSums => ({
  version,
  ratings: thumbs,
  byUser: { n: byUser.n, sum: byUser.sum, sumSquares: byUser.sumSquares },
  pooled: thumbs > 0 ? thumbsUp / thumbs : null,
  responses: rate(responders, exposed),
});

function tooMany(candidates: number): Problem {
  const message = `must be fewer: the window has ${candidates.toLocaleString("en")} answers, and users can be told apart in at most ${USERS_MAX.toLocaleString("en")}`;
  return new Problem("invalid_query", `days: ${message}.`, { errors: [{ path: "days", message }] });
}
