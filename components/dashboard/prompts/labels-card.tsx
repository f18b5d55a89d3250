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
import { ActionMenu } from "#components/ui/overlays/action-menu.tsx";
import { LabelList, LabelRow, RollBackButton } from "../labels/label-list.tsx";
import { useLabelDeed } from "../labels/use-label-deed.ts";
import { LabelDialog, type LabelTask } from "./label-dialog.tsx";
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
  const deed = useLabelDeed();
  const onDeed = (asked: Deed) => deed.run(() => sendDeed(url, asked), deedWords(asked));
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
      <LabelList
        deed={deed}
        empty={
          <EmptyState icon={Tag} title="No labels yet">
            Give a version the <code>production</code> label, and your product reads it.
          </EmptyState>
        }
      >
        {labels.map((label) => (
          <PromptLabelRow
            key={label.label}
            label={label}
            mayMove={rights === "protect" || (rights === "move" && !label.protected)}
            mayProtect={rights === "protect"}
            hasOthers={versions.length > 1}
            busy={deed.busy}
            onTask={setTask}
            onDeed={onDeed}
          />
        ))}
      </LabelList>
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

interface PromptLabelRowProps {
  label: ShownLabel;
  mayMove: boolean;
  mayProtect: boolean;
  /** Whether there is another version to move it to. */
  hasOthers: boolean;
  busy: boolean;
  onTask: (task: LabelTask) => void;
  onDeed: (deed: Deed) => void;
}

function PromptLabelRow(props: PromptLabelRowProps) {
  const { label, version, moved, href, protected: isProtected } = props.label;
  return (
    <LabelRow
      {...{ label, moved }}
      target={
        <>
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
        </>
      }
      note={
        isProtected &&
        !props.mayMove && <p className="mt-1 text-faint text-xs">Only owners and admins can move it.</p>
      }
      actions={props.mayMove && <LabelActions {...props} />}
    />
  );
}

function LabelActions({ label: shown, mayProtect, hasOthers, busy, onTask, onDeed }: PromptLabelRowProps) {
  const { label, previous } = shown;
  return (
    <>
      <RollBackButton
        {...{ label, previous, busy }}
        onClick={() => onDeed({ do: "rollback", label: shown })}
      />
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
    </>
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
