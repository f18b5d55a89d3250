import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ProjectPageProps } from "#app/(dashboard)/read-page.ts";
import { NewImprovementForm } from "#components/dashboard/impact/new-improvement-form.tsx";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listFilterValues } from "#lib/evaluate/metrics/index.ts";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { now } from "#lib/platform/clock.ts";

export const metadata: Metadata = { title: "New improvement" };

/** Writes down an improvement by hand. */
export default async function NewImprovementPage({ params }: ProjectPageProps) {
  const { project, role } = await pageAccess((await params).project);
  if (!can(role, "edit_prompts")) notFound();
  const { features } = await listFilterValues(project.projectId);
  return (
    <>
      <BackLink href={`/${project.slug}/impact`}>Impact</BackLink>
      <PageHeader title="New improvement" note="A draft: nobody is told before you publish it." />
      <NewImprovementForm
        url={`/api/projects/${project.projectId}/improvements`}
        path={`/${project.slug}/impact`}
        features={features}
        today={now().toISOString().slice(0, 10)}
      />
    </>
  );
}
