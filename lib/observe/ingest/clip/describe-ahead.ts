import { offThread } from "#lib/platform/threads/index.ts";
import { type DescribeText, describeData } from "./describe-data.ts";

/**
 * From this size on, texts are searched for data in a worker thread; below it, the search takes 20 ms at
 * worst.
 */
export const LARGE = 400_000;

/** Shorter texts are searched in place; the limits on fields bound their number. */
const LONG = 2_000;

const WORK = { file: "lib/observe/ingest/clip/describe-data.ts", name: "describeAll" };

/** The worker's time budget for one event, and how long its sender waits, in milliseconds. */
const BUDGET = { budgetMs: 5_000, patienceMs: 20_000 };

/**
 * A function that replaces encoded data in the texts of one event. Long texts are searched in a worker
 * thread.
 * @throws WorkFailed if that exceeds its budget.
 */
export async function describeAhead(event: unknown): Promise<DescribeText> {
  const texts = new Set<string>();
  if (gather(event, texts) < LARGE) return describeData;
  const asked = [...texts];
  const size = asked.reduce((sum, { length }) => sum + length, 0);
  const described = await offThread<string[]>(WORK, asked, { ...BUDGET, size });
  const known = new Map(asked.map((text, index) => [text, described[index] ?? text]));
  return (text) => known.get(text) ?? describeData(text);
}

/** Collects the long texts of a JSON value. @returns their total length in characters. */
function gather(value: unknown, texts: Set<string>): number {
  if (typeof value === "string") {
    if (value.length < LONG) return 0;
    texts.add(value);
    return value.length;
  }
  if (typeof value !== "object" || value === null) return 0;
  let size = 0;
  for (const name of Object.keys(value)) size += gather(Reflect.get(value, name), texts);
  return size;
}
