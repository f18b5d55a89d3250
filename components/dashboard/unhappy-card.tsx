import { Smile } from "lucide-react";
import type { InteractionListItem } from "#lib/observe/interactions/index.ts";
import { FigureLink } from "../figures/figure-link.tsx";
import { formatCount } from "../figures/figure-target.ts";
import { buttonClasses } from "../ui/button-classes.ts";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import type { SearchParams } from "./address.ts";
import { listTarget } from "./figure-population.ts";
import { InteractionList } from "./interaction-list.tsx";

interface UnhappyCardProps {
  items: readonly InteractionListItem[];
  /** How many thumbs-down there are. */
  count: number;
  base: string;
  tz: string;
  search: SearchParams;
}

/** The newest answers with a thumb down: numbers are read better beside what they are made of. */
export function UnhappyCard({ items, count, base, tz, search }: UnhappyCardProps) {
  const all = listTarget({ base, search }, { rating: "down" }, count);
  return (
    <Card
      title="Latest thumbs-down"
      flush
      actions={
        all && (
          <FigureLink figure={all} className={buttonClasses("quiet", "small")}>
            All {formatCount(all.count, all.unit)}
          </FigureLink>
        )
      }
    >
      {items.length === 0 ? (
        <EmptyState icon={Smile} title="No thumbs-down in this period" />
      ) : (
        <InteractionList items={items} base={base} tz={tz} />
      )}
    </Card>
  );
}
