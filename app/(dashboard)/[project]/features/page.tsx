import type { Metadata } from "next";
import { FeatureTable } from "#components/dashboard/feature-table";
import { features, overview } from "#lib/evaluate/metrics/index";
import { NothingInWindow } from "../../nothing-in-window.tsx";
import { ProjectFrame } from "../../project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";

export const metadata: Metadata = { title: "Features" };

/** What the project's AI does, and how well each of it is liked. */
export default async function FeaturesPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame page={page} title="Features" note="Each feature leads to an overview of its own.">
      <Features page={page} />
    </ProjectFrame>
  );
}

async function Features({ page }: { page: ProjectPage }) {
  const { filter, base, tz, search } = page;
  const [rows, all] = await Promise.all([features(filter), overview(filter)]);
  if (rows.length === 0) return <NothingInWindow page={page} path={`${base}/features`} />;
  return <FeatureTable rows={rows} baseline={all.current.positive} base={base} tz={tz} search={search} />;
}
