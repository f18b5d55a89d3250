import type { Metadata } from "next";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { AlertList } from "#components/dashboard/alerts/alert-list.tsx";
import { ProblemTabs } from "#components/dashboard/problems/problem-tabs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/platform/auth/permissions.ts";
import { readAlerts } from "#lib/use-cases/alerts/read-alerts.ts";

export const metadata: Metadata = { title: "Alerts" };

/** The alert rules of a project, and where they stand. */
export default async function AlertsPage(props: ProjectPageProps) {
  const { access, base, tz, now } = await readPage(props);
  return (
    <>
      <PageHeader
        title="Alerts"
        note="Rules that tell you by themselves when something gets worse, and when it is over. Channels are set up under Notifications."
        actions={
          <>
            <ProblemTabs base={base} here="/alerts" />
            {can(access.role, "edit_prompts") && (
              <ButtonLink href={`${base}/new-alert`} tone="primary">
                New rule
              </ButtonLink>
            )}
          </>
        }
      />
      <AlertList rules={await readAlerts(access.project.projectId, now)} base={base} tz={tz} />
    </>
  );
}
