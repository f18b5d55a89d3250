import {
  claimsToWeigh,
  findImprovement,
  type Improvement,
  keepClaim,
  projectsToWeigh,
} from "#lib/act/impact/index.ts";
import { type StratumThumbs, weighClaim } from "#lib/decide/impact/index.ts";
import { answersAfterFix } from "#lib/decide/problems/index.ts";
import { responseDoubt } from "#lib/decide/statistics/index.ts";
import { dimensionNames } from "#lib/domain/dimensions.ts";
import type { ImpactClaim } from "#lib/domain/impact-claim.ts";
import { rate } from "#lib/domain/rate.ts";
import type { Scope } from "#lib/domain/scope.ts";
import {
  type CombinationThumbs,
  readThumbs,
  type Summary,
  wholeSummary,
} from "#lib/evaluate/metrics/index.ts";
import { now as clock } from "#lib/platform/clock.ts";

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

/** Days before and after that are compared: as many as thumbs are kept of by all dimensions together. */
const [DAYS_BEFORE, DAYS_AFTER] = [28, 28];

/** Projects with published improvements to look at again: once an hour, for four weeks. */
export const improvementsToWeigh = (now = clock()): Promise<string[]> =>
  projectsToWeigh(new Date(now.getTime() - DAYS_AFTER * DAY_MS), new Date(now.getTime() - HOUR_MS));

/** Looks again at what users are told of a project's improvements. */
export async function weighImprovements(projectId: string, now = clock()): Promise<void> {
  const since = new Date(now.getTime() - DAYS_AFTER * DAY_MS);
  for (const { improvementId } of await claimsToWeigh(projectId, since)) {
    const improvement = await findImprovement(projectId, improvementId);
    await keepClaim(projectId, improvementId, await readClaim(projectId, improvement, now));
  }
}

/** What the data say of an improvement: its answers in the weeks before it shipped, and since. */
export async function readClaim(
  projectId: string,
  { scope, shippedAt }: Pick<Improvement, "scope" | "shippedAt">,
  now = clock(),
): Promise<ImpactClaim> {
  const from = new Date(shippedAt.getTime() - DAYS_BEFORE * DAY_MS);
  const to = new Date(Math.min(now.getTime() + HOUR_MS, shippedAt.getTime() + DAYS_AFTER * DAY_MS));
  const thumbs = await readThumbs(projectId, { from, to });
  const strata = strataOf(thumbs, scope, shippedAt);
  const kept = withoutReplaced(scope);
  // The day on which it shipped is of both.
  const [ofBefore, ofAfter] = await Promise.all([
    summaryOf(projectId, kept, from, new Date(shippedAt.getTime() - DAY_MS)),
    summaryOf(projectId, kept, new Date(shippedAt.getTime() + DAY_MS), to),
  ]);
  return weighClaim(strata, {
    designEffect: Math.max(designEffect(ofBefore), designEffect(ofAfter)),
    doubt: ofBefore && ofAfter && responseDoubt(ofAfter.responseRate, ofBefore.responseRate),
  });
}

/** What an improvement may have replaced says nothing about which answers are alike. */
const withoutReplaced = ({ promptVersion: _, variant: __, ...scope }: Scope): Scope => scope;

function strataOf(thumbs: readonly CombinationThumbs[], scope: Scope, shippedAt: Date): StratumThumbs[] {
  const values = thumbs.map((each) => scopeOf(each.values));
  const shipped = shippedAt.getTime() / HOUR_MS;
  const strata = new Map<string, StratumThumbs>();
  for (const at of answersAfterFix(values, scope, "hand")) {
    const { promptVersion: _, variant: __, ...alike } = values[at] ?? {};
    const stratum = JSON.stringify(dimensionNames.map((name) => (alike as Scope)[name] ?? ""));
    const sums = strata.get(stratum) ?? { stratum, before: { n: 0, down: 0 }, after: { n: 0, down: 0 } };
    strata.set(stratum, sums);
    for (const { hour, thumbs: n, down } of thumbs[at]?.hours ?? []) {
      // The hour in which it shipped is of both.
      const side = hour + 1 <= shipped ? sums.before : hour >= shipped ? sums.after : null;
      if (side === null) continue;
      side.n += n;
      side.down += down;
    }
  }
  return [...strata.values()];
}

const scopeOf = (values: CombinationThumbs["values"]): Scope =>
  Object.fromEntries(dimensionNames.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));

/** Answers from one day to another (UTC); null if there is no whole day between them. */
async function summaryOf(projectId: string, scope: Scope, from: Date, to: Date): Promise<Summary | null> {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  if (day(from) > day(to)) return null;
  return wholeSummary({ projectId, from: day(from), to: day(to), tz: "UTC", ...scope });
}

/** How much more thumbs vary than independent ones, by how much wider their interval is. */
function designEffect(summary: Summary | null): number {
  if (summary === null || summary.positive.value === null) return 1;
  const { value, n, low, high } = summary.positive;
  const plain = rate(Math.round(value * n), n);
  if (plain.value === null || plain.high === plain.low) return 1;
  return ((high - low) / (plain.high - plain.low)) ** 2;
}
