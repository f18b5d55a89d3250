import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { compareTexts } from "#app/(dashboard)/within-budget.ts";
import { CorrectionTiles } from "#components/dashboard/corrections/correction-tiles.tsx";
import { CorrectionTrend } from "#components/dashboard/corrections/correction-trend.tsx";
import {
  type ComparedCorrection,
  CorrectionsCard,
} from "#components/dashboard/corrections/corrections-card.tsx";
import { EditKindsCard } from "#components/dashboard/corrections/edit-kinds-card.tsx";
import { PassagesCard } from "#components/dashboard/corrections/passages-card.tsx";
import { ChartsSkeleton } from "#components/dashboard/shell/charts-skeleton.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { answerWindow, editKinds, trends, wholeSummary } from "#lib/evaluate/metrics/index.ts";
import { markedPassages } from "#lib/observe/annotations/index.ts";
import { type CorrectionItem, newestCorrections } from "#lib/observe/feedback/index.ts";

export const metadata: Metadata = { title: "Corrections" };

/** How many corrections, and how many passages, the page shows. */
const SHOWN = { corrections: 8, passages: 8 };

/** What users make of the drafts that they are given. */
export default async function CorrectionsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      by={[]}
      title="Corrections"
      note="What users changed in answers before using them, and which passages they highlighted."
      skeleton={<ChartsSkeleton />}
    >
      <Figures page={page} />
    </ProjectFrame>
  );
}

/** The corrections with their differences. */
const compareAll = (items: readonly CorrectionItem[]): Promise<ComparedCorrection[]> =>
  Promise.all(
    items.map(async (item) => ({
      ...item,
      difference: await compareTexts({ before: item.before, after: item.after, whole: false }),
    })),
  );

async function Figures({ page }: { page: ProjectPage }) {
  const { filter, reference, base, tz, search, unit } = page;
  const window = answerWindow(filter);
  const [current, before, [series], kinds, newest, passages] = await Promise.all([
    wholeSummary(filter),
    reference && wholeSummary(reference.filter),
    trends(filter, { unit }),
    editKinds(filter),
    newestCorrections(filter.projectId, { ...window, limit: SHOWN.corrections }).then(compareAll),
    markedPassages(filter.projectId, { ...window, limit: SHOWN.passages }),
  ]);
  if (current.interactions === 0) return <NothingInWindow page={page} path={`${base}/corrections`} />;
  const place = { base, search };
  return (
    <Stack>
      <CorrectionTiles {...{ current, before, ...place }} reference={reference?.kind ?? "previous"} />
      <CorrectionTrend points={series?.points ?? []} unit={unit} tz={tz} {...place} />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <EditKindsCard rows={kinds} measured={current.measured} />
        <PassagesCard passages={passages} base={base} />
      </div>
      <CorrectionsCard items={newest} count={current.corrections} tz={tz} {...place} />
    </Stack>
  );
}
