import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { nameOfAddress } from "#app/(dashboard)/name-of-address.ts";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { ChoiceView } from "#components/dashboard/model-choice/choice-view.tsx";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { linkWithFilters } from "#components/dashboard/url/link-with-filters.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/platform/auth/permissions.ts";
import { readModelChoice } from "./read-model-choice.ts";

interface ModelChoicePageProps extends ProjectPageProps {
  params: Promise<{ project: string; feature: string }>;
}

/** The title names the feature. */
export async function generateMetadata({ params }: ModelChoicePageProps): Promise<Metadata> {
  return { title: `Model choice: ${nameOfAddress((await params).feature) ?? "feature"}` };
}

/** Which model a feature should use, and which one it uses. */
export default async function ModelChoicePage(props: ModelChoicePageProps) {
  const [page, { feature: segment }] = await Promise.all([readPage(props), props.params]);
  const { base, search, tz, now, access } = page;
  const { projectId } = access.project;
  const feature = nameOfAddress(segment);
  const choice = feature === null ? null : await readModelChoice({ projectId, feature, tz }, now);
  if (feature === null || !choice) notFound();
  return (
    <>
      <BackLink href={linkWithFilters(`${base}/models`, search)}>Models</BackLink>
      <PageHeader
        title={`Model choice: ${feature}`}
        note="Which model this feature should use, from ratings, corrections, cost and latency together."
      />
      <ChoiceView
        {...choice}
        {...{ base, tz }}
        url={`/api/projects/${projectId}/models/${encodeURIComponent(feature)}`}
        mayMove={can(access.role, "edit_prompts")}
        mayAllow={can(access.role, "manage_project")}
      />
    </>
  );
}
