import { Send } from "lucide-react";
import { formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import type { Delivery, DeliveryPage } from "#lib/act/notifications/index.ts";
import type { Notification } from "#lib/domain/notification.ts";
import { type DeliveryState, deliveryStates } from "#lib/domain/notification-kind.ts";
import { PageLinks } from "../shell/page-links.tsx";
import type { SearchParams } from "../url/address.ts";
import { deliveryProgress, deliveryStateWords, notificationWords } from "./channel-words.ts";
import { SendAgain } from "./send-again.tsx";

interface DeliveryCardProps {
  /** Where deliveries are managed. */
  url: string;
  page: DeliveryPage;
  /** The address of the page of notifications. */
  path: string;
  search: SearchParams;
  state: DeliveryState | undefined;
  tz: string;
}

/** What was sent and what came of it, the latest first, all of it or of one state. */
export function DeliveryCard({ url, page, path, search, state, tz }: DeliveryCardProps) {
  const tab = (label: string, of: DeliveryState | undefined) => ({
    label,
    here: of === state,
    href: of === undefined ? path : `${path}?state=${of}`,
  });
  return (
    <div>
      <Card
        title="Deliveries"
        note="Kept for 90 days. Sending again keeps the id of the notification, so that a receiver can tell."
        flush
      >
        <div className="overflow-x-auto border-line border-t px-4 py-2.5">
          <SegmentedLinks
            label="State"
            links={[
              tab("All", undefined),
              ...deliveryStates.map((of) => tab(deliveryStateWords[of].label, of)),
            ]}
          />
        </div>
        {page.data.length === 0 ? (
          <EmptyState icon={Send} title={state ? "None in this state" : "Nothing was sent yet"} />
        ) : (
          <ul className="divide-y divide-line border-line border-t">
            {page.data.map((delivery) => (
              <Row key={delivery.deliveryId} url={url} delivery={delivery} tz={tz} />
            ))}
          </ul>
        )}
      </Card>
      <PageLinks path={path} search={search} nextCursor={page.nextCursor} />
    </div>
  );
}

/** A notification as it was told, in the order in which people read it; the database has one of its own. */
function asText({ notification_id, kind, title, text, facts, url, happened_at, data }: Notification): string {
  return JSON.stringify({ notification_id, kind, title, text, facts, url, happened_at, data }, null, 2);
}

function Row({ url, delivery, tz }: { url: string; delivery: Delivery; tz: string }) {
  const { deliveryId, channelName, recipient, kind, payload, state, lastError, createdAt } = delivery;
  const { label, tone } = deliveryStateWords[state];
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere font-medium text-sm">{payload.title}</span>
          <Badge tone={tone}>{label}</Badge>
        </p>
        <p className="wrap-anywhere mt-1 text-soft text-xs">
          {[notificationWords[kind], channelName, ...(recipient ? [recipient] : [])].join(" · ")}
        </p>
        <p className="mt-1 text-faint text-xs tabular-nums">
          {formatMoment(createdAt, tz)} · {deliveryProgress(delivery, tz)}
        </p>
        {lastError && <p className="wrap-anywhere mt-1 text-bad text-xs">{lastError}</p>}
        <details className="mt-1.5">
          <summary className="w-fit cursor-pointer py-1 text-faint text-xs hover:text-ink">Payload</summary>
          <CodeBlock label={`Payload of ${payload.notification_id}`} code={asText(payload)} />
        </details>
      </div>
      <SendAgain url={`${url}/${deliveryId}/send-again`} title={payload.title} />
    </li>
  );
}
