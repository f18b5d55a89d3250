import type { Metadata } from "next";
import { ModelTables } from "#components/dashboard/model-tables";
import { modelSummaries, models, overview } from "#lib/evaluate/metrics/index";
import { NothingInWindow } from "../../nothing-in-window.tsx";
import { ProjectFrame } from "../../project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";

export const metadata: Metadata = { title: "Models" };

/** How models and prompt versions compare. */
export default async function ModelsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      title="Models"
      note="Each rate with its 95 % interval, against the rate of all of them (dashed). Where intervals overlap much, the order may be chance."
    >
      <Comparison page={page} />
    </ProjectFrame>
  );
}

async function Comparison({ page }: { page: ProjectPage }) {
  const { filter, base } = page;
  const [byModel, byPrompt, all] = await Promise.all([
    modelSummaries(filter),
    models(filter),
    overview(filter),
  ]);
  if (byModel.length === 0) return <NothingInWindow page={page} path={`${base}/models`} />;
  return <ModelTables byModel={byModel} byPrompt={byPrompt} baseline={all.current.positive} />;
}
