import type { Excerpt } from "#lib/observe/search/index.ts";

/** Some of a text, with the words that were looked for marked. */
export function MarkedWords({ excerpt }: { excerpt: Excerpt }) {
  return excerpt.map(
    ({ text, hit }, index) =>
      // biome-ignore-start lint/suspicious/noArrayIndexKey: an excerpt is made whole and never reordered.
      hit ? (
        <mark key={index} className="rounded-xs bg-warn-tint text-ink">
          {text}
        </mark>
      ) : (
        <span key={index}>{text}</span>
      ),
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above.
  );
}
