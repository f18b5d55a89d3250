import type { Metadata } from "next";
import { CategoryCard } from "#components/dashboard/category-card";
import { categories } from "#lib/evaluate/metrics/index";
import { ProjectFrame } from "../../project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";

export const metadata: Metadata = { title: "Categories" };

/** What people say is wrong, ranked. */
export default async function CategoriesPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      title="Categories"
      note="What users named when they rated. Each leads to the interactions it was named on."
    >
      <Ranking page={page} />
    </ProjectFrame>
  );
}

async function Ranking({ page }: { page: ProjectPage }) {
  return <CategoryCard rows={await categories(page.filter)} base={page.base} search={page.search} />;
}
