import type { HourSums } from "#lib/domain/alert.ts";
import type { AlertMetric } from "#lib/domain/alert-metric.ts";
import { BEYOND } from "#lib/domain/beyond.ts";
import { unpackRaterGroups } from "#lib/domain/rater-groups.ts";
import type { Scope } from "#lib/domain/scope.ts";
import { type Histogram, toPercentiles } from "./histogram.ts";
import { refreshMetrics } from "./refresh.ts";
import { readScorePart } from "./score-part.ts";
import { countsSingly } from "./slices/choose-source.ts";
import {
  hoursKeptByMinute,
  minutesOfAnswers,
  readNames,
  readReversed,
  readWatchedCounts,
  readWatchedLatencies,
  readWatchedParts,
  readWatchedRaters,
  type Stretch,
  storedSlices,
  type WatchedSource,
} from "./slices/watched-store.ts";
import { namedMetric, type PartLabel, partOf, type WatchedSums, watchedSums } from "./watched-sums.ts";

const HOUR_MS = 3_600_000;

/** A metric of a scope in a stretch of time; `until` is exclusive. */
export interface WatchedStretch extends Stretch {
  metric: AlertMetric;
}

/** What a window says. */
export interface WatchedWindow extends WatchedSums {
  /** The 95th percentile of latency, where the metric is that. */
  p95: number | null;
}

/** Whether the answers of a scope are counted together by the hour, so that it can be watched. */
export const isWatchable = (scope: Scope): boolean =>
  !countsSingly({ projectId: "", from: "", to: "", tz: "UTC", ...scope });

/** The names that metrics of a project can have. */
export interface WatchableNames {
  categories: string[];
  /** Scores that are true or false. */
  checks: string[];
}

/** The categories and checks that a project ever counted, by name. */
export async function watchableNames(projectId: string): Promise<WatchableNames> {
  const rows = await readNames(projectId);
  const sorted = (all: string[]) => [...new Set(all)].sort();
  return {
    categories: sorted(rows.flatMap(({ kind, name }) => (kind === "score" || name === BEYOND ? [] : [name]))),
    checks: sorted(
      rows.flatMap(({ kind, name }) => {
        if (kind !== "score") return [];
        const score = readScorePart(name);
        return score.label === "true" || score.label === "false" ? [score.name] : [];
      }),
    ),
  };
}

/** What some metrics are made of that is counted by name, by its number. */
async function labelsOf(projectId: string, metrics: readonly AlertMetric[]): Promise<Map<string, PartLabel>> {
  const named = metrics.map(namedMetric).filter((metric) => metric !== null);
  if (named.length === 0) return new Map();
  const checks = named.flatMap(({ kind, name }) => (kind === "check" ? [name] : []));
  const [rows, reversed] = await Promise.all([readNames(projectId), readReversed(projectId, checks)]);
  const isReversed = (name: string) => reversed.includes(name);
  const labels = rows.map(({ nameId, kind, name }): [string, PartLabel] => [
    String(nameId),
    { kind, name, isReversed: kind === "score" && isReversed(readScorePart(name).name) },
  ]);
  return new Map(labels.filter(([, label]) => metrics.some((metric) => partOf(metric, label) !== null)));
}

const floorHour = (at: Date): number => Math.floor(at.getTime() / HOUR_MS) * HOUR_MS;
const ceilHour = (at: Date): number => Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS;

/**
 * What is counted of stretches by slice; stretches of the same answers are read once.
 * @param labels what is counted by name, by what the source calls it.
 */
async function readSlices(
  source: WatchedSource,
  watched: readonly WatchedStretch[],
  labels: ReadonlyMap<string, PartLabel>,
): Promise<(ask: number) => Map<number, WatchedSums>> {
  const { stretches, of } = distinct(watched);
  const partsOf = stretches.map(({ metrics }) =>
    [...labels].flatMap(([name, label]) =>
      metrics.some((metric) => partOf(metric, label) !== null) ? [name] : [],
    ),
  );
  const [counts, parts] = await Promise.all([
    readWatchedCounts(source, stretches),
    readWatchedParts(source, stretches, partsOf),
  ]);
  const named = parts.flatMap((part) => {
    const label = labels.get(part.name);
    return label === undefined ? [] : [{ ...part, label }];
  });
  const key = ({ ask, at }: { ask: number; at: Date }) => `${ask} ${at.getTime()}`;
  const countsBy = new Map(counts.map((each) => [key(each), each]));
  const partsBy = Map.groupBy(named, key);
  const timesBy = Map.groupBy([...counts, ...named], ({ ask }) => ask);
  return (ask) => {
    const stretch = of[ask] ?? 0;
    const metric = watched[ask]?.metric ?? "answers";
    const times = new Set((timesBy.get(stretch) ?? []).map(({ at }) => at.getTime()));
    return new Map(
      [...times].map((time) => {
        const at = key({ ask: stretch, at: new Date(time) });
        return [time, watchedSums(metric, countsBy.get(at), partsBy.get(at) ?? [])];
      }),
    );
  };
}

/** The stretches that several metrics share, and which of them is whose. */
function distinct(watched: readonly WatchedStretch[]) {
  const stretches: (Stretch & { metrics: AlertMetric[] })[] = [];
  const known = new Map<string, number>();
  const of = watched.map(({ scope, since, until, metric }) => {
    const key = JSON.stringify([Object.entries(scope).sort(), since, until]);
    const found = known.get(key) ?? stretches.push({ scope, since, until, metrics: [] }) - 1;
    known.set(key, found);
    stretches[found]?.metrics.push(metric);
    return found;
  });
  return { stretches, of };
}

/**
 * Metrics by the hour, every hour from that of `since` on up to `until`, also those without anything. All of them take two
 * statements, and one that finds the numbers of categories and checks.
 */
