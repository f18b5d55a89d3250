import type { Evidence, ReportExample, ToldShare } from "#lib/decide/report/index.ts";
import { editKindWords, editTraitWords } from "#lib/domain/edit-words.ts";
import type { Rate } from "#lib/domain/rate.ts";
import type { Report } from "./read-report.ts";

/** Answers that a line names. */
const NAMED = 5;

/**
 * A report as Markdown. Everything that is not ours is escaped: what a user wrote can open no heading, link or tag, and
 * examples stand in fences that are longer than any within.
 */
export function reportMarkdown(report: Report): string {
  const { template, version, filter, recommendations, examples } = report;
  const parts = [
    `# Report of ${plain(template)} ${plain(version)}`,
    `${filter.from} to ${filter.to} (${filter.tz}).${filter.feature ? ` Feature: ${plain(filter.feature)}.` : ""}${report.isProduction ? " This version has the label `production`." : ""}`,
    "## What is wrong",
    wrong(report),
    "## What edits do",
    edits(report),
    "## Recommendations",
    recommendations.length === 0
      ? "None: no share is large enough with its whole 95% interval."
      : recommendations
          .map(({ title, instruction, evidence }, index) =>
            [
              `${index + 1}. **${plain(title)}**`,
              ...(instruction === null ? [] : [`   - For the prompt: ${plain(instruction)}`]),
              ...evidence.map((each) => `   - ${evidenceLine(each)}`),
            ].join("\n"),
          )
          .join("\n"),
    "## Examples to show the model",
    examples.length === 0
      ? "None: no correction was kept that others agree with."
      : examples.map(example).join("\n\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function wrong({ summary, problems, themes, categories, comments, passages }: Report): string {
  const lines = [
    `- Positive rate: ${rateText(summary.positive)}, n = ${summary.positive.n}; ${summary.thumbsDown} thumbs down of ${summary.interactions} answers.`,
    ...problems.map(({ title, state }) => `- Problem (${state}): ${plain(title)}.`),
    ...themes.map(
      ({ title, n, users, examples }) =>
        `- Theme “${plain(title)}”: ${n} texts by ${users === 1 ? "1 user" : `${users} users`}${answers(examples.map(({ interactionId }) => interactionId))}.`,
    ),
    ...categories.map(
      ({ category, count, share, lift, over }) =>
        `- ${plain(category)}: ${count} thumbs down, ${rateText(share)}${over && lift ? `, ${lift.value.toFixed(1)} times as often as elsewhere (${lift.low.toFixed(1)} to ${lift.high.toFixed(1)})` : ""}.`,
    ),
    ...comments.repeated.map(
      ({ text, count, interactionIds }) =>
        `- ${count} of ${comments.read} comments say “${plain(text)}”${answers(interactionIds)}.`,
    ),
    ...passages.map(
      ({ quote, count, interactionId }) =>
        `- Highlighted by ${count === 1 ? "1 user" : `${count} users`}: “${plain(quote)}”${answers([interactionId])}.`,
    ),
  ];
  return lines.join("\n");
}

function edits({ changes, unmeasured }: Report): string {
  const { measured, users, length, kinds, traits, sentences } = changes;
  const said = [
    measured === 0 ? "No corrections." : `${measured} corrections by ${users} users.`,
    ...(unmeasured ? [unmeasured] : []),
    ...(length ? [`Median length: ${length.before} words before, ${length.after} after.`] : []),
  ].join(" ");
  if (measured === 0) return said;
  const row = (name: string, told: ToldShare) =>
    `| ${name} | ${told.count} | ${rateText(told.share)} | ${told.users} |`;
  const table = [
    "| What | Edits | Share (95% interval) | Users |",
    "| --- | ---: | --- | ---: |",
    ...kinds.map(({ kind, ...told }) => row(editKindWords[kind].name, told)),
    ...traits
      .filter(({ trait }) => trait !== "shorter" && trait !== "longer")
      .map(({ trait, ...told }) => row(`– ${editTraitWords[trait]}`, told)),
    ...sentences.map(({ text, does, ...told }) =>
      row(`${does === "removed" ? "Taken out" : "Added"}: “${plain(text)}”`, told),
    ),
  ];
  return `${said}\n\n${table.join("\n")}`;
}

const evidenceLine = ({ because, interactionIds }: Evidence): string =>
  `${plain(because)}${interactionIds.length > 0 ? `${answers(interactionIds)}.`.replace(/^ /, " ") : ""}`;

const example = ({ input, answer, why, interactionId }: ReportExample, index: number): string =>
  [
    `### Example ${index + 1}`,
    `${plain(why.join(" "))}${answers([interactionId])}.`,
    "Input:",
    fenced(input),
    "Answer:",
    fenced(answer),
  ].join("\n\n");

/** The answers behind a line; ids are strangers' texts as well. */
function answers(ids: readonly string[]): string {
  if (ids.length === 0) return "";
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : "";
  return ` (answers ${ids.slice(0, NAMED).map(plain).join(", ")}${more})`;
}

const rateText = ({ value, low, high }: Rate): string =>
  value === null
    ? "no data"
    : `${Math.round(value * 100)}% (${Math.round(low * 100)}% to ${Math.round(high * 100)}%)`;

/** A text as itself within a line: on one line, with all that Markdown or a renderer of addresses takes for a mark escaped. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>&|~#:@!{}()]/g, "\\$&")
    .replace(/(www)\./gi, "$1\\.");

/** A text as it is, in a fence that nothing within closes. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
