import type { Metadata } from "next";
import { readerZone } from "#app/(dashboard)/read-page.ts";
import { ScoresSetting } from "#components/dashboard/scores/scores-setting.tsx";
import { CategoriesSetting } from "#components/dashboard/settings/categories-setting.tsx";
import { KeyList } from "#components/dashboard/settings/key-list.tsx";
import { NumberSettingsCard } from "#components/dashboard/settings/number-settings-card.tsx";
import { ProjectCard } from "#components/dashboard/settings/project-card.tsx";
import { ProjectsCard } from "#components/dashboard/settings/projects-card.tsx";
import { SampleCard } from "#components/dashboard/settings/sample-card.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { decidedCategories, offeredCategories } from "#lib/observe/categories/index.ts";
import { listScores } from "#lib/observe/scores/index.ts";
import { listKeys } from "#lib/platform/api-keys/key-list.ts";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { numberSettings, readSettings } from "#lib/platform/projects/number-settings.ts";

export const metadata: Metadata = { title: "Settings" };

/** The project's keys, how much may be sent with them and by how many, how small a cohort may be, the sample project, and further projects. */
export default async function SettingsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project, projects, role } = await pageAccess((await params).project);
  const { projectId } = project;
  const [keys, settings, scores, decided, offer, tz] = await Promise.all([
    listKeys(projectId),
    readSettings(projectId),
    listScores(projectId),
    decidedCategories(projectId),
    offeredCategories(projectId),
    readerZone(),
  ]);
  const sample = projects.find(({ isSample }) => isSample);
  const mayManage = can(role, "manage_project");
  const mayManageKeys = can(role, "manage_keys");
  return (
    <>
      <PageHeader
        title="Settings"
        note={`${project.name} · Your role: ${role}`}
        actions={<ButtonLink href="/docs/widgets">Embedding guide</ButtonLink>}
      />
      <Stack>
        <KeyList projectId={projectId} keys={keys} tz={tz} mayManage={mayManageKeys} />
        {(["write_limit", "quotas", "voter_limits", "cohort_minimum"] as const).map((group) => (
          <NumberSettingsCard
            key={group}
            projectId={projectId}
            group={group}
            values={settings[group]}
            bounds={numberSettings[group]}
            mayManage={group === "cohort_minimum" ? mayManage : mayManageKeys}
          />
        ))}
        <CategoriesSetting projectId={projectId} decided={decided} offer={offer} mayManage={mayManage} />
        <ScoresSetting projectId={projectId} scores={scores} mayManage={mayManage} />
        <SampleCard sampleSlug={sample?.slug ?? null} here={project.slug} mayManage={mayManage} />
        <ProjectCard project={project} mayManage={mayManage} />
        <ProjectsCard projects={projects} here={project.slug} mayManage={mayManage} />
      </Stack>
    </>
  );
}
