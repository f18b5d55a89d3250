"use client";

import { formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { KeyListItem } from "#lib/platform/api-keys/key-list.ts";
import type { KeyTask } from "./key-dialogs.tsx";

interface KeyLineProps {
  item: KeyListItem;
  tz: string;
  /** Absent where the reader may not manage keys. */
  onTask?: ((task: KeyTask) => void) | undefined;
}

/** One key: what it is, where it may be used from, when it was, and what can be done with it. */
export function KeyLine({ item, tz, onTask }: KeyLineProps) {
  const { kind, name, prefix, revokedAt } = item;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className={joinClasses("font-medium text-sm", revokedAt && "text-faint line-through")}>
            {name}
          </span>
          <Badge tone={kind === "secret" ? "warn" : "accent"}>{kind}</Badge>
          {revokedAt && <Badge tone="bad">revoked</Badge>}
          <code className="font-mono text-faint text-xs">{prefix}…</code>
        </p>
        <p className="mt-1 text-faint text-xs tabular-nums">{history(item, tz)}</p>
        {item.isPlayground ? (
          <p className="mt-1 text-faint text-xs">
            Used only by this installation's playground. Revoking it disables rating in the playground for
            this project.
          </p>
        ) : (
          kind === "publishable" && <Origins origins={item.allowedOrigins} />
        )}
      </div>
      {onTask && !revokedAt && (
        <div className="flex flex-wrap gap-1.5">
          {kind === "publishable" && !item.isPlayground && (
            <Button
              size="small"
              aria-label={`Edit origins of ${name}`}
              onClick={() => onTask({ do: "origins", key: item })}
            >
              Origins
            </Button>
          )}
          {!item.isPlayground && (
            <Button
              size="small"
              aria-label={`Replace ${name}`}
              onClick={() => onTask({ do: "replace", key: item })}
            >
              Replace
            </Button>
          )}
          <Button
            size="small"
            tone="danger"
            aria-label={`Revoke ${name}`}
            onClick={() => onTask({ do: "revoke", key: item })}
          >
            Revoke
          </Button>
        </div>
      )}
    </li>
  );
}

function history({ createdAt, lastUsedAt, revokedAt }: KeyListItem, tz: string): string {
  return [
    `Created ${formatMoment(createdAt, tz)}`,
    lastUsedAt ? `last used ${formatMoment(lastUsedAt, tz)}` : "never used",
    ...(revokedAt ? [`revoked ${formatMoment(revokedAt, tz)}`] : []),
  ].join(" · ");
}

function Origins({ origins }: { origins: readonly string[] }) {
  if (origins.length === 0)
    return <p className="mt-1 text-faint text-xs">Only from this installation's own origin.</p>;
  return (
    <p className="mt-1 flex flex-wrap gap-1">
      {origins.map((origin) => (
        <code key={origin} className="rounded bg-sunken px-1.5 py-px font-mono text-2xs text-soft">
          {origin}
        </code>
      ))}
    </p>
  );
}
