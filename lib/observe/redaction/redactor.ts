import { RE2JS } from "re2js";
import type { RedactionPattern, RedactionSettings } from "#lib/domain/redaction.ts";
import { chooseFinders, findAll, type NamedFinder } from "./find-all.ts";
import { patternPlaceholder } from "./placeholders.ts";
import { redactJson } from "./redact-json.ts";
import { replaceFinds } from "./replace-finds.ts";
import type { Find, Span } from "./span.ts";

/** The finders of a project's own patterns. */
const ownFinders = (patterns: readonly RedactionPattern[]): NamedFinder[] =>
  patterns.map(({ name, pattern }) => {
    const compiled = RE2JS.compile(pattern);
    return {
      name: patternPlaceholder(name),
      find: (text) => matchesOf(compiled, text),
      isWorth: (_, text) => compiled.test(text),
    };
  });

/** How much of a text a search looks at to begin with. */
const REACH = 256;
/** Most finds of one pattern in one text. A search is linear, but as many searches as there are finds are not. */
const MOST_FINDS = 1_000;

/** What a pattern matches. Beyond the most that is looked for, the rest of the text counts as one find. */
function matchesOf(pattern: RE2JS, text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  while (from < text.length) {
    const found = search(pattern, text, from);
    if (!found || (found.start >= from + REACH / 2 && from + REACH < text.length)) {
      // What begins late in the stretch is looked at again from nearer by.
      from += REACH / 2;
      continue;
    }
    if (spans.length === MOST_FINDS) return [...spans, { start: found.start, end: text.length }];
    if (found.end > found.start) spans.push(found);
    from = Math.max(found.end, found.start + 1);
  }
  return spans;
}

/** The first match from here on in a stretch of the text that grows for as long as the match fills it. */
function search(pattern: RE2JS, text: string, from: number): Span | null {
  // One character before, for \b and ^.
  const edge = Math.max(0, from - 1);
  for (let reach = REACH; ; reach *= 4) {
    const matcher = pattern.matcher(text.slice(edge, from + reach));
    if (!matcher.find(from - edge)) return null;
    const found = { start: edge + matcher.start(), end: edge + matcher.end() };
    if (found.end < from + reach || from + reach >= text.length) return found;
  }
}

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
  const redactor = redactorOf(chooseFinders(settings.skippedKinds, ownFinders(settings.patterns)));
  made.set(key, redactor);
  return redactor;
}

function redactorOf(finders: readonly NamedFinder[]): Redactor {
  const finds = (text: string) => findAll(text, finders);
  const text = (given: string) => replaceFinds(given, finds(given));
  return { text, json: (value) => redactJson(value, text), finds };
}
