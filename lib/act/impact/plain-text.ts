/** What has no place in a text for users, by name. */
const faults: readonly (readonly [RegExp, string])[] = [
  [/<\s*\/?\s*[a-z!?][^>]*>?/i, "HTML"],
  [/&(?:#x?[\da-f]+|[a-z]+\d*);/i, "an HTML entity"],
  [/!?\[[^\]\n]*\]\s?\([^)\n]*\)/, "a Markdown link"],
  [/\[[^\]\n]+\]\[[^\]\n]*\]/, "a Markdown link"],
  [/(\*\*|__|~~)(?=\S)[^\n]*?\1/, "Markdown emphasis"],
  [/`[^`\n]+`|```/, "Markdown code"],
  [/^\s{0,3}#{1,6}\s/m, "a Markdown heading"],
];

const withoutPlace: readonly (readonly [RegExp, string])[] = [
  [/[\u202a-\u202e\u2066-\u2069]/, "bidirectional control characters"],
  [/[^\P{Cc}\n]/u, "control characters"],
  [/[\ufffd\u2028\u2029]/, "line separators or replacement characters"],
];

/** Digits before or after a sign for "per cent". */
const PER_CENT = /\p{Nd}\s*[%٪％]|[%٪％]\s*\p{Nd}/u;

/**
 * Why a text cannot be shown to users as it is; null if it can. It is plain text, and makes no claim in per cent: those are
 * added where the data show them.
 */
export function plainTextFault(text: string): string | null {
  const markup = faults.find(([pattern]) => pattern.test(text));
  if (markup) {
    const [pattern, name] = markup;
    const found = pattern.exec(text)?.[0].trim().slice(0, 60);
    return `must be plain text, but has ${name}: “${found}”`;
  }
  const odd = withoutPlace.find(([pattern]) => pattern.test(text));
  if (odd) return `must not contain ${odd[1]}`;
  if (!text.isWellFormed()) return "must not contain unpaired surrogates";
  return PER_CENT.test(text)
    ? "must not claim a number in per cent: Whetstone adds the gain where the data show it"
    : null;
}
