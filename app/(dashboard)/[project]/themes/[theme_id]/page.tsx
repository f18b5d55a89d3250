import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { ThemeActions } from "#components/dashboard/themes/theme-actions.tsx";
import { ThemeView } from "#components/dashboard/themes/theme-view.tsx";
import { kindWords, namedWords } from "#components/dashboard/themes/theme-words.ts";
import { listTarget } from "#components/dashboard/url/figure-population.ts";
import { linkWithFilters } from "#components/dashboard/url/link-with-filters.ts";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatUnitCount } from "#components/figures/figure-target.ts";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { type ReadThemeDetail, readTheme } from "#lib/use-cases/themes/index.ts";

interface ThemePageProps extends ProjectPageProps {
  params: Promise<{ project: string; theme_id: string }>;
}

export const metadata: Metadata = { title: "Theme" };

/** How many examples the page shows. */
const EXAMPLES = 12;

/** One theme: what it says, when, where, and examples of it. */
export default async function ThemePage(props: ThemePageProps) {
  const [page, { theme_id: id }] = await Promise.all([readPage(props), props.params]);
  const read = await find(page, id);
  const { theme, interactions } = read;
  const figure = listTarget(page, { theme: theme.themeId }, interactions);
  const facts = [kindWords(theme), namedWords(theme), theme.hiddenAt === null ? null : "Hidden"];
  return (
    <>
      <BackLink href={linkWithFilters(`${page.base}/themes`, page.search)}>Themes</BackLink>
      <ProjectFrame
        page={page}
        compares={false}
        title={theme.title}
        note={[theme.description, facts.filter(Boolean).join(" · ")].filter(Boolean).join(" ")}
        actions={
          <>
            {can(page.access.role, "edit_prompts") && (
              <ThemeActions
                url={`/api/projects/${page.filter.projectId}/themes/${theme.themeId}`}
                title={theme.title}
                renamed={theme.namedBy === "person"}
                hidden={theme.hiddenAt !== null}
              />
            )}
            {figure && (
              <FigureLink figure={figure} className={buttonClasses("primary", "medium")}>
                See the {formatUnitCount(figure.count, figure.unit)}
              </FigureLink>
            )}
          </>
        }
      >
        <ThemeView read={read} base={page.base} tz={page.tz} />
      </ProjectFrame>
    </>
  );
}

/** The theme of an address; ends with "not found" where there is none. */
async function find({ filter }: ProjectPage, id: string): Promise<ReadThemeDetail> {
  const themeId = z.uuid().safeParse(id).data ?? notFound();
  try {
    return await readTheme(filter, themeId, EXAMPLES);
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") notFound();
    throw error;
  }
}
