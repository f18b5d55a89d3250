import type { Metadata } from "next";
import { type ProjectPageProps, readerZone } from "#app/(dashboard)/read-page.ts";
import { PendingView } from "#components/dashboard/pending/pending-view.tsx";
import { param, type SearchParams } from "#components/dashboard/url/address.ts";
import { listPending } from "#lib/observe/ingest/index.ts";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { cursorSchema } from "#lib/platform/list-cursor.ts";

/** How many events a page of the list has. */
const PAGE_LENGTH = 50;

/** The pending events that the address asks for; invalid parameters are ignored. */
const pendingQuery = (search: SearchParams) => ({
  state: param(search, "state") === "orphaned" ? ("orphaned" as const) : ("waiting" as const),
  cursor: cursorSchema.safeParse(param(search, "cursor")).data,
  limit: PAGE_LENGTH,
});

export const metadata: Metadata = { title: "Pending feedback" };

/** Events that arrived before the interaction they belong to. */
export default async function PendingPage({ params, searchParams }: ProjectPageProps) {
  const [{ project: slug }, search, tz] = await Promise.all([params, searchParams, readerZone()]);
  const { project, role } = await pageAccess(slug);
  const query = pendingQuery(search);
  const page = await listPending(project.projectId, { ...query, excerpts: true });
  return (
    <PendingView
      page={page}
      state={query.state}
      base={`/${project.slug}`}
      search={search}
      tz={tz}
      // Members who may delete the project may delete its pending events.
      deletesAt={
        can(role, "manage_project")
          ? `/api/projects/${project.projectId}/waiting-events?state=${query.state}`
          : null
      }
    />
  );
}
