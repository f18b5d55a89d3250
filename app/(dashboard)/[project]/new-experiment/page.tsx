import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { emptyDraft } from "#components/dashboard/experiments/form/experiment-draft.ts";
import { ExperimentForm } from "#components/dashboard/experiments/form/experiment-form.tsx";
import { betterScores } from "#components/dashboard/experiments/form/metric-choices.ts";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listScores } from "#lib/observe/scores/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { readSuggestions } from "../experiments/read-suggestions.ts";

export const metadata: Metadata = { title: "New experiment" };

/** Where an experiment is written down before it starts. */
export default async function NewExperimentPage(props: ProjectPageProps) {
  const { access, base } = await readPage(props);
  if (!can(access.role, "edit_prompts")) notFound();
  const { projectId } = access.project;
  const scores = await listScores(projectId);
  return (
    <>
      <BackLink href={`${base}/experiments`}>Experiments</BackLink>
      <PageHeader
        title="New experiment"
        note="It begins as a draft. Nothing changes for your users until you start it."
      />
      <ExperimentForm
        projectId={projectId}
        base={base}
        initial={{ ...emptyDraft, better: betterScores(scores) }}
        exists={false}
        suggestions={await readSuggestions(projectId, scores)}
      />
    </>
  );
}
