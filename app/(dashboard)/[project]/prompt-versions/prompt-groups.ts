import type { PromptGroup, PromptRow } from "#components/dashboard/prompt-versions/prompt-row.ts";
import { versionName } from "#components/dashboard/url/prompt-names.ts";
import { localDate } from "#lib/domain/calendar.ts";
import { rate } from "#lib/domain/rate.ts";
import type { PromptLife } from "#lib/evaluate/metrics/index.ts";
import type { ComparedPromptVersion } from "#lib/use-cases/compare-prompt-versions.ts";

interface Marks {
  /** When each version first answered. */
  lives: readonly PromptLife[];
  tz: string;
  /** Those that are under the threshold. */
  under: readonly Prompt[];
}

type Prompt = Pick<ComparedPromptVersion, "promptTemplate" | "promptVersion">;

const keyOf = ({ promptTemplate, promptVersion }: Prompt): string =>
  JSON.stringify([promptTemplate, promptVersion]);

/** The versions by template: the template with most answers first, of each the oldest version first. */
export function promptGroups(versions: readonly ComparedPromptVersion[], marks: Marks): PromptGroup[] {
  const under = new Set(marks.under.map(keyOf));
  return [...Map.groupBy(versions, ({ promptTemplate }) => promptTemplate)]
    .map(([template, own]) => {
      const against = own.find(({ isReference }) => isReference)?.positive ?? rate(0, 0);
      const rows = own.map(
        (row): PromptRow => ({
          ...row,
          key: keyOf(row),
          name: versionName(row),
          against,
          since: sinceOf(row, marks),
          under: under.has(keyOf(row)),
        }),
      );
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
