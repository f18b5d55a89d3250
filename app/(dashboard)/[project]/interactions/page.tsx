import type { Metadata } from "next";
import { awaitedNote } from "#components/dashboard/awaited-note";
import { InteractionList } from "#components/dashboard/interaction-list";
import { PageLinks } from "#components/dashboard/page-links";
import { Card } from "#components/ui/card";
import { categories } from "#lib/evaluate/metrics/index";
import { listAwaited } from "#lib/observe/ingest/index";
import { listInteractions } from "#lib/observe/interactions/index";
import { NothingInWindow } from "../../nothing-in-window.tsx";
import { ProjectFrame } from "../../project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";
import { listChoices, listFilter } from "./list-filter.ts";

export const metadata: Metadata = { title: "Interactions" };

/** Single answers, newest first. */
export default async function InteractionsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const [named, { counts }] = await Promise.all([
    categories({ ...page.filter, model: undefined }),
    listAwaited(page.access.project.projectId, { limit: 1 }),
  ]);
  const { choices, chosen } = listChoices(
    page,
    named.map(({ category }) => category),
  );
  return (
    <ProjectFrame
      page={page}
      title="Interactions"
      note={awaitedNote(counts, `${page.base}/awaited`)}
      chosen={chosen}
      more={choices}
    >
      <List page={page} chosen={{ ...page.chosen, ...chosen }} />
    </ProjectFrame>
  );
}

async function List({ page, chosen }: { page: ProjectPage; chosen: ProjectPage["chosen"] }) {
  const { access, base, tz, search } = page;
  const { data, nextCursor } = await listInteractions(access.project.projectId, listFilter(page));
  const path = `${base}/interactions`;
  if (data.length === 0 && !search.cursor) return <NothingInWindow page={page} path={path} chosen={chosen} />;
  return (
    <>
      <Card flush>
        <InteractionList items={data} base={base} tz={tz} />
      </Card>
      <PageLinks path={path} search={search} nextCursor={nextCursor} />
    </>
  );
}
