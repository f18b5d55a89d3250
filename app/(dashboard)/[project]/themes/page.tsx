import { MessageSquareQuote } from "lucide-react";
import type { Metadata } from "next";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { ProblemTabs } from "#components/dashboard/problems/problem-tabs.tsx";
import { ListSkeleton } from "#components/dashboard/shell/list-skeleton.tsx";
import { ThemeList } from "#components/dashboard/themes/theme-list.tsx";
import { coverWords } from "#components/dashboard/themes/theme-words.ts";
import { param } from "#components/dashboard/url/address.ts";
import { linkWithFilters } from "#components/dashboard/url/link-with-filters.ts";
import { formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { readThemes } from "#lib/use-cases/themes/index.ts";

export const metadata: Metadata = { title: "Themes" };

/** How many themes the page shows. */
const SHOWN = 100;

/** What users say is wrong, in their own words: negative comments, edits and highlights by what they have in common. */
export default async function ThemesPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      compares={false}
      title="Themes"
      note="What negative comments, edits and highlights have in common. A theme is what at least three users say, and stays the same from day to day."
      actions={<ProblemTabs base={page.base} here="/themes" />}
      skeleton={<ListSkeleton />}
    >
      <Themes page={page} />
    </ProjectFrame>
  );
}

async function Themes({ page: { filter, base, search } }: { page: ProjectPage }) {
  const withHidden = param(search, "hidden") === "1";
  const { themes, total, hidden } = await readThemes(filter, { limit: SHOWN, examples: 1, withHidden });
  if (themes.length === 0)
    return (
      <Card>
        <EmptyState icon={MessageSquareQuote} title="No themes in this period">
          {total === 0
            ? "Themes need negative texts: comments with a thumbs down, edits of answers, or highlighted passages."
            : `There ${total === 1 ? "is" : "are"} ${formatCountOf(total, "negative text")} here, but no three users say the same. Themes are looked for about once a minute, or once an hour in large projects.`}
          {hidden > 0 && <HiddenLink {...{ base, search, hidden, withHidden }} />}
        </EmptyState>
      </Card>
    );
  const covered = themes.reduce((sum, { n }) => sum + n, 0);
  return (
    <Card
      title="By share of negative texts"
      note={coverWords(covered, total)}
      actions={hidden > 0 && <HiddenLink {...{ base, search, hidden, withHidden }} />}
      flush
    >
      <ThemeList themes={themes} base={base} search={search} />
    </Card>
  );
}

interface HiddenLinkProps {
  base: string;
  search: ProjectPage["search"];
  hidden: number;
  withHidden: boolean;
}

/** Shows what was hidden, too, or no longer. */
const HiddenLink = ({ base, search, hidden, withHidden }: HiddenLinkProps) => (
  <Link
    href={linkWithFilters(`${base}/themes`, search, withHidden ? {} : { hidden: "1" })}
    className="text-faint text-sm underline decoration-line-strong underline-offset-3 hover:text-ink"
  >
    {withHidden ? "Leave out hidden themes" : `Show ${formatCountOf(hidden, "hidden theme")}`}
  </Link>
);
