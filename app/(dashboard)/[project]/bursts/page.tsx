import type { Metadata } from "next";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { BurstsView } from "#components/dashboard/bursts/bursts-view.tsx";
import { listBursts, recordBurstsViewed } from "#lib/observe/bursts/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";

export const metadata: Metadata = { title: "Bursts" };

/** Many votes at once of one origin: what was seen, why it was flagged, and whether it counts. */
export default async function BurstsPage(props: ProjectPageProps) {
  const { access, base, tz, now } = await readPage(props);
  const { projectId } = access.project;
  const mayManage = can(access.role, "manage_project");
  const list = await listBursts(projectId);
  if (mayManage) await recordBurstsViewed(projectId, now);
  return <BurstsView {...{ projectId, list, base, tz, mayManage }} />;
}
