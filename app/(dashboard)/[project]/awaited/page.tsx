import type { Metadata } from "next";
import { type ProjectPageProps, readerZone } from "#app/(dashboard)/read-page.ts";
import { AwaitedView } from "#components/dashboard/awaited-view.tsx";
import { listAwaited } from "#lib/observe/ingest/index.ts";
import { pageAccess } from "#lib/platform/access/page-access.ts";
import { can } from "#lib/platform/access/permissions.ts";
import { awaitedQuery } from "./awaited-query.ts";

export const metadata: Metadata = { title: "Waiting for their interaction" };

/** Events that came before the interaction they belong to. */
export default async function AwaitedPage({ params, searchParams }: ProjectPageProps) {
  const [{ project: slug }, search, tz] = await Promise.all([params, searchParams, readerZone()]);
  const { project, role } = await pageAccess(slug);
  const query = awaitedQuery(search);
  const page = await listAwaited(project.projectId, { ...query, excerpts: true });
  return (
    <AwaitedView
      page={page}
      state={query.state}
      base={`/${project.slug}`}
      search={search}
      tz={tz}
      // Whoever may delete the project may delete what waits in it.
      deletesAt={
        can(role, "manage_project")
          ? `/api/projects/${project.projectId}/waiting-events?state=${query.state}`
          : null
      }
    />
  );
}
