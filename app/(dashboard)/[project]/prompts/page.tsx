import type { Metadata } from "next";
import { CohortChosen } from "#components/dashboard/cohort-chosen";
import { PromptView } from "#components/dashboard/prompt-view";
import { TableSkeleton } from "#components/dashboard/skeletons/table-skeleton";
import { promptLives } from "#lib/evaluate/metrics/index";
import { comparePromptVersions } from "#lib/loop/compare-prompt-versions";
import { findProblems } from "#lib/loop/find-problems";
import { param } from "../../../../components/dashboard/address.ts";
import { thresholdOf } from "../../../../components/dashboard/threshold-address.ts";
import { NothingInWindow } from "../../nothing-in-window.tsx";
import { ProjectFrame } from "../../project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";
import { promptGroups } from "./prompt-groups.ts";

export const metadata: Metadata = { title: "Prompt versions" };

/** The days in which problems are looked for, whatever the window: a problem is one of now. */
const PROBLEM_DAYS = 7;

/** How the versions of each prompt compare, and which of them users do not like. */
export default async function PromptsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      title="Prompt versions"
      note="The versions of each template against one of them. Where an interval holds zero, the difference may be chance."
      skeleton={<TableSkeleton rows={8} />}
    >
      <Prompts page={page} />
    </ProjectFrame>
  );
}

async function Prompts({ page }: { page: ProjectPage }) {
  const { filter, base, search, tz, chosen, now } = page;
  const path = `${base}/prompts`;
  if (filter.cohort)
    return <CohortChosen what="prompt version" path={path} search={search} kind={filter.cohort.kind} />;
  const threshold = thresholdOf(search);
  const days = PROBLEM_DAYS;
  const [versions, lives, problems] = await Promise.all([
    comparePromptVersions(filter, {
      promptTemplate: param(search, "against_template") ?? null,
      promptVersion: param(search, "against") ?? null,
    }),
    promptLives(filter),
    findProblems({ projectId: filter.projectId, threshold, now, tz, feature: chosen.feature, days }),
  ]);
  if (versions.length === 0) return <NothingInWindow page={page} path={path} />;
  return (
    <PromptView
      groups={promptGroups(versions, { lives, tz, threshold })}
      problems={problems}
      problemDays={days}
      threshold={threshold}
      base={base}
      search={search}
    />
  );
}
