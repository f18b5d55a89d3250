import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ProjectPageProps } from "#app/(dashboard)/read-page.ts";
import { emptyDraft } from "#components/dashboard/prompts/editor/editor-draft.ts";
import { PromptEditor } from "#components/dashboard/prompts/editor/prompt-editor.tsx";
import { promptPath } from "#components/dashboard/prompts/prompt-link.ts";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";

export const metadata: Metadata = { title: "New prompt" };

/** Writes a prompt's first version, perhaps under a name that interactions have already. */
export default async function NewPromptPage({ params, searchParams }: ProjectPageProps) {
  const [{ project: slug }, search] = await Promise.all([params, searchParams]);
  const { project, role } = await pageAccess(slug);
  if (!can(role, "edit_prompts")) notFound();
  const base = `/${project.slug}`;
  const template = param(search, "template") ?? "";
  return (
    <>
      <BackLink href={template ? promptPath(base, template) : `${base}/prompts`}>
        {template ? "Prompt" : "Prompts"}
      </BackLink>
      <PageHeader
        title="New prompt"
        note={
          template
            ? "Its number follows those of the versions that interactions name already."
            : "Nothing is published until you give a version a label."
        }
      />
      <PromptEditor
        task={{ do: "create", template }}
        url={`/api/projects/${project.projectId}/prompts`}
        base={base}
        draft={emptyDraft}
        handed={param(search, "draft") === "report"}
      />
    </>
  );
}
