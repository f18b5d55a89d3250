import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { NewImprovementForm } from "#components/dashboard/impact/new-improvement-form.tsx";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listFilterValues } from "#lib/evaluate/metrics/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";

export const metadata: Metadata = { title: "New improvement" };

/** Writes down an improvement by hand. */
export default async function NewImprovementPage(props: ProjectPageProps) {
  const { access, base, now } = await readPage(props);
  if (!can(access.role, "edit_prompts")) notFound();
  const { projectId } = access.project;
  const { features } = await listFilterValues(projectId);
  return (
    <>
      <BackLink href={`${base}/impact`}>Impact</BackLink>
      <PageHeader title="New improvement" note="A draft: nobody is told before you publish it." />
      <NewImprovementForm
        url={`/api/projects/${projectId}/improvements`}
        path={`${base}/impact`}
        features={features}
        today={now.toISOString().slice(0, 10)}
      />
    </>
  );
}
