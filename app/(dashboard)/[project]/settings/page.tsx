import type { Metadata } from "next";
import { CategoriesSetting } from "#components/dashboard/categories-setting";
import { KeyList } from "#components/dashboard/key-list";
import { ProjectCard } from "#components/dashboard/project-card";
import { ProjectsCard } from "#components/dashboard/projects-card";
import { QuotasCard } from "#components/dashboard/quotas-card";
import { SampleCard } from "#components/dashboard/sample-card";
import { ScoresSetting } from "#components/dashboard/scores/scores-setting";
import { SmallCohortsCard } from "#components/dashboard/small-cohorts-card";
import { VoterLimitsCard } from "#components/dashboard/voter-limits-card";
import { WriteLimitCard } from "#components/dashboard/write-limit-card";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { Stack } from "#components/ui/stack";
import { decidedCategories, offeredCategories } from "#lib/observe/categories/index";
import { listScores } from "#lib/observe/scores/index";
import { readCohortMinimum } from "#lib/platform/access/cohort-minimum";
import { listKeys } from "#lib/platform/access/key-list";
import { pageAccess } from "#lib/platform/access/page-access";
import { can } from "#lib/platform/access/permissions";
import { quotaBounds, readQuotas } from "#lib/platform/access/quota-setting";
import { readVoterLimits } from "#lib/platform/access/voter-limits";
import { readWriteLimit } from "#lib/platform/access/write-limit-setting";
import { readerZone } from "../../read-page.ts";

export const metadata: Metadata = { title: "Settings" };

/** The project's keys, how much may be sent with them and by how many, how small a cohort may be, the sample project, and further projects. */
export default async function SettingsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project, projects, role } = await pageAccess((await params).project);
  const { projectId } = project;
  const [keys, writesPerMinute, quotas, voterLimits, cohortMinimum, scores, decided, offer, tz] =
    await Promise.all([
      listKeys(projectId),
      readWriteLimit(projectId),
      readQuotas(projectId),
      readVoterLimits(projectId),
      readCohortMinimum(projectId),
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
        note={`${project.name} · you are its ${role}`}
        actions={<ButtonLink href="/docs/widgets">How to embed</ButtonLink>}
      />
      <Stack>
        <KeyList projectId={projectId} keys={keys} tz={tz} mayManage={mayManageKeys} />
        <WriteLimitCard projectId={projectId} writesPerMinute={writesPerMinute} mayManage={mayManageKeys} />
        <QuotasCard projectId={projectId} quotas={quotas} bounds={quotaBounds} mayManage={mayManageKeys} />
        <VoterLimitsCard projectId={projectId} limits={voterLimits} mayManage={mayManageKeys} />
        <SmallCohortsCard projectId={projectId} cohortMinimum={cohortMinimum} mayManage={mayManage} />
        <CategoriesSetting projectId={projectId} decided={decided} offer={offer} mayManage={mayManage} />
        <ScoresSetting projectId={projectId} scores={scores} mayManage={mayManage} />
        <SampleCard sampleSlug={sample?.slug ?? null} here={project.slug} mayManage={mayManage} />
        <ProjectCard project={project} mayManage={mayManage} />
        <ProjectsCard projects={projects} here={project.slug} mayManage={mayManage} />
      </Stack>
    </>
  );
}
