import type { RedactionSettings } from "#lib/domain/redaction.ts";
import { offThread } from "#lib/platform/threads/index.ts";
import type { Redacted, ToRedact } from "./redact-all.ts";
import { type Redactor, redactorFor } from "./redactor.ts";

/**
 * The most characters of an event to redact on the main thread: at worst they take 20 ms, and a worker thread
 * costs more than most.
 */
export const SMALL = 4_000;

const WORK = { file: "lib/observe/redaction/redact-all.ts", name: "redactAll" };

/** The worker's time budget for one event, and how long its sender waits, in milliseconds. */
export const BUDGET = { budgetMs: 5_000, patienceMs: 20_000 };

/**
 * A redactor for one event. For a large event, everything is redacted in advance in a worker thread.
 * @param make builds the row with a redactor and has no side effects. For a large event, it is called once to
 * collect what to redact.
 * @throws WorkFailed if a large event was not redacted within its budget; then nothing of it may be stored.
 */
export async function redactAhead(
  settings: RedactionSettings,
  event: unknown,
  make: (redactor: Redactor, isTrial: true) => unknown,
): Promise<Redactor> {
  const redactor = redactorFor(settings);
  if (!settings.enabled || isSmall(event)) return redactor;
  const [texts, values] = [new Set<string>(), new Set<unknown>()];
  const collector: Redactor = {
    text: (text) => {
      texts.add(text);
      return text;
    },
    json: (value) => {
      values.add(value);
      return value;
    },
    finds: () => [],
  };
  make(collector, true);
  const asked: ToRedact = { settings, texts: [...texts], values: [...values] };
  const done = await offThread<Redacted>(WORK, asked, {
    ...BUDGET,
    size: sizeOf(event, Number.POSITIVE_INFINITY),
  });
  const [redactedTexts, redactedValues] = [pairs(asked.texts, done.texts), pairs(asked.values, done.values)];
  return {
    text: (text) => redactedTexts.get(text) ?? redactor.text(text),
    json: <T>(value: T) =>
      redactedValues.has(value) ? (redactedValues.get(value) as T) : redactor.json(value),
    finds: redactor.finds,
  };
}

const pairs = <From, To>(from: readonly From[], to: readonly To[]): Map<From, To> =>
  new Map(from.map((each, index) => [each, to[index] as To]));

const isSmall = (event: unknown): boolean => sizeOf(event, SMALL) <= SMALL;

/** The length of all texts in a JSON value, counted only a little beyond `most`. */
function sizeOf(value: unknown, most: number): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 1;
  let size = 0;
  for (const each of Object.values(value)) {
    size += sizeOf(each, most - size);
    if (size > most) break;
  }
  return size;
}
