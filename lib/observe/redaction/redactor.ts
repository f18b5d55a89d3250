import type { RedactionSettings } from "#lib/domain/redaction.ts";
import { findAll, findersOf, type NamedFinder } from "./find-all.ts";
import { ownFinders } from "./own-patterns.ts";
import { redactJson } from "./redact-json.ts";
import { replaceFinds } from "./replace-finds.ts";
import type { Find } from "./span.ts";

/** Takes personal data out of texts, as one project wants it. */
export interface Redactor {
  /** The text with every find replaced by its kind. */
  text(text: string): string;
  /** A JSON value with every string in it redacted, at any depth; names of fields stay. */
  json<T>(value: T): T;
  /** What `text` would replace. */
  finds(text: string): Find[];
}

const asItIs: Redactor = { text: (text) => text, json: (value) => value, finds: () => [] };

/** Settings are read anew every few seconds; what was made of equal ones is kept. */
const made = new Map<string, Redactor>();
const KEPT = 1_000;

/** The redactor of these settings; equal settings get the same redactor. */
export function redactorFor(settings: RedactionSettings): Redactor {
  if (!settings.enabled) return asItIs;
  const key = JSON.stringify([settings.skippedKinds, settings.patterns]);
  const known = made.get(key);
  if (known) return known;
  if (made.size >= KEPT) made.clear();
  const redactor = redactorOf(findersOf(settings.skippedKinds, ownFinders(settings.patterns)));
  made.set(key, redactor);
  return redactor;
}

function redactorOf(finders: readonly NamedFinder[]): Redactor {
  const finds = (text: string) => findAll(text, finders);
  const text = (given: string) => replaceFinds(given, finds(given));
  return { text, json: (value) => redactJson(value, text), finds };
}
