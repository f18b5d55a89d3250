import type { FuzzReport } from "#tests/fuzz/fuzz-collection.ts";
import type { Disaster, RoundResult } from "./round.ts";

const number = (value: number): string => value.toLocaleString("en-US");

/** Whether a round kept every promise. */
export const isWhole = ({ lost, doubled, unknown, unexpected }: RoundResult): boolean =>
  [lost, doubled, unknown, unexpected].every((list) => list.length === 0);

/** One line for a round, and up to ten lines for each kind of fault. */
export function formatRound(name: string, result: RoundResult): string {
  const { disaster, times, sent, acknowledged, requests, ...found } = result;
  const counts = [
    `${disaster} ×${times}`,
    `${number(requests)} requests`,
    `${number(sent)} events sent`,
    `${number(acknowledged)} acknowledged`,
    `${found.lost.length} lost`,
    `${found.doubled.length} duplicated`,
    `${found.unknown.length} unknown`,
    `${found.unexpected.length} unexpected responses`,
  ];
  const faults = Object.entries(found).flatMap(([kind, list]) =>
    list.slice(0, 10).map((each) => `  ${kind}: ${each}`),
  );
  return [`${name}: ${counts.join(", ")}`, ...faults].join("\n");
}

/** The responses to the bodies, the slowest one, and the smallest body that broke a promise. */
export function formatFuzz({ bodies, seed, statuses, slowestMs, slowest, failure }: FuzzReport): string {
  const answers = Object.entries(statuses).map(([status, count]) => `${status}: ${number(count)}`);
  const line = `fuzz, seed ${seed}: ${number(bodies)} bodies, ${answers.join(", ")}`;
  const slow = `slowest, ${Math.round(slowestMs)} ms: ${slowest}`;
  return [line, slow, ...(failure ? [failure] : [])].join("\n");
}

const header = `| run | rounds | outages | requests | events sent | acknowledged | lost | duplicated | unknown | unexpected responses |
|---|---|---|---|---|---|---|---|---|---|`;

/** The rounds as a Markdown table, a row for each kind of outage. */
export function roundTable(results: readonly RoundResult[]): string {
  const kinds = [...new Set(results.map(({ disaster }) => disaster))];
  return [
    header,
    ...kinds.map((kind) =>
      tableRow(
        kind,
        results.filter((each) => each.disaster === kind),
      ),
    ),
  ].join("\n");
}

function tableRow(disaster: Disaster, rounds: readonly RoundResult[]): string {
  const sum = (of: (round: RoundResult) => number) =>
    number(rounds.reduce((total, round) => total + of(round), 0));
  const cells = [
    disaster,
    number(rounds.length),
    sum(({ times }) => times),
    sum(({ requests }) => requests),
    sum(({ sent }) => sent),
    sum(({ acknowledged }) => acknowledged),
    sum(({ lost }) => lost.length),
    sum(({ doubled }) => doubled.length),
    sum(({ unknown }) => unknown.length),
    sum(({ unexpected }) => unexpected.length),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** The fuzz test as a Markdown table: how many bodies got each status. */
export function fuzzTable({ bodies, statuses, slowestMs, failure }: FuzzReport): string {
  const codes = Object.keys(statuses);
  return [
    `| bodies | ${codes.join(" | ")} | slowest response | promises broken |`,
    `|---|${codes.map(() => "---|").join("")}---|---|`,
    `| ${number(bodies)} | ${Object.values(statuses).map(number).join(" | ")} | ${Math.round(slowestMs)} ms | ${failure ? 1 : 0} |`,
  ].join("\n");
}
