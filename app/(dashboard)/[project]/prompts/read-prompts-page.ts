import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { NONE_NAME } from "#components/dashboard/url/filter-names.ts";

/** The pages of prompts choose the prompt themselves, and rollups do not count prompts by cohort. */
const WITHOUT = ["prompt_template", "prompt_version", "tenant", "language", "segment"] as const;

/** Reads the address of a page of prompts, without the filters that it does not count by: its figures lead to lists without them. */
export async function readPromptsPage(props: ProjectPageProps): Promise<ProjectPage> {
  const page = await readPage(props, WITHOUT);
  const dropped: readonly string[] = [...WITHOUT, NONE_NAME];
  const kept = Object.entries(page.search).filter(([name]) => !dropped.includes(name));
  return { ...page, search: Object.fromEntries(kept) };
}
