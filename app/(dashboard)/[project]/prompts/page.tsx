import type { Metadata } from "next";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import type { ProjectPage, ProjectPageProps } from "#app/(dashboard)/read-page.ts";
import { PromptList } from "#components/dashboard/prompts/prompt-list.tsx";
import { promptRows } from "#components/dashboard/prompts/prompt-rows.ts";
import { TableSkeleton } from "#components/dashboard/shell/table-skeleton.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { linkWithFilters } from "#components/dashboard/url/link-with-filters.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { newestMoves } from "#lib/act/prompts/index.ts";
import { loggedPrompts, promptVersions } from "#lib/evaluate/metrics/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { listAllPrompts } from "#lib/use-cases/prompts/list-prompts.ts";
import { readPromptsPage } from "./read-prompts-page.ts";

export const metadata: Metadata = { title: "Prompts" };

/** The prompts of a project, those that only interactions name among them. */
export default async function PromptsPage(props: ProjectPageProps) {
  const page = await readPromptsPage(props);
  const list = <Prompts page={page} />;
  return (
    <ProjectFrame
      page={page}
      compares={false}
      title="Prompts"
      note="Prompts in versions. Your product reads the version with the production label, and ratings show how good it is."
      actions={
        <>
          <ButtonLink href={linkWithFilters(`${page.base}/prompt-versions`, page.search)}>
            Compare versions
          </ButtonLink>
          {can(page.access.role, "edit_prompts") && (
            <ButtonLink href={`${page.base}/new-prompt`} tone="primary">
              New prompt
            </ButtonLink>
          )}
        </>
      }
      beforeEvents={list}
      skeleton={<TableSkeleton rows={8} />}
    >
      {list}
    </ProjectFrame>
  );
}

async function Prompts({ page }: { page: ProjectPage }) {
  const { access, base, filter, search, tz } = page;
  const asked = param(search, "q") ?? "";
  const [prompts, logged, moves, metrics] = await Promise.all([
    listAllPrompts(filter.projectId),
    loggedPrompts(filter.projectId),
    newestMoves(filter.projectId),
    promptVersions(filter, { histograms: [] }),
  ]);
  return (
    <PromptList
      rows={promptRows({ prompts, logged, moves, metrics }, asked)}
      total={prompts.length}
      mayEdit={can(access.role, "edit_prompts")}
      {...{ asked, tz, base, search }}
    />
  );
}
