import { offThread } from "#lib/platform/threads/index.ts";
import { type DescribeText, describeData } from "./describe-data.ts";

/** Of a body of so many bytes texts are looked through ahead, in a thread: so many take 20 ms at worst. */
export const LARGE = 400_000;

/** Shorter texts are looked through where they are: their number is bounded by the fields that are read. */
const LONG = 2_000;

const WORK = { file: "lib/observe/ingest/clip/describe-data.ts", name: "describeAll" };

/** What looking through one event may cost, and how long its sender waits, in milliseconds. */
const BUDGET = { budgetMs: 5_000, patienceMs: 20_000 };

/**
 * What replaces the encoded data in the texts of one event, which were looked through in a thread where they are many.
 * @throws WorkFailed when that was not done within its budget.
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

/** Gathers the long texts of a JSON value. @returns how many characters they have. */
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
