import type { Metadata } from "next";
import { KeyList } from "#components/dashboard/key-list";
import { ProjectsCard } from "#components/dashboard/projects-card";
import { SampleCard } from "#components/dashboard/sample-card";
import { PageHeader } from "#components/ui/page-header";
import { Stack } from "#components/ui/stack";
import { listKeys } from "#lib/platform/access/key-list";
import { pageAccess } from "#lib/platform/access/page-access";
import { can } from "#lib/platform/access/permissions";
import { readerZone } from "../../read-page.ts";

export const metadata: Metadata = { title: "Settings" };

/** The project's keys, the sample project, and further projects. */
export default async function SettingsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project, projects, role } = await pageAccess((await params).project);
  const [keys, tz] = await Promise.all([listKeys(project.projectId), readerZone()]);
  const sample = projects.find(({ isSample }) => isSample);
  const mayManage = can(role, "manage_project");
  return (
    <>
      <PageHeader title="Settings" note={`${project.name} · you are its ${role}`} />
      <Stack>
        <KeyList projectId={project.projectId} keys={keys} tz={tz} mayManage={can(role, "manage_keys")} />
        <SampleCard sampleSlug={sample?.slug ?? null} here={project.slug} mayManage={mayManage} />
        <ProjectsCard projects={projects} here={project.slug} mayManage={mayManage} />
      </Stack>
    </>
  );
}
