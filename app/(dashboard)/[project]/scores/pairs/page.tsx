import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { PairList } from "#components/dashboard/preferences/pair-list.tsx";
import { readPairsAddress } from "#components/dashboard/preferences/pairs-address.ts";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { ListSkeleton } from "#components/dashboard/shell/list-skeleton.tsx";
import { linkWithFilters } from "#components/dashboard/url/link-with-filters.ts";
import { formatPrompt } from "#components/dashboard/url/prompt-names.ts";
import { readPairs } from "#lib/use-cases/read-preferences.ts";

export const metadata: Metadata = { title: "Compared answers" };

/** The pairs of answers that a figure of preferences counts. */
export default async function PairsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      title="Compared answers"
      note={<BackLink href={linkWithFilters(`${page.base}/scores`, page.search)}>Scores</BackLink>}
      skeleton={<ListSkeleton />}
    >
      <Pairs page={page} />
    </ProjectFrame>
  );
}

const outcomes = {
  preferred: "preferred over another answer",
  rejected: "not preferred",
  tie: "tied with another answer",
  any: "compared with another answer",
} as const;

async function Pairs({ page }: { page: ProjectPage }) {
  const { filter, base, search, tz } = page;
  const asked = readPairsAddress(search);
  const { pairs, total } = asked ? await readPairs(filter, asked) : { pairs: [], total: 0 };
  if (!asked || total === 0) return <NothingInWindow page={page} path={`${base}/scores`} />;
  const [first = "", second = ""] = asked.key;
  const name =
    asked.by === "model"
      ? first
      : formatPrompt({ promptTemplate: first || null, promptVersion: second || null });
  return (
    <>
      <p className="mb-1 text-sm">
        <strong className="font-semibold">{name}</strong> {outcomes[asked.outcome]}
      </p>
      <PairList pairs={pairs} total={total} base={base} tz={tz} />
    </>
  );
}
