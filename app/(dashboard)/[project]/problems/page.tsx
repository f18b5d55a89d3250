import type { Metadata } from "next";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { ProblemList } from "#components/dashboard/problems/problem-list.tsx";
import { ProblemTabs } from "#components/dashboard/problems/problem-tabs.tsx";
import { problemViews } from "#components/dashboard/problems/problem-words.ts";
import { param } from "#components/dashboard/url/address.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import { countProblems, findLook, listProblems } from "#lib/act/problems/index.ts";

export const metadata: Metadata = { title: "Problems" };

/** What got worse, ranked by harm, in the states that people look for. */
export default async function ProblemsPage(props: ProjectPageProps) {
  const { access, base, search, tz } = await readPage(props);
  const { projectId } = access.project;
  const asked = param(search, "show");
  const shown = problemViews.find(({ view }) => view === asked) ?? problemViews[0];
  const [problems, counts, look] = await Promise.all([
    listProblems(projectId, { states: shown.states }),
    countProblems(projectId),
    findLook(projectId),
  ]);
  return (
    <>
      <PageHeader
        title="Problems"
        note="Groups of answers that got worse, or are worse than the rest: each by the narrowest group that explains it, the most harmful first."
        actions={<ProblemTabs base={base} here="/problems" />}
      />
      <div className="mb-3">
        <SegmentedLinks
          label="State"
          links={problemViews.map(({ view, label, states }) => ({
            href: `${base}/problems${view === "todo" ? "" : `?show=${view}`}`,
            label,
            count: String(states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)),
            here: view === shown.view,
          }))}
        />
      </div>
      <ProblemList {...{ problems, look, base, tz }} view={shown.view} />
    </>
  );
}
