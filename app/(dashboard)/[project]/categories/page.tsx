import type { Metadata } from "next";
import { CategoryCard } from "#components/dashboard/category-card";
import { FilterBar } from "#components/dashboard/filter-bar";
import { FirstEvent } from "#components/dashboard/first-event";
import { PageHeader } from "#components/ui/page-header";
import { categories, dimensions } from "#lib/evaluate/metrics/index";
import { ownOrigin } from "../../../own-origin.ts";
import { type ProjectPageProps, readPage } from "../../read-page.ts";

export const metadata: Metadata = { title: "Categories" };

/** What people say is wrong, ranked. */
export default async function CategoriesPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const known = await dimensions(page.filter.projectId);
  const header = (
    <PageHeader
      title="Categories"
      note="What users named when they rated. Each leads to the interactions it was named on."
    />
  );
  if (known.features.length === 0)
    return (
      <>
        {header}
        <FirstEvent origin={await ownOrigin()} base={page.base} />
      </>
    );
  return (
    <>
      {header}
      <FilterBar period={page.period} dimensions={known} chosen={page.chosen} />
      <CategoryCard rows={await categories(page.filter)} base={page.base} search={page.search} />
    </>
  );
}
