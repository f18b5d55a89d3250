import { Smile } from "lucide-react";
import type { InteractionListItem } from "#lib/observe/interactions/index";
import { ButtonLink } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import type { SearchParams } from "./address.ts";
import { InteractionList } from "./interaction-list.tsx";
import { keptAddress } from "./kept-address.ts";

interface UnhappyCardProps {
  items: readonly InteractionListItem[];
  base: string;
  tz: string;
  search: SearchParams;
}

/** The newest answers with a thumb down: numbers are read better beside what they are made of. */
export function UnhappyCard({ items, base, tz, search }: UnhappyCardProps) {
  return (
    <Card
      title="Latest thumbs-down"
      flush
      actions={
        items.length > 0 && (
          <ButtonLink
            href={keptAddress(`${base}/interactions`, search, { rating: "down" })}
            tone="quiet"
            size="small"
          >
            View all
          </ButtonLink>
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
