import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { param } from "#components/dashboard/address.ts";
import { ModelView } from "#components/dashboard/model-view.tsx";
import { TableSkeleton } from "#components/dashboard/skeletons/table-skeleton.tsx";
import { compareModels } from "#lib/loop/compare-models.ts";
import { modelScores } from "#lib/loop/compare-scores.ts";
import { modelRows } from "./model-rows.ts";

export const metadata: Metadata = { title: "Models" };

/** How models compare: what users think of their answers, and what those take. */
export default async function ModelsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      by={["model"]}
      title="Models"
      note="Each model against one of them. Where an interval holds zero, the difference may be chance."
      skeleton={<TableSkeleton rows={6} />}
    >
      <Models page={page} />
    </ProjectFrame>
  );
}

async function Models({ page }: { page: ProjectPage }) {
  const { filter, base, search } = page;
  const path = `${base}/models`;
  const models = await compareModels(filter, param(search, "against"));
  if (models.length === 0) return <NothingInWindow page={page} path={path} />;
  const scores = await modelScores(filter, models);
  return <ModelView rows={modelRows(models)} scores={scores} base={base} search={search} />;
}
