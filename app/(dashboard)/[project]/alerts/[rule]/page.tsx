import type { Metadata } from "next";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { AlertActions } from "#components/dashboard/alerts/alert-actions.tsx";
import { AlertRuleView } from "#components/dashboard/alerts/alert-view.tsx";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/platform/auth/permissions.ts";
import { readAlertRule } from "#lib/use-cases/alerts/read-alerts.ts";
import { orNotFound } from "./rule-of-address.ts";

export const metadata: Metadata = { title: "Alert rule" };

interface AlertRulePageProps extends ProjectPageProps {
  params: Promise<{ project: string; rule: string }>;
}

/** One alert rule: what it sees, when it fired, and what happened to it. */
export default async function AlertRulePage(props: AlertRulePageProps) {
  const [{ access, base, tz, now }, { rule: segment }] = await Promise.all([readPage(props), props.params]);
  const { projectId } = access.project;
  const rule = await orNotFound(segment, (ruleId) => readAlertRule(projectId, ruleId, now));
  return (
    <>
      <BackLink href={`${base}/alerts`}>Alerts</BackLink>
      <PageHeader
        title={rule.rule.name}
        note={`${rule.words}.`}
        actions={
          can(access.role, "edit_prompts") && (
            <AlertActions
              url={`/api/projects/${projectId}/alert-rules/${rule.ruleId}`}
              {...{ base, ruleId: rule.ruleId, enabled: rule.enabled }}
            />
          )
        }
      />
      <AlertRuleView {...{ rule, base, tz }} />
    </>
  );
}
