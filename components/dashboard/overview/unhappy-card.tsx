import { Smile } from "lucide-react";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatUnitCount } from "#components/figures/figure-target.ts";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { InteractionListItem } from "#lib/observe/interactions/index.ts";
import { InteractionList } from "../interactions/interaction-list.tsx";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";

interface UnhappyCardProps {
  items: readonly InteractionListItem[];
  /** How many thumbs-down there are. */
  count: number;
  base: string;
  tz: string;
  search: SearchParams;
}

/** The latest answers with a thumbs down, as examples behind the numbers. */
export function UnhappyCard({ items, count, base, tz, search }: UnhappyCardProps) {
  const all = listTarget({ base, search }, { rating: "down" }, count);
  return (
    <Card
      title="Latest thumbs down"
      flush
      actions={
        all && (
          <FigureLink figure={all} className={buttonClasses("quiet", "small")}>
            View all {formatUnitCount(all.count, all.unit)}
          </FigureLink>
        )
      }
    >
      {items.length === 0 ? (
        <EmptyState icon={Smile} title="No thumbs down in this period" />
      ) : (
        <InteractionList items={items} base={base} tz={tz} />
      )}
    </Card>
  );
}
