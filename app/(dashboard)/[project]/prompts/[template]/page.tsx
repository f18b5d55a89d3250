import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { nameOfAddress } from "#app/(dashboard)/name-of-address.ts";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import type { ProjectPage, ProjectPageProps } from "#app/(dashboard)/read-page.ts";
import { PromptActions } from "#components/dashboard/prompts/prompt-actions.tsx";
import { PromptView } from "#components/dashboard/prompts/prompt-view.tsx";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { TableSkeleton } from "#components/dashboard/shell/table-skeleton.tsx";
import { linkWithFilters } from "#components/dashboard/url/link-with-filters.ts";
import type { Role } from "#lib/domain/role.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { readPromptsPage } from "../read-prompts-page.ts";
import { type FoundPrompt, findPrompt, readPrompt } from "./read-prompt.ts";

interface PromptPageProps extends ProjectPageProps {
  params: Promise<{ project: string; template: string }>;
}

/** The name of the prompt is the title of its page. */
export async function generateMetadata({ params }: PromptPageProps): Promise<Metadata> {
  return { title: nameOfAddress((await params).template) ?? "Prompt" };
}

/** One prompt: its labels, its versions with their quality, the text of one, and who moved what. */
export default async function PromptPage(props: PromptPageProps) {
  const page = await readPromptsPage(props);
  const template = nameOfAddress((await props.params).template);
  const found = template === null ? null : await findPrompt(page.filter.projectId, template);
  if (!found) notFound();
  const view = <Prompt page={page} found={found} />;
  return (
    <>
      <BackLink href={linkWithFilters(`${page.base}/prompts`, page.search)}>Prompts</BackLink>
      <ProjectFrame
        page={page}
        compares={false}
        title={found.template}
        note={noteOf(found)}
        actions={
          can(page.access.role, "edit_prompts") && (
            <PromptActions
              template={found.template}
              url={routesOf(page, found.template)}
              base={page.base}
              state={stateOf(found)}
            />
          )
        }
        beforeEvents={view}
        skeleton={<TableSkeleton rows={6} />}
      >
        {view}
      </ProjectFrame>
    </>
  );
}

const routesOf = ({ filter }: ProjectPage, template: string): string =>
  `/api/projects/${filter.projectId}/prompts/${encodeURIComponent(template)}`;

function noteOf({ prompt }: FoundPrompt): string {
  if (!prompt) return "Logged only: interactions name this prompt, and its text is not here.";
  const kind = prompt.kind === "chat" ? "Chat prompt" : "Text prompt";
  return prompt.archivedAt ? `${kind}, archived: it is served as before, and cannot be changed.` : kind;
}

const stateOf = ({ prompt }: FoundPrompt): "logged" | "active" | "archived" => {
  if (!prompt) return "logged";
  return prompt.archivedAt ? "archived" : "active";
};

/** What a member may do with the labels of a prompt. */
function rightsOf(role: Role, found: FoundPrompt): "none" | "move" | "protect" {
  if (!can(role, "edit_prompts") || stateOf(found) !== "active") return "none";
  return can(role, "manage_project") ? "protect" : "move";
}

async function Prompt({ page, found }: { page: ProjectPage; found: FoundPrompt }) {
  const { base, search, tz, access } = page;
  const { template, labels, moves, managed, line } = found;
  const shown = await readPrompt(page, found);
  return (
    <PromptView
      {...{ template, labels, moves, managed, base, search, tz }}
      {...shown}
      rights={rightsOf(access.role, found)}
      url={routesOf(page, template)}
      isManaged={found.prompt !== null}
      total={line.length}
    />
  );
}
