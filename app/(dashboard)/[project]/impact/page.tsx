import type { Metadata } from "next";
import { type ProjectPageProps, readerZone } from "#app/(dashboard)/read-page.ts";
import { ImprovementList } from "#components/dashboard/impact/improvement-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { listWithOutcomes } from "#lib/use-cases/impact/read-improvements.ts";

export const metadata: Metadata = { title: "Impact" };

/** What was improved, and who of those who complained was told. */
export default async function ImpactPage({ params }: ProjectPageProps) {
  const [{ project: slug }, tz] = await Promise.all([params, readerZone()]);
  const { project, role } = await pageAccess(slug);
  const mayEdit = can(role, "edit_prompts");
  const base = `/${project.slug}`;
  return (
    <>
      <PageHeader
        title="Impact"
        note="People who complained are told once, in your product, that it is better; with a number only where the data show one."
        actions={
          mayEdit && (
            <ButtonLink href={`${base}/impact/new`} tone="primary">
              New improvement
            </ButtonLink>
          )
        }
      />
      <ImprovementList rows={await listWithOutcomes(project.projectId)} {...{ base, tz, mayEdit }} />
    </>
  );
}
