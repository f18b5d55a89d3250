import { RE2JS } from "re2js";
import type { RedactionPattern, RedactionSettings } from "#lib/domain/redaction.ts";
import { chooseFinders, findAll, type NamedFinder } from "./find-all.ts";
import { patternPlaceholder } from "./placeholders.ts";
import { redactJson } from "./redact-json.ts";
import { replaceFinds } from "./replace-finds.ts";
import type { Find, Span } from "./span.ts";

/** The finders of a project's custom patterns. */
const ownFinders = (patterns: readonly RedactionPattern[]): NamedFinder[] =>
  patterns.map(({ name, pattern }) => {
    const compiled = RE2JS.compile(pattern);
    return {
      name: patternPlaceholder(name),
      find: (text) => matchesOf(compiled, text),
      isWorth: (_, text) => compiled.test(text),
    };
  });

/** How many characters a search looks at to begin with. */
const REACH = 256;
/**
 * How many finds of one pattern in a text to return. One search takes linear time, but one search per find
 * does not.
 */
const MOST_FINDS = 1_000;

/** The matches of a pattern. Beyond the maximum, the rest of the text counts as one match. */
function matchesOf(pattern: RE2JS, text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  while (from < text.length) {
    const found = search(pattern, text, from);
    if (!found || (found.start >= from + REACH / 2 && from + REACH < text.length)) {
      // A match that begins late in the window is searched for again from closer by.
      from += REACH / 2;
      continue;
    }
    if (spans.length === MOST_FINDS) return [...spans, { start: found.start, end: text.length }];
    if (found.end > found.start) spans.push(found);
    from = Math.max(found.end, found.start + 1);
  }
  return spans;
}

/** The first match from here on, in a window that grows as long as the match reaches its end. */
function search(pattern: RE2JS, text: string, from: number): Span | null {
  // Includes the previous character, for \b and ^.
  const edge = Math.max(0, from - 1);
  for (let reach = REACH; ; reach *= 4) {
    const matcher = pattern.matcher(text.slice(edge, from + reach));
    if (!matcher.find(from - edge)) return null;
    const found = { start: edge + matcher.start(), end: edge + matcher.end() };
    if (found.end < from + reach || from + reach >= text.length) return found;
  }
}

/** Redacts personal data by the settings of a project. */
export interface Redactor {
  /** The text with every find replaced by its kind. */
  text(text: string): string;
  /** A JSON value with all strings redacted at any depth; field names stay. */
  json<T>(value: T): T;
  /** What `text` would replace. */
  finds(text: string): Find[];
}

const asItIs: Redactor = { text: (text) => text, json: (value) => value, finds: () => [] };

/** Settings are reloaded every few seconds; equal ones share a redactor. */
const made = new Map<string, Redactor>();
const KEPT = 1_000;

/** The redactor for these settings; equal settings get the same one. */
export function redactorFor(settings: RedactionSettings): Redactor {
  if (!settings.enabled) return asItIs;
  const key = JSON.stringify([settings.skippedKinds, settings.patterns]);
  const known = made.get(key);
  if (known) return known;
  if (made.size >= KEPT) made.clear();
  const redactor = redactorOf(chooseFinders(settings.skippedKinds, ownFinders(settings.patterns)));
  made.set(key, redactor);
  return redactor;
}

function redactorOf(finders: readonly NamedFinder[]): Redactor {
  const finds = (text: string) => findAll(text, finders);
  const text = (given: string) => replaceFinds(given, finds(given));
  return { text, json: (value) => redactJson(value, text), finds };
}
