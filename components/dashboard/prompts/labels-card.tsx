"use client";

import { EllipsisVertical, Lock, LockOpen, Tag, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ActionMenu } from "#components/ui/overlays/action-menu.tsx";
import { LabelDialog, type LabelTask, labelRefusal } from "./label-dialog.tsx";
import type { LabelTarget, ShownLabel } from "./shown-label.ts";

/** What {@link LabelsCard} draws. */
export interface LabelsCardProps {
  /** Address of the prompt's routes. */
  url: string;
  labels: readonly ShownLabel[];
  /** The managed versions, newest first. */
  versions: readonly LabelTarget[];
  /** What the reader may do here: nothing, move labels, or protected ones and their protection, too. */
  rights: "none" | "move" | "protect";
}

/** What a label's row asks for. */
type Deed = { do: "rollback" | "protect" | "unprotect"; label: ShownLabel };

/** The labels of a prompt, each with the version that it stands for, and the ways to move it. */
export function LabelsCard({ url, labels, versions, rights }: LabelsCardProps) {
  const router = useRouter();
  const [task, setTask] = useState<LabelTask | null>(null);
  const { run, busy, done, failed } = useDeeds(url, () => router.refresh());
  return (
    <Card
      title="Labels"
      note="Your product reads the version with the production label unless it asks for another one."
      flush
      actions={
        rights !== "none" && (
          <Button size="small" onClick={() => setTask({ do: "new" })}>
            New label
          </Button>
        )
      }
    >
      <p role="status" className="sr-only">
        {done}
      </p>
      {failed && (
        <Notice tone="bad" className="mx-4 mb-3">
          {failed}
        </Notice>
      )}
      {labels.length === 0 ? (
        <EmptyState icon={Tag} title="No labels yet">
          Give a version the <code>production</code> label, and your product reads it.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {labels.map((label) => (
            <LabelRow
              key={label.label}
              label={label}
              mayMove={rights === "protect" || (rights === "move" && !label.protected)}
              mayProtect={rights === "protect"}
              hasOthers={versions.length > 1}
              busy={busy}
              onTask={setTask}
              onDeed={run}
            />
          ))}
        </ul>
      )}
      <LabelDialog
        {...{ url, task, versions }}
        first={labels.length === 0}
        onClose={() => setTask(null)}
        onDone={() => {
          setTask(null);
          router.refresh();
        }}
      />
    </Card>
  );
}

/** Does at once what needs no further word. */
function useDeeds(url: string, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState("");
  const [failed, setFailed] = useState<string | null>(null);
  const run = async (deed: Deed) => {
    setBusy(true);
    const sent = await sendDeed(url, deed);
    setBusy(false);
    setFailed(sent.ok ? null : labelRefusal(sent));
    setDone(sent.ok ? deedWords(deed) : "");
    if (sent.ok) onDone();
  };
  return { run, busy, done, failed };
}

function sendDeed(url: string, { do: what, label: { label, version, previous } }: Deed) {
  const address = `${url}/labels/${encodeURIComponent(label)}`;
  return what === "rollback"
    ? sendJson("PUT", address, {
        version: previous,
        from_version: version,
        reason: `Rolled back from ${version}.`,
      })
    : sendJson("PUT", `${address}/protection`, { protected: what === "protect" });
}

const deedWords = ({ do: what, label: { label, previous } }: Deed): string =>
  what === "rollback"
    ? `${label} is back at ${previous}.`
    : `${label} is ${what === "protect" ? "protected" : "no longer protected"}.`;

interface LabelRowProps {
  label: ShownLabel;
  mayMove: boolean;
  mayProtect: boolean;
  /** Whether there is another version to move it to. */
  hasOthers: boolean;
  busy: boolean;
  onTask: (task: LabelTask) => void;
  onDeed: (deed: Deed) => void;
}

function LabelRow(props: LabelRowProps) {
  const { label, version, moved, href, protected: isProtected } = props.label;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Badge tone="accent">{label}</Badge>
          <span aria-hidden className="text-faint">
            →
          </span>
          <Link
            href={href}
            className="inline-flex min-h-6 items-center font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
          >
            {version}
          </Link>
          {isProtected && (
            <Badge>
              <Lock aria-hidden className="size-3" />
              protected
            </Badge>
          )}
        </p>
        {moved && <p className="mt-1 text-faint text-xs tabular-nums">{moved}</p>}
        {isProtected && !props.mayMove && (
          <p className="mt-1 text-faint text-xs">Only owners and admins can move it.</p>
        )}
      </div>
      {props.mayMove && <LabelActions {...props} />}
    </li>
  );
}

function LabelActions({ label: shown, mayProtect, hasOthers, busy, onTask, onDeed }: LabelRowProps) {
  const { label, previous } = shown;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {previous && (
        <Button
          size="small"
          disabled={busy}
          aria-label={`Roll back ${label} to ${previous}`}
          onClick={() => onDeed({ do: "rollback", label: shown })}
        >
          Roll back to {previous}
        </Button>
      )}
      {hasOthers && (
        <Button
          size="small"
          aria-label={`Move ${label}`}
          onClick={() => onTask({ do: "move", label: shown })}
        >
          Move
        </Button>
      )}
      <ActionMenu
        label={`More for ${label}`}
        icon={<EllipsisVertical aria-hidden className="size-4" />}
        actions={[
          ...(mayProtect ? [protection(shown, onDeed)] : []),
          {
            label: "Remove",
            icon: <Trash2 aria-hidden className="size-4" />,
            run: () => onTask({ do: "remove", label: shown }),
          },
        ]}
      />
    </div>
  );
}

const protection = (label: ShownLabel, onDeed: (deed: Deed) => void) =>
  label.protected
    ? {
        label: "Remove protection",
        icon: <LockOpen aria-hidden className="size-4" />,
        run: () => onDeed({ do: "unprotect", label }),
      }
    : {
        label: "Protect",
        icon: <Lock aria-hidden className="size-4" />,
        run: () => onDeed({ do: "protect", label }),
      };
