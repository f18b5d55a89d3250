import type { PromptMove } from "#lib/act/prompts/index.ts";
import { type Rate, rate } from "#lib/domain/rate.ts";
import type { LoggedPrompt, PromptVersionRow } from "#lib/evaluate/metrics/index.ts";
import type { listAllPrompts } from "#lib/use-cases/prompts/list-prompts.ts";

type Listed = Awaited<ReturnType<typeof listAllPrompts>>[number];

/** A prompt as a row of the list. */
export interface PromptRow {
  template: string;
  kind: Listed["kind"];
  archived: boolean;
  /** The version under `production`; else the one that answers named last. */
  inUse: { version: string; by: "production" | "interactions" } | null;
  /** Of the version in use. */
  positive: Rate;
  /** Managed and adopted ones. */
  versions: number;
  /** What was changed last. */
  change: { words: string; at: Date; by: "moment" | "day" } | null;
}

/** What the list is made from. */
export interface PromptFacts {
  prompts: readonly Listed[];
  logged: readonly LoggedPrompt[];
  /** The newest move of each prompt. */
  moves: readonly PromptMove[];
  /** The metrics of the period. */
  metrics: readonly Pick<PromptVersionRow, "promptTemplate" | "promptVersion" | "positive">[];
}

/** The prompts whose names contain `asked`, by name, archived ones last. */
export function promptRows({ prompts, logged, moves, metrics }: PromptFacts, asked = ""): PromptRow[] {
  const loggedOf = Map.groupBy(logged, ({ promptTemplate }) => promptTemplate);
  const moveOf = new Map(moves.map((move) => [move.template, move]));
  return prompts
    .filter(({ template }) => template.toLowerCase().includes(asked.trim().toLowerCase()))
    .map((prompt): PromptRow => {
      const { template } = prompt;
      const own = loggedOf.get(template) ?? [];
      const inUse = versionInUse(prompt, own);
      const measured = metrics.find(
        ({ promptTemplate, promptVersion }) =>
          promptTemplate === template && promptVersion === inUse?.version,
      );
      return {
        ...{ template, inUse, kind: prompt.kind, archived: prompt.archived_at !== null },
        positive: measured?.positive ?? rate(0, 0),
        versions: prompt.versions + prompt.adopted_versions,
        change: lastChange(prompt, own, moveOf.get(template)),
      };
    })
    .sort((one, other) => Number(one.archived) - Number(other.archived));
}

function versionInUse({ labels }: Listed, logged: readonly LoggedPrompt[]): PromptRow["inUse"] {
  const production = labels.find(({ label }) => label === "production");
  if (production) return { version: production.version, by: "production" };
  const last = latest(logged, ({ lastAt }) => lastAt);
  return last && { version: last.promptVersion, by: "interactions" };
}

function lastChange(
  { newest_version: newest, newest_at: newestAt }: Listed,
  logged: readonly LoggedPrompt[],
  move: PromptMove | undefined,
): PromptRow["change"] {
  const first = latest(logged, ({ firstAt }) => firstAt);
  const changes = [
    newest && newestAt ? { words: `${newest} added`, at: new Date(newestAt), by: "moment" as const } : null,
    move ? { words: `${move.label} ${moveTarget(move)}`, at: move.movedAt, by: "moment" as const } : null,
  ].filter((change) => change !== null);
  // Of what is only logged, the day (UTC) on which its newest version was first used is all that is known.
  if (changes.length === 0 && first)
    return { words: `${first.promptVersion} first used`, at: first.firstAt, by: "day" };
  return latest(changes, ({ at }) => at);
}

/** Where a label was moved: "→ v3". */
const moveTarget = ({ toVersion }: Pick<PromptMove, "toVersion">): string =>
  toVersion === null ? "removed" : `→ ${toVersion}`;

const latest = <Item>(items: readonly Item[], atOf: (item: Item) => Date): Item | null =>
  items.reduce<Item | null>((last, item) => (last && atOf(last) >= atOf(item) ? last : item), null);
