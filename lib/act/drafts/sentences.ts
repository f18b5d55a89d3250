const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
const abbreviation = /\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|approx|e\.g|i\.e)\.$/;
const bullet = /^(?:[-*•–]|\d{1,2}[.)])\s+/;
const sentenceEnd = /[.!?…。！？]["'”’»)\]]*$/u;

/** Maximum length of a line that counts as a heading. */
const HEADING_MAX = 90;

/** Minimum length of a line that may have been wrapped. */
const MARGIN_MIN = 50;

/** One line of a text: a heading, a list item, or running sentences. */
export interface Line {
  kind: "heading" | "item" | "prose";
  sentences: string[];
}

/** The lines of a text with their sentences. A short line without a period is a heading if more text follows. */
export function splitLines(text: string): Line[] {
  const lines = unwrap(text);
  return lines.map((line, index) => lineOf(line, index === lines.length - 1));
}

/** The non-empty lines of a text, with wrapped lines joined. */
export function unwrap(text: string): string[] {
  const lines: string[] = [];
  let above = "";
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const broken = above.length >= MARGIN_MIN && !sentenceEnd.test(above) && !bullet.test(line);
    if (line !== "" && broken) lines[lines.length - 1] += ` ${line}`;
    else if (line !== "") lines.push(line);
    above = line;
  }
  return lines;
}

function lineOf(line: string, isLast: boolean): Line {
  const words = line.replace(bullet, "");
  if (words !== line) return { kind: "item", sentences: splitSentences(words) };
  if (!isLast && isHeading(line)) return { kind: "heading", sentences: [line.replace(/^#+\s*/, "")] };
  return { kind: "prose", sentences: splitSentences(line) };
}

/** The sentences of a text in order, trimmed. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const piece = segment.trim();
    const before = sentences.at(-1);
    if (piece === "") continue;
    // The segmenter also breaks after "Dr." and after a quoted question.
    if (before !== undefined && (abbreviation.test(before) || /^\p{Ll}/u.test(piece)))
      sentences[sentences.length - 1] = `${before} ${piece}`;
    else sentences.push(piece);
  }
  return sentences;
}

const isHeading = (line: string): boolean =>
  line.length <= HEADING_MAX && !sentenceEnd.test(line) && !/[,;:]$/.test(line);
