import { Sparkline } from "#components/charts/series/sparkline.tsx";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatUnitCount } from "#components/figures/figure-target.ts";
import { formatCountOf, formatInterval, formatPercent } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ReadTheme } from "#lib/use-cases/themes/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";
import { kindWords } from "./theme-words.ts";

interface ThemeListProps {
  themes: readonly ReadTheme[];
  base: string;
  search: SearchParams;
}

const columns =
  "grid grid-cols-[minmax(0,1fr)_7rem] gap-x-4 gap-y-1.5 @3xl:grid-cols-[minmax(0,1fr)_8rem_6.5rem_8rem] @3xl:gap-x-6";

/** Themes, most frequent first, each with an example, its share, its trend, and whom it is of. */
export function ThemeList({ themes, base, search }: ThemeListProps) {
  return (
    <div className="@container">
      <div aria-hidden className={`${columns} px-4 pb-1.5 text-faint text-xs @max-3xl:hidden`}>
        <span>Theme</span>
        <span>Share</span>
        <span>By day</span>
        <span>Users</span>
      </div>
      <ol>
        {themes.map((theme) => (
          <ThemeRow key={theme.theme.themeId} theme={theme} base={base} search={search} />
        ))}
      </ol>
    </div>
  );
}

function ThemeRow({ theme: read, base, search }: { theme: ReadTheme; base: string; search: SearchParams }) {
  const { theme, share, days, users, interactions, examples } = read;
  const figure = listTarget({ base, search }, { theme: theme.themeId }, interactions);
  const [example] = examples;
  return (
    <li className={`${columns} border-line border-t px-4 py-3 text-sm`}>
      <div className="min-w-0 @max-3xl:col-span-2">
        <Link
          href={linkWithFilters(`${base}/themes/${theme.themeId}`, search)}
          className="inline-flex min-h-6 items-center wrap-anywhere font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          {theme.title}
        </Link>
        <span className="ml-2 text-faint text-xs">{kindWords(theme)}</span>
        {theme.hiddenAt !== null && <Badge className="ml-2">Hidden</Badge>}
        {theme.description !== "" && <p className="text-soft">{theme.description}</p>}
        {example && <p className="line-clamp-2 text-faint text-xs wrap-anywhere">“{example.text}”</p>}
      </div>
      <div>
        <span className="sr-only">Share: </span>
        {share.value !== null && (
          <>
            <data value={share.value} className="font-medium tabular-nums">
              {formatPercent(share.value)}
            </data>
            <span className="block whitespace-nowrap text-faint text-xs tabular-nums" title="95% interval">
              <span className="sr-only">95% interval </span>
              {formatInterval(share.low, share.high)}
            </span>
          </>
        )}
      </div>
      <div className="@max-3xl:justify-self-end">
        <Sparkline values={days} />
      </div>
      <div className="@max-3xl:col-span-2">
        <span className="block tabular-nums">{formatCountOf(users, "user")}</span>
        {figure && (
          <FigureLink
            figure={figure}
            className="text-faint text-xs tabular-nums underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            {formatUnitCount(figure.count, figure.unit)}
          </FigureLink>
        )}
      </div>
    </li>
  );
}
