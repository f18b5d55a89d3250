import type { ComparedPromptVersion } from "#lib/loop/compare-prompt-versions.ts";
import type { ComparedScore } from "#lib/loop/compare-scores.ts";
import type { PromptProblem } from "#lib/loop/find-problems.ts";
import { Stack } from "../ui/stack.tsx";
import { param, type SearchParams } from "./address.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { keptAddress } from "./kept-address.ts";
import { PromptGroup } from "./prompt-group.tsx";
import { promptParams, promptWords } from "./prompt-names.ts";
import { PromptProblems } from "./prompt-problems.tsx";
import type { PromptGroup as Group } from "./prompt-row.ts";
import { PromptThreshold } from "./prompt-threshold.tsx";
import { ScoreTable } from "./scores/score-table.tsx";

interface PromptViewProps {
  groups: readonly Group[];
  problems: readonly PromptProblem[];
  /** The scores of the versions, in an order of their own. */
  scores: { rows: readonly ComparedPromptVersion[]; scores: readonly ComparedScore[] };
  threshold: number;
  base: string;
  search: SearchParams;
}

/** Prompt versions by template, with those that did badly above. */
export function PromptView({ groups, problems, scores: scored, threshold, base, search }: PromptViewProps) {
  const own = Object.fromEntries(
    ["threshold", "against", "against_template"].map((name) => [name, param(search, name) ?? ""]),
  );
  const here = (changes: Record<string, string>) =>
    keptAddress(`${base}/prompts`, search, { ...own, ...changes });
  return (
    <Stack>
      <PromptProblems
        problems={problems}
        threshold={threshold}
        base={base}
        search={search}
        actions={
          <PromptThreshold threshold={threshold} hrefOf={(choice) => here({ threshold: String(choice) })} />
        }
      />
      {groups.map((group) => (
        <PromptGroup
          key={group.template ?? ""}
          group={group}
          threshold={threshold}
          base={base}
          search={search}
          againstHref={({ promptTemplate, promptVersion }) =>
            here({ against: promptVersion ?? "", against_template: promptTemplate ?? "" })
          }
        />
      ))}
      <ComparisonTable
        of="Version"
        rows={groups.flatMap(({ rows }) => rows.map((row) => ({ ...row, name: promptWords(row) })))}
        fileName="prompt-versions-figures"
      />
      <ScoreTable
        of="Version"
        rows={scored.rows.map((row) => ({ name: promptWords(row), filters: promptParams(row) }))}
        scores={scored.scores}
        against="the reference of the same template"
        fileName="prompt-versions-scores"
        {...{ base, search }}
      />
    </Stack>
  );
}
