import { problemsOf } from "#lib/decide/problems/index";
import { localDate } from "#lib/domain/calendar";
import { rate } from "#lib/domain/rate";
import type { PromptLife } from "#lib/evaluate/metrics/index";
import type { ComparedPromptVersion } from "#lib/loop/compare-prompt-versions";
import { versionName } from "../../../../components/dashboard/prompt-names.ts";
import type { PromptGroup, PromptRow } from "../../../../components/dashboard/prompt-row.ts";
import { TOO_FEW } from "../../../../components/dashboard/words.ts";

interface Marks {
  /** When each version first answered. */
  lives: readonly PromptLife[];
  tz: string;
  threshold: number;
}

/** The versions by template: the template with most answers first, of each the oldest version first. */
export function promptGroups(versions: readonly ComparedPromptVersion[], marks: Marks): PromptGroup[] {
  const under = new Set<ComparedPromptVersion>(
    problemsOf(versions, { threshold: marks.threshold, least: TOO_FEW }),
  );
  return [...Map.groupBy(versions, ({ promptTemplate }) => promptTemplate)]
    .map(([template, own]) => {
      const against = own.find(({ isReference }) => isReference)?.positive ?? rate(0, 0);
      const rows = own.map((row): PromptRow => {
        const certain = row.positive.high !== null && row.positive.high < marks.threshold;
        return {
          ...row,
          key: JSON.stringify([row.promptTemplate, row.promptVersion]),
          name: versionName(row),
          against,
          since: sinceOf(row, marks),
          under: under.has(row) ? (certain ? "certain" : "maybe") : null,
        };
      });
      return { template, rows: rows.toSorted(byDate) };
    })
    .toSorted((one, other) => answersOf(other) - answersOf(one));
}

function sinceOf(row: ComparedPromptVersion, { lives, tz }: Marks): string | null {
  const life = lives.find(
    ({ promptTemplate, promptVersion }) =>
      promptTemplate === (row.promptTemplate ?? "") && promptVersion === row.promptVersion,
  );
  return life ? localDate(tz, life.firstAt) : null;
}

/** What has no date comes last. */
const byDate = (one: PromptRow, other: PromptRow): number =>
  (one.since ?? "9").localeCompare(other.since ?? "9") ||
  one.name.localeCompare(other.name, "en", { numeric: true });

const answersOf = ({ rows }: PromptGroup): number =>
  rows.reduce((sum, { interactions }) => sum + interactions, 0);
