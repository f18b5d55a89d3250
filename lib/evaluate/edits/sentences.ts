/** Longer ones are not what several people write or take out alike, and shorter ones say nothing. */
const LENGTH = { least: 8, most: 200 };

/** A line's Markdown before its first word. */
const LEAD = /^[\s>#*+\-\d.)_]+/;

const END = /(?<=[.!?؟])\s+|(?<=[。！？])\s*/u;

/**
 * The sentences of a text as they are written, by what they are compared by: their letters and digits, whatever their case,
 * spaces and marks. Lines end sentences, and so do their marks.
 */
export function sentencesOf(text: string): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const line of text.split(/[\r\n]+/)) {
    for (const part of line.replace(LEAD, "").split(END)) {
      const sentence = part.replace(/[*_`]+/g, "").trim();
      if (sentence.length < LENGTH.least || sentence.length > LENGTH.most) continue;
      const key = sentence
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
      if (key.length > 0) sentences[`=${key}`] ??= sentence;
    }
  }
  return sentences;
}
