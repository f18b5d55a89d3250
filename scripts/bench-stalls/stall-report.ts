import { markdownTable, short } from "../bench-collect/markdown.ts";
import type { Latencies } from "./beside.ts";
import type { Longest } from "./stalls.ts";

/** What was found. */
export interface StallFindings {
  machine: string[];
  longest: ReadonlyMap<string, Longest>;
  corrections: { count: number; seconds: number };
  pageBytes: { text: string; bytes: number };
  refusals: ReadonlyMap<string, number>;
  alone: Latencies;
  beside: Latencies;
}

/** The longest stall that there should be, in milliseconds. */
const GOAL_MS = 50;

/** The page of docs/benchmarks, in Markdown. */
export function stallReport(found: StallFindings): string {
  const { machine, longest, corrections, pageBytes, refusals, alone, beside } = found;
  const refused = [...refusals].map(([kind, times]) => `${kind} (${times})`).join(", ");
  const rows = [...longest]
    .toSorted(([, one], [, other]) => other.own - one.own)
    .map(([name, { own, wall, text }]) => [name, text, short(own), short(wall)]);
  const over = rows.filter(([, , own]) => Number(own) > GOAL_MS).length;
  const latency = (name: string, { p50, p99, max }: Latencies) => [name, short(p50), short(p99), short(max)];
  return `# The longest stalls

What one request, page or job holds up all others for: \`npm run bench:stalls -- --out docs/benchmarks/stalls.md\`. Every text of scripts/bench-stalls/hostile-texts.ts, 100,000 characters each, is sent wherever a text may go, and everything is opened where it is shown.

${machine.map((line) => `- ${line}`).join("\n")}

_Own_ is what the main thread worked in one stretch, in milliseconds of a processor; _by the clock_ has what other processes took in between, too. Stretches under 10 ms are not told. Everything was opened once before, so that no module was loaded meanwhile.

The goal is no own stretch over ${GOAL_MS} ms: ${over === 0 ? "reached" : `missed by ${over} of ${rows.length}`}.

${markdownTable(["What", "Longest with", "own ms", "by the clock ms"], rows)}

${corrections.count} corrections of 50,000 words each were compared, counted and indexed within ${short(corrections.seconds)} s, waiting included. The largest page of an interaction had ${short(pageBytes.bytes / 1e6)} MB (${pageBytes.text}). Refused was ${refused || "nothing"}.

## Ordinary collection beside them

50 ordinary answers a second alone, and with two hostile answers and corrections a second being sent and their pages opened beside, in rounds that take turns; milliseconds until each was stored.

${markdownTable(["", "p50", "p99", "longest"], [latency("alone", alone), latency("beside hostile texts", beside)])}

p99 is ${short(beside.p99 / alone.p99)} × of what it is alone; the goal is at most 2.
`;
}
