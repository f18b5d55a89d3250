import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import type { ComparisonRow } from "#components/dashboard/comparison/comparison-row.ts";
import { ModelView } from "#components/dashboard/comparison/model-view.tsx";
import { FeaturesCard } from "#components/dashboard/model-choice/features-card.tsx";
import { TableSkeleton } from "#components/dashboard/shell/table-skeleton.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { modelsInUse } from "#lib/act/models/index.ts";
import { PRODUCTION } from "#lib/act/prompts/index.ts";
import { formatDimension } from "#lib/domain/beyond.ts";
import { rate } from "#lib/domain/rate.ts";
import { listFilterValues } from "#lib/evaluate/metrics/index.ts";
import { type ComparedModel, compareModels } from "#lib/use-cases/compare-models.ts";
import { modelScores } from "#lib/use-cases/compare-scores.ts";

export const metadata: Metadata = { title: "Models" };

/** How models compare: what users think of their answers, and what those take. */
export default async function ModelsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      by={["model"]}
      title="Models"
      note="Each model compared with a reference model. If an interval includes zero, the difference may be due to chance."
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
  const [scores, { features }, inUse] = await Promise.all([
    modelScores(filter, models),
    listFilterValues(filter.projectId),
    modelsInUse(filter.projectId, PRODUCTION),
  ]);
  const chosen = features.filter((feature) => (filter.feature ?? feature) === feature);
  return (
    <ModelView rows={modelRows(models)} scores={scores} base={base} search={search}>
      {chosen.length > 0 && <FeaturesCard features={chosen} inUse={inUse} base={base} />}
    </ModelView>
  );
}

/** The comparison of the models. */
function modelRows(models: readonly ComparedModel[]): ComparisonRow[] {
  const against = models.find(({ isReference }) => isReference)?.positive ?? rate(0, 0);
  return models.map((row) => ({ ...row, key: row.modelName, name: formatDimension(row.modelName), against }));
}
