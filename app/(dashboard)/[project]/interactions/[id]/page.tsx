import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InteractionView } from "#components/dashboard/interaction-view";
import { idSchema } from "#lib/domain/fields";
import { getInteraction } from "#lib/observe/interactions/index";
import { pageAccess } from "#lib/platform/access/page-access";
import { readerZone } from "../../../read-page.ts";

export const metadata: Metadata = { title: "Interaction" };

/** One answer with everything that was sent with it and said of it. */
export default async function InteractionPage({
  params,
}: {
  params: Promise<{ project: string; id: string }>;
}) {
  const { project: slug, id } = await params;
  const { project } = await pageAccess(slug);
  const asked = idSchema.safeParse(decodeURIComponent(id));
  const interaction = asked.success ? await getInteraction(project.projectId, asked.data) : null;
  if (!interaction) notFound();
  return <InteractionView interaction={interaction} base={`/${project.slug}`} tz={await readerZone()} />;
}
