import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readRuleChoices } from "#app/(dashboard)/[project]/alerts/read-rule-choices.ts";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { draftOf } from "#components/dashboard/alerts/form/rule-draft.ts";
import { RuleForm } from "#components/dashboard/alerts/form/rule-form.tsx";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findRule } from "#lib/act/alerts/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { orNotFound } from "../rule-of-address.ts";

export const metadata: Metadata = { title: "Edit alert rule" };

interface EditAlertPageProps extends ProjectPageProps {
  params: Promise<{ project: string; rule: string }>;
}

/** Where an alert rule is changed. */
export default async function EditAlertPage(props: EditAlertPageProps) {
  const [{ access, base, tz }, { rule: segment }] = await Promise.all([readPage(props), props.params]);
  if (!can(access.role, "edit_prompts")) notFound();
  const { projectId } = access.project;
  const { ruleId, rule } = await orNotFound(segment, (ruleId) => findRule(projectId, ruleId));
  return (
    <>
      <BackLink href={`${base}/alerts/${ruleId}`}>{rule.name}</BackLink>
      <PageHeader title="Edit alert rule" />
      <RuleForm
        {...{ projectId, base, tz, ruleId, initial: draftOf(rule) }}
        {...(await readRuleChoices(projectId))}
      />
    </>
  );
}
