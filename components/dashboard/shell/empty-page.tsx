import { SearchX } from "lucide-react";
import { formatDay } from "#components/format/numbers.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { SearchParams } from "../url/address.ts";
import { windowAddress } from "../url/link-with-filters.ts";
import type { Period } from "../url/period.ts";

interface NothingHereProps {
  period: Period;
  /** The page without its window and filters. */
  path: string;
  search: SearchParams;
  /** The local date of the newest answer, where one is known. */
  latestDay?: string | null;
  filtered: boolean;
}

/** What a page shows when its window and filters match nothing, with a link to where there is data. */
export function NothingHere({ period, path, search, latestDay, filtered }: NothingHereProps) {
  const outside = latestDay && (latestDay < period.from || latestDay > period.to) ? latestDay : null;
  return (
    <Card>
      <EmptyState
        icon={SearchX}
        title={filtered ? "No data matches these filters" : "No data in this period"}
        actions={
          <>
            {outside && (
              <ButtonLink href={`${path}?from=${monthBefore(outside)}&to=${outside}`} tone="primary">
                Show the 30 days up to {formatDay(outside, true)}
              </ButtonLink>
            )}
            {filtered && <ButtonLink href={windowAddress(path, search)}>Clear filters</ButtonLink>}
          </>
        }
      >
        {outside
          ? `The latest interaction is from ${formatDay(outside, true)}.`
          : `No interactions between ${formatDay(period.from, true)} and ${formatDay(period.to, true)}.`}
      </EmptyState>
    </Card>
  );
}

const monthBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 29 * 86_400_000).toISOString().slice(0, 10);
