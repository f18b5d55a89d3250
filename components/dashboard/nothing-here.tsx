import { SearchX } from "lucide-react";
import { ButtonLink } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import type { SearchParams } from "./address.ts";
import { windowAddress } from "./kept-address.ts";
import type { Period } from "./period.ts";
import { dayWords } from "./words.ts";

interface NothingHereProps {
  period: Period;
  /** The page without its window and filters. */
  path: string;
  search: SearchParams;
  /** The local date of the newest answer, where one is known. */
  latestDay?: string | null;
  filtered: boolean;
}

/** What a page shows when its window and filters leave nothing, and where there is something. */
export function NothingHere({ period, path, search, latestDay, filtered }: NothingHereProps) {
  const outside = latestDay && (latestDay < period.from || latestDay > period.to) ? latestDay : null;
  return (
    <Card>
      <EmptyState
        icon={SearchX}
        title={filtered ? "Nothing fits these filters" : "Nothing in this period"}
        actions={
          <>
            {outside && (
              <ButtonLink href={`${path}?from=${monthBefore(outside)}&to=${outside}`} tone="primary">
                Show the month up to {dayWords(outside, true)}
              </ButtonLink>
            )}
            {filtered && <ButtonLink href={windowAddress(path, search)}>Clear the filters</ButtonLink>}
          </>
        }
      >
        {outside
          ? `The newest interaction is of ${dayWords(outside, true)}.`
          : `No interaction between ${dayWords(period.from, true)} and ${dayWords(period.to, true)}.`}
      </EmptyState>
    </Card>
  );
}

const monthBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 29 * 86_400_000).toISOString().slice(0, 10);
