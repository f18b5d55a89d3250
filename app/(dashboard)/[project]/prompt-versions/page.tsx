import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { PromptView } from "#components/dashboard/prompt-versions/prompt-view.tsx";
import { TableSkeleton } from "#components/dashboard/shell/table-skeleton.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { parseThreshold } from "#components/dashboard/url/threshold-link.ts";
import { promptLives } from "#lib/evaluate/metrics/index.ts";
import { comparePromptVersions } from "#lib/use-cases/compare-prompt-versions.ts";
import { promptScores } from "#lib/use-cases/compare-scores.ts";
import { findProblems } from "#lib/use-cases/find-problems.ts";
import { promptGroups } from "./prompt-groups.ts";

export const metadata: Metadata = { title: "Prompt versions" };

/** How the versions of each prompt compare, and which of them users do not like. */
export default async function PromptsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      by={["promptTemplate", "promptVersion"]}
      title="Prompt versions"
      note="Each version compared with a reference version of the same template. If an interval includes zero, the difference may be due to chance."
      skeleton={<TableSkeleton rows={8} />}
    >
      <Prompts page={page} />
    </ProjectFrame>
  );
}

async function Prompts({ page }: { page: ProjectPage }) {
  const { filter, base, search, tz } = page;
  const path = `${base}/prompt-versions`;
  const threshold = parseThreshold(search);
  const [versions, lives, problems] = await Promise.all([
    comparePromptVersions(filter, {
      promptTemplate: param(search, "against_template") ?? null,
      promptVersion: param(search, "against") ?? null,
    }),
    promptLives(filter),
    findProblems(filter, threshold),
  ]);
  if (versions.length === 0) return <NothingInWindow page={page} path={path} />;
  const groups = promptGroups(versions, { lives, tz, under: problems });
  const ordered = groups.flatMap(({ rows }) =>
    rows.flatMap(({ promptTemplate, promptVersion }) =>
      versions.filter(
        (version) => version.promptTemplate === promptTemplate && version.promptVersion === promptVersion,
      ),
    ),
  );
  return (
    <PromptView
      scores={{ rows: ordered, scores: await promptScores(filter, ordered) }}
      groups={groups}
      problems={problems}
      threshold={threshold}
      base={base}
      search={search}
    />
  );
}
