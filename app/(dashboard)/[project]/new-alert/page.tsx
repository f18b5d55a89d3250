import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { emptyRule } from "#components/dashboard/alerts/form/rule-draft.ts";
import { RuleForm } from "#components/dashboard/alerts/form/rule-form.tsx";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/platform/auth/permissions.ts";
import { readRuleChoices } from "../alerts/read-rule-choices.ts";

export const metadata: Metadata = { title: "New alert rule" };

/** Where an alert rule is made. */
export default async function NewAlertPage(props: ProjectPageProps) {
  const { access, base, tz } = await readPage(props);
  if (!can(access.role, "edit_prompts")) notFound();
  const { projectId } = access.project;
  return (
    <>
      <BackLink href={`${base}/alerts`}>Alerts</BackLink>
      <PageHeader title="New alert rule" note="The preview shows when it would have fired." />
      <RuleForm
        {...{ projectId, base, tz, initial: emptyRule, ruleId: null }}
        {...(await readRuleChoices(projectId))}
      />
    </>
  );
}
