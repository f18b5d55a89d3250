import type { Metadata } from "next";
import { Suspense } from "react";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { SavedViews } from "#components/dashboard/filters/saved-views.tsx";
import { SearchBox } from "#components/dashboard/filters/search-box.tsx";
import { UserSessionFilter } from "#components/dashboard/filters/user-session-filter.tsx";
import { InteractionKeys } from "#components/dashboard/interactions/interaction-keys.tsx";
import { pendingNote } from "#components/dashboard/pending/pending-note.tsx";
import { readScoreParam, type ScoreChoice, scoreParam } from "#components/dashboard/scores/score-choice.ts";
import { ListSkeleton } from "#components/dashboard/shell/list-skeleton.tsx";
import { listQuery } from "#components/dashboard/url/list-link.ts";
import { categories, type ScoreSums, scoreSums } from "#lib/evaluate/metrics/index.ts";
import { listPending } from "#lib/observe/ingest/index.ts";
import { listViews } from "#lib/observe/saved-views/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { FoundList } from "./found-list.tsx";
import { listChoices } from "./list-choices.ts";
import { activeListFilters } from "./list-filter.ts";

export const metadata: Metadata = { title: "Interactions" };

/** Single answers, newest first: searched, narrowed down, and gone through by keyboard. */
export default async function InteractionsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const [named, scores, { counts }] = await Promise.all([
    categories({ ...page.filter, model: undefined }),
    scoreSums(page.filter),
    listPending(page.access.project.projectId, { limit: 1, excerpts: true }),
  ]);
  const { q, session, user, ...chosen } = activeListFilters(page);
  return (
    <ProjectFrame
      page={page}
      compares={false}
      title="Interactions"
      note={pendingNote(counts, `${page.base}/pending`)}
      chosen={chosen}
      more={listChoices(
        named.map(({ category }) => category),
        scoreChoices(scores, chosen.score),
      )}
      skeleton={<ListSkeleton />}
    >
      <Tools page={page} />
      <Suspense fallback={<ListSkeleton />}>
        <FoundList page={page} />
      </Suspense>
    </ProjectFrame>
  );
}

/** The scores of the window with each of their labels, and what the address asks for where it is none of them. */
function scoreChoices(scores: readonly ScoreSums[], asked: string | undefined): ScoreChoice[] {
  const offered = scores.flatMap(({ name, target, labels }): ScoreChoice[] => [
    { name, target },
    ...[...labels.keys()].map((label) => ({ name, target, label })),
  ]);
  const other = readScoreParam(asked);
  return other && !offered.some((choice) => scoreParam(choice) === asked) ? [...offered, other] : offered;
}

async function Tools({ page }: { page: ProjectPage }) {
  const { access, base, search } = page;
  const { projectId } = access.project;
  const { q = "", session, user } = activeListFilters(page);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SearchBox asked={q} of="interactions" placeholder='Search: late refund, "exact phrase", -excluded' />
      <UserSessionFilter projectId={projectId} session={session} user={user} />
      <SavedViews
        projectId={projectId}
        base={base}
        views={await listViews(projectId)}
        query={listQuery(search, { place: false })}
        mayEdit={can(access.role, "label")}
      />
      <InteractionKeys />
    </div>
  );
}
