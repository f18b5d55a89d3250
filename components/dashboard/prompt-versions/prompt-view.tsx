import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { ComparedPromptVersion } from "#lib/use-cases/compare-prompt-versions.ts";
import type { ComparedScore } from "#lib/use-cases/compare-scores.ts";
import type { PromptProblem } from "#lib/use-cases/find-problems.ts";
import { ComparisonTable } from "../comparison/comparison-table.tsx";
import { ScoreTable } from "../scores/score-table.tsx";
import { param, type SearchParams } from "../url/address.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";
import { formatPrompt, promptParams } from "../url/prompt-names.ts";
import { formatThreshold, thresholdChoices } from "../url/threshold-link.ts";
import { PromptGroup } from "./prompt-group.tsx";
import { PromptProblems } from "./prompt-problems.tsx";
import type { PromptGroup as Group } from "./prompt-row.ts";

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
    linkWithFilters(`${base}/prompt-versions`, search, { ...own, ...changes });
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
        rows={groups.flatMap(({ rows }) => rows.map((row) => ({ ...row, name: formatPrompt(row) })))}
        fileName="prompt-versions-figures"
      />
      <ScoreTable
        of="Version"
        rows={scored.rows.map((row) => ({ name: formatPrompt(row), filters: promptParams(row) }))}
        scores={scored.scores}
        against="the reference version of the same template"
        fileName="prompt-versions-scores"
        {...{ base, search }}
      />
    </Stack>
  );
}

interface PromptThresholdProps {
  threshold: number;
  /** The page with another threshold. */
  hrefOf: (threshold: number) => string;
}

/** The choice of the rate under which a prompt version is marked. */
function PromptThreshold({ threshold, hrefOf }: PromptThresholdProps) {
  return (
    <SegmentedLinks
      label="Threshold"
      links={thresholdChoices(threshold).map((choice) => ({
        href: hrefOf(choice),
        label: formatThreshold(choice),
        here: choice === threshold,
      }))}
    />
  );
}
