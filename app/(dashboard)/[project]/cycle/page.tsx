import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { LoopTiles } from "#components/dashboard/cycle/cycle-tiles.tsx";
import { FixesCard } from "#components/dashboard/cycle/fixes-card.tsx";
import { ProblemTimesCard } from "#components/dashboard/cycle/problem-times-card.tsx";
import { PromptChangesCard } from "#components/dashboard/cycle/prompt-changes-card.tsx";
import { TilesSkeleton } from "#components/dashboard/shell/tiles-skeleton.tsx";
import { Link } from "#components/ui/link.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { readProblemTimes } from "#lib/use-cases/problems/read-times.ts";
import { readLoop } from "#lib/use-cases/read-loop.ts";

export const metadata: Metadata = { title: "Improvement cycle" };

/** How fast feedback leads to better answers. */
export default async function CyclePage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      by={[]}
      title="Improvement cycle"
      note="How much feedback you get, how much of it is looked at and resolved, and how fast it leads to a new prompt version."
      skeleton={<TilesSkeleton tiles={7} />}
    >
      <Figures page={page} />
    </ProjectFrame>
  );
}

async function Figures({ page }: { page: ProjectPage }) {
  const { filter, reference, base, tz, search } = page;
  const [loop, before, times] = await Promise.all([
    readLoop(filter),
    reference && readLoop(reference.filter),
    readProblemTimes(filter),
  ]);
  if (loop.all.interactions === 0) return <NothingInWindow page={page} path={`${base}/cycle`} />;
  return (
    <Stack>
      <LoopTiles
        loop={loop}
        before={before}
        reference={reference?.kind ?? "previous"}
        base={base}
        search={search}
      />
      <p className="max-w-prose text-faint text-sm">
        Looked at: somebody opened the answer for more than two seconds, or marked it in the{" "}
        <Link href={`${base}/inbox`} className="underline hover:text-ink">
          inbox
        </Link>
        , after the thumbs down was given. Resolved: its item was resolved there after that. Both are of
        thumbs down on answers of this period; medians leave out what has not happened yet.
      </p>
      <ProblemTimesCard times={times} base={base} />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <FixesCard fixes={loop.fixes} tz={tz} />
        <PromptChangesCard months={loop.promptChanges} />
      </div>
    </Stack>
  );
}
