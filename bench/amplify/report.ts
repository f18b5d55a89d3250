import { type Amplified, ANSWERS } from "./measure.ts";

/** The target of the issue: bytes stored per byte sent. */
export const TARGET = 6;

/** The explanation below the table. */
const READING = `Senders cannot influence how many rollups an answer is part of: eleven, kept by hour and by day. Names in ratings, signals and scores do not add rows; they are stored in the existing ones as numbers from a list of names, and counts of one are omitted. “A day and prompt each” is therefore the worst case for rollups, and it is limited by the days and prompts that the project's own server logs. Above the target are requests with many small events: each becomes a row with three indexes, four to five times the size of its body.

A search index has an entry for each new word, ten times its length. For each answer, feedback can add at most 40 words that are not in the answer's own texts, and 40 categories that its project does not list (decision 32).`;

/**
 * The minimum size of a request besides its body, in bytes: request line, host, key, token, type and length.
 */
const HEADERS = 500;

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(0)} kB`;

const times = (stored: number, sent: number): string => `${(stored / sent).toFixed(1)} ×`;

const places = { together: "one hour and prompt", apart: "a day and prompt each" };

/** The measured cases as a page. */
export function report(machine: readonly string[], all: readonly Amplified[]): string {
  const worst = Math.max(...all.map(({ storedBytes, sentBytes }) => storedBytes / requestBytes(sentBytes)));
  const beyond = all.filter(({ storedBytes, sentBytes }) => storedBytes > TARGET * requestBytes(sentBytes));
  return `# Storage per byte sent

\`npm run bench:amplify\`. For each input that a publishable key can send, ${ANSWERS} answers are logged, counted and indexed; then one request per answer sends the events. “Stored” is the growth of all tables (\`pg_total_relation_size\`: rows, indexes, TOAST), including rollups and search documents, after both were updated and after \`VACUUM FULL\`. “Sent” is the size of the request bodies; “with headers” adds ${HEADERS} bytes per request (request line, host, key, token, type, length). Tables grow by pages of 8 kB, so small sizes are slightly overstated.

${machine.map((line) => `- ${line}`).join("\n")}

| Input | Answers | Sent | Stored | Stored / sent | With headers | Rows | In rollups | Largest growth |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
${all.map(row).join("\n")}

The target is ${TARGET} × with headers. ${
    beyond.length === 0
      ? `No input exceeds it; the maximum is ${worst.toFixed(1)} ×.`
      : `${beyond.length} of ${all.length} inputs exceed it, with at most ${worst.toFixed(1)} ×: ${beyond.map(({ label, answers }) => `“${label}” (${places[answers]})`).join(", ")}.`
  }

${READING}

Before (issue 12), 60 thumbs with 20 invented categories each (168 kB) became 277,200 rollup rows and 237 MB, 1,400 ×.
`;
}

/** The bytes sent, including headers. */
export const requestBytes = (sentBytes: number): number => sentBytes + ANSWERS * HEADERS;

function row(one: Amplified): string {
  const { label, answers, sentBytes, storedBytes, storedRows, rollupRows, tables } = one;
  const most = tables.map(({ table, bytes }) => `${table} ${kilobytes(bytes)}`).join(", ");
  return `| ${label} | ${places[answers]} | ${kilobytes(sentBytes)} | ${kilobytes(storedBytes)} | ${times(storedBytes, sentBytes)} | ${times(storedBytes, requestBytes(sentBytes))} | ${storedRows.toLocaleString("en")} | ${rollupRows.toLocaleString("en")} | ${most} |`;
}
