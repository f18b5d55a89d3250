"use client";

import { ArrowLeft, Inbox, Keyboard } from "lucide-react";
import { formatCountOf } from "#components/format/numbers.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Link } from "#components/ui/link.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { INBOX_BULK_MAX, parseInboxItemId } from "#lib/domain/inbox.ts";
import { InboxList } from "./inbox-list.tsx";
import { InboxToolbar } from "./inbox-toolbar.tsx";
import { formatState } from "./inbox-words.ts";
import { lookAddress } from "./look-address.ts";
import { LookTimer } from "./look-timer.tsx";
import type { InboxModel } from "./use-inbox.ts";

/** The list, with what can be done with those that are selected. */
export function ListPane({ inbox, onHelp }: { inbox: InboxModel; onHelp: () => void }) {
  const { view, list, item, selection, selected, act, ask, addressOf } = inbox;
  const { rows } = list;
  return (
    <section
      aria-label="List"
      className={joinClasses(
        "min-w-0 overflow-hidden rounded-lg border border-line bg-surface lg:sticky lg:top-4",
        item.shownId !== null && "max-lg:hidden",
      )}
    >
      <div className="flex min-h-10 flex-wrap items-center gap-2 border-line border-b px-3 py-1 text-faint text-xs">
        {selected.length > 0 ? (
          <SelectedLine inbox={inbox} />
        ) : (
          view.mayEdit && (
            <Button size="small" tone="quiet" onClick={() => selection.select(rows.map(({ id }) => id))}>
              Select all
            </Button>
          )
        )}
        <IconButton
          label="Keyboard shortcuts"
          icon={<Keyboard aria-hidden className="size-4" />}
          onClick={onHelp}
          className="ml-auto pointer-coarse:hidden"
        />
      </div>
      {selected.length > 0 && (
        <div className="border-line border-b bg-sunken px-3 py-2">
          <InboxToolbar row={null} me={view.me} label="Selected items" onChange={act} onAsk={ask} />
        </div>
      )}
      <div className="lg:max-h-[calc(100dvh-8rem)] lg:overflow-y-auto">
        <InboxList
          rows={rows}
          shownId={item.shownId}
          checked={selection.checked}
          mayEdit={view.mayEdit}
          tz={view.tz}
          addressOf={addressOf}
          onCheck={selection.toggle}
        />
      </div>
    </section>
  );
}

/** How many items are selected, and the ways to all and to none. */
function SelectedLine({ inbox: { view, selection, selected } }: { inbox: InboxModel }) {
  return (
    <>
      <span role="status" className="font-medium text-ink">
        {selection.isAll
          ? `All that match, up to ${INBOX_BULK_MAX}`
          : `${formatCountOf(selected.length, "item")} selected`}
      </span>
      {view.goesOn && !selection.isAll && (
        <Button size="small" tone="quiet" onClick={selection.selectAll}>
          Select all that match
        </Button>
      )}
      <Button size="small" tone="quiet" onClick={selection.clear}>
        Clear
      </Button>
    </>
  );
}

/** What the shown item is about, with what can be done with it. */
export function DetailPane({ inbox }: { inbox: InboxModel }) {
  const { view, item, shown, selected, act, ask, list } = inbox;
  const { shownId, detail } = item;
  if (shownId === null)
    return (
      <section aria-label="Item" className="min-w-0 max-lg:hidden">
        <Card>
          <EmptyState icon={Inbox} title="Choose an item">
            Press j for the first one. What is in sight for more than two seconds counts as looked at.
          </EmptyState>
        </Card>
      </section>
    );
  const about = parseInboxItemId(shownId);
  return (
    <section aria-label="Item" className="min-w-0">
      <Link
        href={view.listAddress}
        className="mb-2 inline-flex items-center gap-1 text-faint text-sm hover:text-ink lg:hidden"
      >
        <ArrowLeft aria-hidden className="size-3.5" />
        Inbox
      </Link>
      <div className="mb-3 flex min-h-8 flex-wrap items-center justify-between gap-2">
        <p className="font-medium text-soft text-sm">{shown && formatState(shown, view.tz)}</p>
        {view.mayEdit && selected.length === 0 && (
          <InboxToolbar row={shown} me={view.me} label="Item" onChange={act} onAsk={ask} />
        )}
      </div>
      {detail && about ? (
        <>
          <LookTimer
            key={shownId}
            url={lookAddress(view.projectId, about)}
            onLooked={() => list.showRead(shownId)}
          />
          {detail.node}
        </>
      ) : (
        <div role="status" aria-label="Loading" className="space-y-4">
          <Skeleton className="h-24 w-full" />
          <Skeleton className="h-64 w-full" />
        </div>
      )}
    </section>
  );
}
