import { markdownTable, short, whole } from "../collect/markdown.ts";
import { median } from "../collect/statistics.ts";
import type { PageTiming } from "./measure-pages.ts";
import type { Timing } from "./measure-queries.ts";
import { percentile } from "./percentile.ts";

/** The results for one history. */
export interface Findings {
  rows: number;
  answers: number;
  rebuildMs: number;
  queries: Timing[];
  pages: PageTiming[];
}

/** The goals with ten million ratings. */
const GOALS = { p95: 60, faster: 100, growth: 1.5, page: 1_500, scripts: 300_000 };

const ms = (value: number): string => (Number.isNaN(value) ? "–" : short(value));

/** The page of the docs: the machine, a table for each size, and how costs grow. */
export function report(machine: readonly string[], all: readonly Findings[], rounds: number): string {
  return [
    "# The dashboard at any size",
    "",
    "`npm run bench:dashboard` fills a separate database with 90 days of generated history and compares each query of the dashboard with a baseline: `GROUP BY` over the raw answers and ratings, with the same indexes, in the same run. The period is the last 30 days unless stated otherwise; dimensions are the same at every size: 8 features with a prompt template each, 4 models, 3 prompt versions, 40 tenants, 6 languages, 4 segments. Times are in milliseconds.",
    "",
    ...machine.map((line) => `- ${line}`),
    `- ${rounds} rounds of each query in turn after 3 warm-up rounds, at most 3 of each baseline, 5 of each page`,
    "",
    ...all.flatMap((findings) => [...sizeLines(findings), ""]),
    ...growthLines(all),
  ].join("\n");
}

function sizeLines({ rows, answers, rebuildMs, queries, pages }: Findings): string[] {
  const counted = `Recounting everything took ${short(rebuildMs / 1_000)} s: ${whole(answers / (rebuildMs / 1_000))} answers per second.`;
  return [
    `## ${whole(rows)} ratings on ${whole(answers)} answers`,
    "",
    counted,
    "",
    queryTable(queries),
    "",
    summary(queries),
    ...(pages.length > 0 ? ["", pageTable(pages)] : []),
  ];
}

const queryTable = (queries: readonly Timing[]): string =>
  markdownTable(
    ["query", "p50", "p95", "baseline, median", "times faster"],
    queries.map(({ label, times, baseline }) => [
      label,
      ms(median(times)),
      ms(percentile(times, 0.95)),
      ms(median(baseline)),
      baseline.length > 0 ? whole(median(baseline) / median(times)) : "–",
    ]),
  );

function summary(queries: readonly Timing[]): string {
  const slow = queries.filter(({ times }) => percentile(times, 0.95) >= GOALS.p95).map(({ label }) => label);
  const close = queries
    .filter(({ times, baseline }) => baseline.length > 0 && median(baseline) / median(times) < GOALS.faster)
    .map(({ label }) => label);
  const list = (labels: string[], none: string) => (labels.length > 0 ? labels.join("; ") : none);
  return `p95 of ${GOALS.p95} ms or more: ${list(slow, "none")}. Less than ${GOALS.faster} times as fast as the baseline: ${list(close, "none")}.`;
}

const pageTable = (pages: readonly PageTiming[]): string =>
  markdownTable(
    ["page, until its metrics are drawn", "p50", "p95", "JavaScript, kB gzipped"],
    pages.map(({ path, times, scriptBytes }) => [
      path,
      whole(median(times)),
      whole(percentile(times, 0.95)),
      whole(scriptBytes / 1_000),
    ]),
  );

/** How much longer each query takes with the most ratings than with the fewest. */
function growthLines(all: readonly Findings[]): string[] {
  const [least, most] = [all[0], all.at(-1)];
  if (!least || !most || least === most) return [];
  const rows = most.queries.map(({ label, times }) => {
    const before = least.queries.find((query) => query.label === label)?.times ?? [];
    return { label, growth: median(times) / median(before) };
  });
  return [
    `## From ${whole(least.rows)} to ${whole(most.rows)} ratings`,
    "",
    markdownTable(
      ["query", "growth factor of p50"],
      rows.map(({ label, growth }) => [label, growth.toFixed(2)]),
    ),
    "",
    `Goal: at most ${GOALS.growth}. Exceeded by ${rows.filter(({ growth }) => growth > GOALS.growth).length} of ${rows.length}.`,
    "",
  ];
}
