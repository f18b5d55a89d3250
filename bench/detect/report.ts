import { availableParallelism } from "node:os";
import { percentile } from "../dashboard/percentile.ts";

/** What was measured, in milliseconds. */
export interface Measured {
  answers: number;
  combinations: number;
  cells: number;
  problems: readonly string[];
  /** Counting all of history, once. */
  first: number;
  looks: readonly number[];
  /** Of these, counting the hours that changed. */
  counts: readonly number[];
  /** Every set of dimensions over raw rows. */
  obvious: readonly number[];
  /** All dimensions at once over raw rows. */
  one: readonly number[];
  /** Handing a counted hour on, with and without. */
  marks: { with: number; without: number };
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
const number = (value: number): string => value.toLocaleString("en-US");

/** The results as a page of docs/benchmarks. */
export function report(measured: Measured): string {
  const { answers, combinations, cells, looks, counts, obvious, one, first, problems, marks } = measured;
  const row = (name: string, values: readonly number[]) =>
    `| ${name} | ${seconds(percentile(values, 0.5))} | ${seconds(percentile(values, 1))} |`;
  const times = (values: readonly number[]) =>
    (percentile(values, 0.5) / percentile(looks, 0.5)).toFixed(values === obvious ? 0 : 1);
  return `# Looking for problems

\`npm run bench:detect\`, ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, PostgreSQL beside it: ${number(answers)} answers of 42 days, a quarter of them rated, of 50 features in ${number(combinations)} combinations of eight dimensions, of which ${number(cells)} have thumbs. One model is worse in one feature. In each of ${looks.length} rounds an hour with new answers is counted and all is looked at, as the hourly job does; then the same is read from raw rows: of the 93 queries a dozen in each round, other ones in each, and their time is multiplied.

| | median | slowest |
| --- | --- | --- |
${row("one hourly look: count what changed, read, search, keep", looks)}
${row("of which counting the hours that changed", counts)}
${row("a query over raw rows for each of 93 sets of up to three dimensions, by hour", obvious)}
${row("one query over raw rows by all dimensions", one)}

The look is ${times(obvious)} times as fast as the 93 queries, which is what has the thumbs and people of every scope, and ${times(one)} times as fast as reading all dimensions at once without adding them up or testing anything. It found: ${problems.map((title) => `“${title}”`).join(", ") || "nothing"}.

Counting all of history, once, took ${seconds(first)}. Collection pays nothing: marks are handed on by the job that counts metrics, which takes ${marks.with.toFixed(2)} ms for an hour's marks with this and ${marks.without.toFixed(2)} ms without (medians of 200 turns).
`;
}
