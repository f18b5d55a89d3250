"use client";

import {
  Check,
  CheckCheck,
  Clock,
  Ellipsis,
  MailOpen,
  MessageSquarePlus,
  RotateCcw,
  Tag,
  UserCheck,
  UserRound,
} from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ActionMenu } from "#components/ui/overlays/action-menu.tsx";
import type { Asked } from "./inbox-dialogs.tsx";
import type { InboxRow } from "./inbox-row.ts";
import { type Change, changes } from "./use-changes.ts";

interface InboxToolbarProps {
  /** What is changed; the first of many. */
  row: InboxRow | null;
  /** The reader. */
  me: { userId: string; name: string };
  label: string;
  onChange: (change: Change) => void;
  onAsk: (asked: Asked) => void;
}

/** What can be done with one item, or with those that are selected. */
export function InboxToolbar({ row, me, label, onChange, onAsk }: InboxToolbarProps) {
  const icon = "size-3.5";
  const isDone = row?.state === "resolved";
  return (
    <div role="toolbar" aria-label={label} className="flex flex-wrap items-center gap-1.5">
      {isDone ? (
        <Button onClick={() => onChange(changes.reopen())}>
          <RotateCcw aria-hidden className={icon} />
          Reopen
        </Button>
      ) : (
        <Button tone="primary" aria-keyshortcuts="e" onClick={() => onChange(changes.resolve())}>
          <Check aria-hidden className={icon} />
          Resolve
        </Button>
      )}
      <Button aria-keyshortcuts="f" onClick={() => onAsk("resolve")}>
        <CheckCheck aria-hidden className={icon} />
        Fixed in…
      </Button>
      <Button aria-keyshortcuts="a" onClick={() => onChange(changes.assign(me))}>
        <UserCheck aria-hidden className={icon} />
        Assign to me
      </Button>
      <Button aria-keyshortcuts="w" disabled={isDone} onClick={() => onAsk("wait")}>
        <Clock aria-hidden className={icon} />
        Wait
      </Button>
      <ActionMenu
        label="More actions"
        icon={<Ellipsis aria-hidden className="size-4" />}
        actions={[
          { label: "Assign…", icon: <UserRound aria-hidden className={icon} />, run: () => onAsk("assign") },
          { label: "Add a tag…", icon: <Tag aria-hidden className={icon} />, run: () => onAsk("tag") },
          {
            label: "Add a note…",
            icon: <MessageSquarePlus aria-hidden className={icon} />,
            run: () => onAsk("note"),
          },
          {
            label: "Mark as unread",
            icon: <MailOpen aria-hidden className={icon} />,
            run: () => onChange(changes.markUnread()),
          },
        ]}
      />
    </div>
  );
}
