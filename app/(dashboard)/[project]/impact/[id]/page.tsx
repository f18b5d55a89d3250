import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ProjectPageProps, readerZone } from "#app/(dashboard)/read-page.ts";
import { ImprovementView } from "#components/dashboard/impact/improvement-view.tsx";
import { improvementParamsSchema } from "#lib/act/impact/index.ts";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { readImprovement } from "#lib/use-cases/impact/read-improvements.ts";
import "#whetstone/styles.css";

export const metadata: Metadata = { title: "Improvement" };

interface ImprovementPageProps extends ProjectPageProps {
  params: Promise<{ project: string; id: string }>;
}

/** One improvement: what users are told, whom it reaches, and what came of it. */
export default async function ImprovementPage({ params }: ImprovementPageProps) {
  const [{ project: slug, id }, tz] = await Promise.all([params, readerZone()]);
  const { project, role } = await pageAccess(slug);
  const asked = improvementParamsSchema.safeParse({ id });
  const read = asked.success ? await readImprovement(project.projectId, asked.data.id) : null;
  if (read === null) notFound();
  return (
    <ImprovementView
      {...read}
      base={`/${project.slug}`}
      url={`/api/projects/${project.projectId}/improvements/${id}`}
      tz={tz}
      mayEdit={can(role, "edit_prompts")}
    />
  );
}
