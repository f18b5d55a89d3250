import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { nameOfAddress } from "#app/(dashboard)/name-of-address.ts";
import { draftOfContent } from "#components/dashboard/prompts/editor/editor-draft.ts";
import { PromptEditor } from "#components/dashboard/prompts/editor/prompt-editor.tsx";
import { promptPath } from "#components/dashboard/prompts/prompt-link.ts";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { param, type SearchParams } from "#components/dashboard/url/address.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readOverview, readVersions } from "#lib/act/prompts/index.ts";
import { newestVersion } from "#lib/domain/prompt-version-name.ts";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";

export const metadata: Metadata = { title: "New version" };

interface EditPageProps {
  params: Promise<{ project: string; template: string }>;
  searchParams: Promise<SearchParams>;
}

/** Writes a prompt's next version, from the text of the newest or of the one that is asked for. */
export default async function EditPromptPage({ params, searchParams }: EditPageProps) {
  const [{ project: slug, template: segment }, search] = await Promise.all([params, searchParams]);
  const { project, role } = await pageAccess(slug);
  const template = nameOfAddress(segment);
  if (template === null || !can(role, "edit_prompts")) notFound();
  const overview = await readOverview(project.projectId, template);
  const parent = newestVersion(overview?.versions ?? [])?.version;
  if (!overview || overview.prompt.archivedAt || !parent) notFound();
  const asked = param(search, "version");
  const from = overview.versions.some(({ version }) => version === asked) && asked ? asked : parent;
  const [version] = await readVersions(project.projectId, template, [from]);
  if (!version) notFound();
  const base = `/${project.slug}`;
  return (
    <>
      <BackLink href={promptPath(base, template)}>Prompt</BackLink>
      <PageHeader
        title={`New version of ${template}`}
        note={from === parent ? `Follows ${parent}.` : `Follows ${parent}, with the text of ${from}.`}
      />
      <PromptEditor
        task={{ do: "version", template, parent }}
        url={`/api/projects/${project.projectId}/prompts`}
        base={base}
        draft={draftOfContent(version)}
        handed={param(search, "draft") === "report"}
      />
    </>
  );
}
