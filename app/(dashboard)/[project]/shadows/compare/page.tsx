import { SquareStack } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { BlindComparison } from "#components/dashboard/shadows/blind-comparison.tsx";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { formatCountOf } from "#components/format/numbers.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { candidateKeySchema, nextPair } from "#lib/observe/shadows/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";

/** How far back pairs are taken, as the list of candidates does unless asked otherwise. */
const DAYS = 28;

export const metadata: Metadata = { title: "Compare answers" };

/** Two answers to one input, to be compared by somebody who does not know whose they are. */
export default async function ComparePage(props: ProjectPageProps) {
  const page = await readPage(props);
  const named = (name: string) => param(page.search, name);
  const asked = candidateKeySchema.safeParse({
    ...{ feature: named("feature"), model: named("model") },
    ...{ prompt_template: named("prompt_template") ?? "", prompt_version: named("prompt_version") ?? "" },
  });
  if (!asked.success || !can(page.access.role, "label")) notFound();
  const { projectId } = page.access.project;
  const { pair, left, judged } = await nextPair(projectId, {
    reviewerId: page.access.user.userId,
    candidate: asked.data,
    since: new Date(page.now.getTime() - DAYS * 86_400_000),
  });
  const list = `${page.base}/shadows`;
  return (
    <>
      <BackLink href={list}>Shadow answers</BackLink>
      <PageHeader
        title="Compare answers"
        note={`One of these answers was shown to a user, the other is a candidate’s. You learn which is which once you have decided. ${formatCountOf(left, "pair")} left, ${formatCountOf(judged, "pair")} compared, of the last ${DAYS} days and the newest 20,000 shadow answers.`}
      />
      {pair ? (
        <BlindComparison key={pair.shadowId} pair={pair} url={`/api/projects/${projectId}/shadows`} />
      ) : (
        <Card>
          <EmptyState
            icon={SquareStack}
            title={judged > 0 ? "All pairs compared" : "Nothing to compare"}
            actions={<ButtonLink href={list}>Shadow answers</ButtonLink>}
          >
            {judged > 0
              ? "You have compared every pair of this candidate from the last 28 days."
              : "This candidate has no shadow answers of the last 28 days whose shown answer was logged, too."}
          </EmptyState>
        </Card>
      )}
    </>
  );
}
