import { markdownTable, short, whole } from "../collect/markdown.ts";
import { median } from "../collect/statistics.ts";
import type { PageTiming } from "./measure-pages.ts";
import type { Timing } from "./measure-queries.ts";
import { percentile } from "./percentile.ts";

/** All that was found of one history. */
export interface Findings {
  rows: number;
  answers: number;
  rebuildMs: number;
  queries: Timing[];
  pages: PageTiming[];
}

/** What is to be reached with ten million ratings. */
const GOALS = { p95: 60, faster: 100, growth: 1.5, page: 1_500, scripts: 300_000 };

const ms = (value: number): string => (Number.isNaN(value) ? "–" : short(value));

/** The page of the docs: what was measured on, a table a size, and how costs grow. */
export function report(machine: readonly string[], all: readonly Findings[], rounds: number): string {
  return [
    "# The dashboard at any size",
    "",
    "`npm run bench:dashboard` fills a database of its own with 90 days of generated history and measures each query of the dashboard beside the obvious one: `GROUP BY` over the raw answers and ratings, with the same indexes, in the same run. The window is the last 30 days where nothing else is said; dimensions are the same at every size: 8 features with a prompt template each, 4 models, 3 prompt versions, 40 tenants, 6 languages, 4 segments. Times are milliseconds.",
    "",
    ...machine.map((line) => `- ${line}`),
    `- ${rounds} rounds of each query in turn after 3 that do not count, at most 3 of each obvious one, 5 of each page`,
    "",
    ...all.flatMap((findings) => [...sizeLines(findings), ""]),
    ...growthLines(all),
  ].join("\n");
}

function sizeLines({ rows, answers, rebuildMs, queries, pages }: Findings): string[] {
  const counted = `Counting all of it anew took ${short(rebuildMs / 1_000)} s: ${whole(answers / (rebuildMs / 1_000))} answers a second.`;
  return [
    `## ${whole(rows)} ratings of ${whole(answers)} answers`,
    "",
    counted,
    "",
    queryTable(queries),
    "",
    verdict(queries),
    ...(pages.length > 0 ? ["", pageTable(pages)] : []),
  ];
}

const queryTable = (queries: readonly Timing[]): string =>
  markdownTable(
    ["query", "p50", "p95", "obvious, median", "times faster"],
    queries.map(({ label, times, obvious }) => [
      label,
      ms(median(times)),
      ms(percentile(times, 0.95)),
      ms(median(obvious)),
      obvious.length > 0 ? whole(median(obvious) / median(times)) : "–",
    ]),
  );

function verdict(queries: readonly Timing[]): string {
  const slow = queries.filter(({ times }) => percentile(times, 0.95) >= GOALS.p95).map(({ label }) => label);
  const close = queries
    .filter(({ times, obvious }) => obvious.length > 0 && median(obvious) / median(times) < GOALS.faster)
    .map(({ label }) => label);
  const list = (labels: string[], none: string) => (labels.length > 0 ? labels.join("; ") : none);
  return `p95 of ${GOALS.p95} ms or more: ${list(slow, "none")}. Less than ${GOALS.faster} times faster: ${list(close, "none")}.`;
}

const pageTable = (pages: readonly PageTiming[]): string =>
  markdownTable(
    ["page, until its figures are drawn", "p50", "p95", "JavaScript, kB gzipped"],
    pages.map(({ path, times, scriptBytes }) => [
      path,
      whole(median(times)),
      whole(percentile(times, 0.95)),
      whole(scriptBytes / 1_000),
    ]),
  );

/** How much more each query costs with the most ratings than with the fewest. */
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
      ["query", "p50 grows by the factor"],
      rows.map(({ label, growth }) => [label, growth.toFixed(2)]),
    ),
    "",
    `To reach: at most ${GOALS.growth}. Above it: ${rows.filter(({ growth }) => growth > GOALS.growth).length} of ${rows.length}.`,
    "",
  ];
}
