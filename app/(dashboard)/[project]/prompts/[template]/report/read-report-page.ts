import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { draftOfContent } from "#components/dashboard/prompts/editor/editor-draft.ts";
import { promptPath } from "#components/dashboard/prompts/prompt-link.ts";
import type { NextVersionProps } from "#components/dashboard/report/next-version.tsx";
import { can } from "#lib/platform/auth/permissions.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { versionModel } from "#lib/use-cases/report/draft-version.ts";
import { type Report, readReport } from "#lib/use-cases/report/read-report.ts";
import { type ReportedContent, reportedContent } from "#lib/use-cases/report/reported-content.ts";

type Drafting = Pick<NextVersionProps, "editor" | "noEditor" | "model">;

/** A report with what its draft is made from; or why there is nothing to report. */
export async function readReportPage(
  page: ProjectPage,
  template: string,
  version: string,
): Promise<(Drafting & { report: Report }) | { nothing: string }> {
  try {
    const report = await readReport({ filter: page.filter, template, version });
    return { report, ...(await readDrafting(page, report)) };
  } catch (error) {
    if (error instanceof Problem && error.code === "no_feedback") return { nothing: error.message };
    throw error;
  }
}

async function readDrafting({ access, base, filter }: ProjectPage, report: Report): Promise<Drafting> {
  const { template, version, archived, managed } = report;
  if (!can(access.role, "edit_prompts"))
    return without("Owners, admins and editors can make the next version from this report.");
  if (archived) return without("This prompt is archived: restore it to add a version.");
  const known = await reportedContent(filter.projectId, template, version);
  if (!known)
    return without(
      `What ${version} says is not known here, so no next version can be made from it. Manage the prompt here, or log prompt_text with prompt_variables.`,
    );
  const name = versionModel();
  return {
    noEditor: null,
    editor: editorOf(known, { base, template, managed }),
    model:
      name === null ? null : { name, url: draftUrl(filter.projectId, template), window: windowOf(filter) },
  };
}

const without = (noEditor: string): Drafting => ({ noEditor, editor: null, model: null });

function editorOf(
  known: ReportedContent,
  { base, template, managed }: { base: string; template: string; managed: boolean },
): Drafting["editor"] {
  const query = new URLSearchParams({ ...(managed ? {} : { template }), draft: "report" });
  return {
    start: draftOfContent(known),
    href: `${managed ? `${promptPath(base, template)}/edit` : `${base}/new-prompt`}?${query}`,
    recovered: known.recovered,
  };
}

const draftUrl = (projectId: string, template: string): string =>
  `/api/projects/${projectId}/reports/${encodeURIComponent(template)}/draft`;

/** The report's window and filters, as its route takes them. */
const windowOf = ({ from, to, tz, feature }: Report["filter"]): Record<string, string> => ({
  ...{ from, to, tz },
  ...(feature === undefined ? {} : { feature }),
});
