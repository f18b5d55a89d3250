import { MessageSquareOff } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readPromptsPage } from "#app/(dashboard)/[project]/prompts/read-prompts-page.ts";
import { nameOfAddress } from "#app/(dashboard)/name-of-address.ts";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import type { ProjectPage, ProjectPageProps } from "#app/(dashboard)/read-page.ts";
import { promptLink } from "#components/dashboard/prompts/prompt-link.ts";
import { ReportView } from "#components/dashboard/report/report-view.tsx";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { ChartsSkeleton } from "#components/dashboard/shell/charts-skeleton.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Problem } from "#lib/platform/problem/index.ts";
import { chooseVersion, type ReportedVersion } from "#lib/use-cases/report/choose-version.ts";
import { readReportPage } from "./read-report-page.ts";

interface ReportPageProps extends ProjectPageProps {
  params: Promise<{ project: string; template: string }>;
}

/** The title names the prompt. */
export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  return { title: `Report: ${nameOfAddress((await params).template) ?? "prompt"}` };
}

/** What users say is wrong with a prompt's answers, what their edits do, and what follows for the next version. */
export default async function ReportPage(props: ReportPageProps) {
  const page = await readPromptsPage(props);
  const template = nameOfAddress((await props.params).template);
  const asked = param(page.search, "version");
  const chosen = template === null ? null : await versionOrNull(page.filter.projectId, template, asked);
  if (template === null || !chosen) notFound();
  return (
    <>
      <BackLink href={promptLink(page, template)}>Prompt</BackLink>
      <ProjectFrame
        page={page}
        compares={false}
        title={`Report of ${template}`}
        note={`${chosen.version}${chosen.isProduction ? ", in production" : ""}: what users find wrong, what their edits do, and what follows for the next version.`}
        by={["promptTemplate", "promptVersion"]}
        more={[
          {
            name: "version",
            label: "Version",
            all: "Version in use",
            options: chosen.versions.map((version) => ({ value: version, label: version })),
          },
        ]}
        chosen={{ version: asked }}
        skeleton={<ChartsSkeleton />}
      >
        <Figures page={page} template={template} chosen={chosen} />
      </ProjectFrame>
    </>
  );
}

async function versionOrNull(
  projectId: string,
  template: string,
  version: string | undefined,
): Promise<ReportedVersion | null> {
  try {
    return await chooseVersion(projectId, template, version);
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return null;
    throw error;
  }
}

interface FiguresProps {
  page: ProjectPage;
  template: string;
  chosen: ReportedVersion;
}

async function Figures({ page, template, chosen }: FiguresProps) {
  const read = await readReportPage(page, template, chosen.version);
  if ("nothing" in read)
    return (
      <Card>
        <EmptyState icon={MessageSquareOff} title="No feedback to report on">
          {read.nothing}
        </EmptyState>
      </Card>
    );
  const { base, search } = page;
  return (
    <ReportView key={chosen.version} {...read} {...{ base, search, template }} version={chosen.version} />
  );
}
