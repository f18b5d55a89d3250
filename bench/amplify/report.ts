import { type Amplified, ANSWERS } from "./measure.ts";

/** What the issue allows: bytes stored for each byte sent. */
export const TARGET = 6;

/** What a page says beside its table. */
const READING = `What does not follow from what is sent is how many sums an answer lies in: eleven, kept by the hour and by the day. What a rating, signal or score names is written into the rows that these have anyway, as a number of a list of names; a count of one and what follows from it is left out. So “a day and prompt each” is the worst that a stranger can do to rollups, and it is bounded by the days and prompts that the project's own server brings. What is above the target is many small events in one request, of which each is a row of its own with three indexes, four to five times its body.

A search index has an entry for each new word, ten times its length. Of what was said of an answer 40 words are searched that the answer's own texts do not have, and 40 categories that its project does not list (decision 32).`;

/** Bytes of a request beside its body, at least: its line, host, key, token, type and length. */
const HEADERS = 500;

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(0)} kB`;

const times = (stored: number, sent: number): string => `${(stored / sent).toFixed(1)} ×`;

const places = { together: "one hour, one prompt", apart: "a day and prompt each" };

/** The measured cases as a page. */
export function report(machine: readonly string[], all: readonly Amplified[]): string {
  const worst = Math.max(...all.map(({ storedBytes, sentBytes }) => storedBytes / requestBytes(sentBytes)));
  const beyond = all.filter(({ storedBytes, sentBytes }) => storedBytes > TARGET * requestBytes(sentBytes));
  return `# What is stored for what is sent

\`npm run bench:amplify\`. For each input that a publishable key may send: ${ANSWERS} answers are logged, counted and made searchable; then one request for each brings the events. Stored is how much all tables grew (\`pg_total_relation_size\`: rows, indexes, what is kept out of line), rollups and search documents included, after both were brought up to date and \`VACUUM FULL\`; sent are the bodies of the requests, and with their headers (${HEADERS} bytes each: line, host, key, token, type, length). Sizes grow by pages of 8 kB, so that small ones are told a little too large.

${machine.map((line) => `- ${line}`).join("\n")}

| Input | Answers | Sent | Stored | Of the bodies | With headers | Rows | Of rollups | Most in |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
${all.map(row).join("\n")}

The target is ${TARGET} ×, with headers. ${
    beyond.length === 0
      ? `No input is above it; the worst is ${worst.toFixed(1)} ×.`
      : `${beyond.length} of ${all.length} inputs are above it, at most ${worst.toFixed(1)} ×: ${beyond.map(({ label, answers }) => `“${label}” (${places[answers]})`).join(", ")}.`
  }

${READING}

Before (issue 12): 60 thumbs with 20 invented categories each, 168 kB, became 277,200 rows of rollups and 237 MB, 1,400 ×.
`;
}

/** What was sent with headers. */
export const requestBytes = (sentBytes: number): number => sentBytes + ANSWERS * HEADERS;

function row(one: Amplified): string {
  const { label, answers, sentBytes, storedBytes, storedRows, rollupRows, tables } = one;
  const most = tables.map(({ table, bytes }) => `${table} ${kilobytes(bytes)}`).join(", ");
  return `| ${label} | ${places[answers]} | ${kilobytes(sentBytes)} | ${kilobytes(storedBytes)} | ${times(storedBytes, sentBytes)} | ${times(storedBytes, requestBytes(sentBytes))} | ${storedRows.toLocaleString("en")} | ${rollupRows.toLocaleString("en")} | ${most} |`;
}