export async function watchedHours(
  projectId: string,
  watched: readonly WatchedStretch[],
): Promise<HourSums[][]> {
  if (watched.length === 0) return [];
  await refreshMetrics(projectId);
  const labels = await labelsOf(
    projectId,
    watched.map(({ metric }) => metric),
  );
  const whole = watched.map((each) => ({ ...each, since: new Date(floorHour(each.since)) }));
  const found = await readSlices(storedSlices(projectId, "hour"), whole, labels);
  return whole.map(({ since, until }, ask) => {
    const sums = found(ask);
    const count = Math.max(0, Math.ceil((until.getTime() - since.getTime()) / HOUR_MS));
    return Array.from({ length: count }, (_, index) => {
      const at = since.getTime() + index * HOUR_MS;
      return { at: new Date(at), ...(sums.get(at) ?? { part: 0, whole: 0 }) };
    });
  });
}

/**
 * Metrics of windows as a whole. A window that begins within an hour begins at its minute: of a busy hour minutes are kept,
 * and of others the few answers are read.
 */
export async function watchedWindows(
  projectId: string,
  watched: readonly WatchedStretch[],
): Promise<WatchedWindow[]> {
  if (watched.length === 0) return [];
  await refreshMetrics(projectId);
  const { hours, heads } = cut(watched);
  const labels = await labelsOf(
    projectId,
    watched.map(({ metric }) => metric),
  );
  const kept = await hoursKeptByMinute(
    projectId,
    [...new Set(heads.map(hourOf))].map((at) => new Date(at)),
  );
  const [byMinute, single] = [
    heads.filter((head) => kept.has(hourOf(head))),
    heads.filter((head) => !kept.has(hourOf(head))),
  ];
  const sums = await Promise.all([
    readPieces(storedSlices(projectId, "hour"), hours, labels),
    readPieces(storedSlices(projectId, "minute"), byMinute, labels),
    readPieces(minutesOfAnswers(projectId, single), single, asThemselves(labels)),
  ]);
  return watched.map(({ metric }, index) => {
    const own = sums.map((pieces) => pieces.get(index));
    const histogram: Record<string, number> = {};
    for (const piece of own)
      for (const [bucket, count] of Object.entries(piece?.histogram ?? {}))
        histogram[bucket] = (histogram[bucket] ?? 0) + count;
    return {
      part: own.reduce((sum, piece) => sum + (piece?.part ?? 0), 0),
      whole: own.reduce((sum, piece) => sum + (piece?.whole ?? 0), 0),
      p95: metric === "latency_p95" ? toPercentiles(histogram).p95 : null,
    };
  });
}

/** A piece of a window, by the number of the window. */
interface Piece extends WatchedStretch {
  of: number;
}

const hourOf = ({ since }: Stretch): number => floorHour(since);

/** Whole hours of windows, and what of their first hours is in them. The last hour has only what came so far. */
function cut(watched: readonly WatchedStretch[]): { hours: Piece[]; heads: Piece[] } {
  const pieces = watched.map((each, of) => {
    const whole = new Date(Math.min(ceilHour(each.since), each.until.getTime()));
    return { hours: { ...each, of, since: whole }, heads: { ...each, of, until: whole } };
  });
  const isSome = ({ since, until }: Stretch) => since < until;
  return {
    hours: pieces.map(({ hours }) => hours).filter(isSome),
    heads: pieces.map(({ heads }) => heads).filter(isSome),
  };
}

/** Answers themselves have names, and no numbers. */
const asThemselves = (labels: ReadonlyMap<string, PartLabel>): Map<string, PartLabel> =>
  new Map([...labels.values()].map((label) => [`${label.kind} ${label.name}`, label]));

async function readPieces(
  source: WatchedSource,
  pieces: readonly Piece[],
  labels: ReadonlyMap<string, PartLabel>,
): Promise<Map<number, WatchedSums & { histogram: Histogram }>> {
  if (pieces.length === 0) return new Map();
  const latencies = pieces.filter(({ metric }) => metric === "latency_p95");
  const [found, bins] = await Promise.all([
    readSlices(source, pieces, labels),
    readWatchedLatencies(source, latencies),
  ]);
  return new Map(
    pieces.map((piece, index) => {
      const sums = [...found(index).values()];
      const own = bins.filter(({ ask }) => latencies[ask] === piece);
      const histogram = Object.fromEntries(own.map(({ bucket, count }) => [bucket, count]));
      return [
        piece.of,
        {
          part: sums.reduce((sum, { part }) => sum + part, 0),
          whole: sums.reduce((sum, { whole }) => sum + whole, 0),
          histogram,
        },
      ];
    }),
  );
}

/** Raters who gave so many thumbs in a day, of which so many were down. */
export interface RaterDays {
  n: number;
  bad: number;
  count: number;
}

/**
 * How thumbs are spread over raters within days (UTC): over 256 groups of them, each of which is one person where there are
 * few, and independent people together where there are many.
 */
export async function watchedRaters(
  projectId: string,
  stretches: readonly Stretch[],
): Promise<RaterDays[][]> {
  const days = await readWatchedRaters(projectId, stretches);
  return stretches.map((_, ask) => {
    const tallies = new Map<string, RaterDays>();
    for (const { raters } of days.filter((day) => day.ask === ask)) {
      const { up, down } = unpackRaterGroups(raters);
      for (const [group, bad] of down.entries()) {
        const n = bad + (up[group] ?? 0);
        if (n === 0) continue;
        const tally = tallies.get(`${n} ${bad}`) ?? { n, bad, count: 0 };
        tally.count++;
        tallies.set(`${n} ${bad}`, tally);
      }
    }
    return [...tallies.values()];
  });
}
