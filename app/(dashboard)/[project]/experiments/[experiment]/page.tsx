import type { Metadata } from "next";
import { LiveMark } from "#app/(dashboard)/live-mark.tsx";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { ExperimentView } from "#components/dashboard/experiments/experiment-view.tsx";
import { can } from "#lib/platform/auth/permissions.ts";
import { readExperimentPage } from "./read-experiment-page.ts";

interface ExperimentPageProps extends ProjectPageProps {
  params: Promise<{ project: string; experiment: string }>;
}

/** The title names the experiment. */
export async function generateMetadata({ params }: ExperimentPageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).experiment) };
}

/** One experiment: what it says so far, whether that can be trusted, and what to do next. */
export default async function ExperimentPage(props: ExperimentPageProps) {
  const [{ access, tz, now }, { experiment: segment }] = await Promise.all([readPage(props), props.params]);
  const { projectId, slug } = access.project;
  return (
    <ExperimentView
      {...(await readExperimentPage(projectId, segment, { tz, now }))}
      project={{ projectId, slug }}
      mayEdit={can(access.role, "edit_prompts")}
      now={now}
      tz={tz}
      live={<LiveMark projectId={projectId} tz={tz} />}
    />
  );
}
