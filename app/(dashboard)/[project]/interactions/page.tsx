import type { Metadata } from "next";
import { Suspense } from "react";
import { awaitedNote } from "#components/dashboard/awaited-note";
import { InteractionKeys } from "#components/dashboard/interaction-keys";
import { SavedViews } from "#components/dashboard/saved-views";
import { SearchBox } from "#components/dashboard/search-box";
import { ListSkeleton } from "#components/dashboard/skeletons/list-skeleton";
import { WhoseMenu } from "#components/dashboard/whose-menu";
import { categories } from "#lib/evaluate/metrics/index";
import { listAwaited } from "#lib/observe/ingest/index";
import { listViews } from "#lib/observe/saved-views/index";
import { can } from "#lib/platform/access/permissions";
import { listQuery } from "../../../../components/dashboard/list-address.ts";
import { ProjectFrame } from "../../project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";
import { FoundList } from "./found-list.tsx";
import { listChoices } from "./list-choices.ts";
import { listChosen } from "./list-filter.ts";

export const metadata: Metadata = { title: "Interactions" };

/** Single answers, newest first: searched, narrowed down, and gone through by keyboard. */
export default async function InteractionsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const [named, { counts }] = await Promise.all([
    categories({ ...page.filter, model: undefined }),
    listAwaited(page.access.project.projectId, { limit: 1 }),
  ]);
  const { q, session, user, ...chosen } = listChosen(page);
  return (
    <ProjectFrame
      page={page}
      title="Interactions"
      note={awaitedNote(counts, `${page.base}/awaited`)}
      chosen={chosen}
      more={listChoices(named.map(({ category }) => category))}
      skeleton={<ListSkeleton />}
    >
      <Tools page={page} />
      <Suspense fallback={<ListSkeleton />}>
        <FoundList page={page} />
      </Suspense>
    </ProjectFrame>
  );
}

async function Tools({ page }: { page: ProjectPage }) {
  const { access, base, search } = page;
  const { projectId } = access.project;
  const { q = "", session, user } = listChosen(page);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SearchBox asked={q} />
      <WhoseMenu projectId={projectId} session={session} user={user} />
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
