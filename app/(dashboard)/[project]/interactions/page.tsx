import type { Metadata } from "next";
import { FilterBar } from "#components/dashboard/filter-bar";
import { FirstEvent } from "#components/dashboard/first-event";
import { InteractionList } from "#components/dashboard/interaction-list";
import { NothingHere } from "#components/dashboard/nothing-here";
import { PageLinks } from "#components/dashboard/page-links";
import { Card } from "#components/ui/card";
import { PageHeader } from "#components/ui/page-header";
import { categories, dimensions } from "#lib/evaluate/metrics/index";
import { listInteractions } from "#lib/observe/interactions/index";
import { ownOrigin } from "../../../own-origin.ts";
import { latestDay } from "../../latest-day.ts";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";
import { listChoices, listFilter } from "./list-filter.ts";

export const metadata: Metadata = { title: "Interactions" };

/** Single answers, newest first. */
export default async function InteractionsPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const known = await dimensions(page.filter.projectId);
  if (known.features.length === 0)
    return (
      <>
        <PageHeader title="Interactions" />
        <FirstEvent origin={await ownOrigin()} base={page.base} />
      </>
    );
  const named = (await categories({ ...page.filter, model: undefined })).map(({ category }) => category);
  const { choices, chosen } = listChoices(page, named);
  return (
    <>
      <PageHeader title="Interactions" />
      <FilterBar
        period={page.period}
        dimensions={known}
        chosen={{ ...page.chosen, ...chosen }}
        more={choices}
      />
      <List page={page} filtered={Object.values({ ...page.chosen, ...chosen }).some(Boolean)} />
    </>
  );
}

async function List({ page, filtered }: { page: ProjectPage; filtered: boolean }) {
  const { access, base, period, filter, tz, search } = page;
  const { data, nextCursor } = await listInteractions(access.project.projectId, listFilter(page));
  const path = `${base}/interactions`;
  if (data.length === 0 && !search.cursor)
    return (
      <NothingHere period={period} path={path} latestDay={await latestDay(filter)} filtered={filtered} />
    );
  return (
    <>
      <Card flush>
        <InteractionList items={data} base={base} tz={tz} />
      </Card>
      <PageLinks path={path} search={search} nextCursor={nextCursor} />
    </>
  );
}
