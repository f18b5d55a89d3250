import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readSuggestions } from "#app/(dashboard)/[project]/experiments/read-suggestions.ts";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { draftOf } from "#components/dashboard/experiments/form/experiment-draft.ts";
import { ExperimentForm } from "#components/dashboard/experiments/form/experiment-form.tsx";
import { betterScores } from "#components/dashboard/experiments/form/metric-choices.ts";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listScores } from "#lib/observe/scores/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { experimentOfAddress } from "../read-experiment-page.ts";

export const metadata: Metadata = { title: "Edit experiment" };

interface EditExperimentPageProps extends ProjectPageProps {
  params: Promise<{ project: string; experiment: string }>;
}

/** A draft, before it starts; nothing else can be edited here. */
export default async function EditExperimentPage(props: EditExperimentPageProps) {
  const [{ access, base }, { experiment: segment }] = await Promise.all([readPage(props), props.params]);
  const { projectId } = access.project;
  const experiment = await experimentOfAddress(projectId, segment);
  if (experiment.state !== "draft" || !can(access.role, "edit_prompts")) notFound();
  const scores = await listScores(projectId);
  const draft = draftOf(experiment);
  return (
    <>
      <BackLink href={`${base}/experiments/${encodeURIComponent(draft.name)}`}>{draft.name}</BackLink>
      <PageHeader title="Edit experiment" />
      <ExperimentForm
        projectId={projectId}
        base={base}
        initial={{ ...draft, better: { ...betterScores(scores), ...draft.better } }}
        exists
        suggestions={await readSuggestions(projectId, scores)}
      />
    </>
  );
}
