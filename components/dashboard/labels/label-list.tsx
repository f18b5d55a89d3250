import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { LabelDeed } from "./use-label-deed.ts";

interface LabelListProps {
  /** What was done to one of them last. */
  deed: Pick<LabelDeed, "done" | "failed">;
  /** Shown where there is no label. */
  empty: ReactNode;
  /** A {@link LabelRow} for each label. */
  children: readonly ReactNode[];
}

/** Labels, each in a row, and what came of the last thing that was done to one. */
export function LabelList({ deed: { done, failed }, empty, children }: LabelListProps) {
  return (
    <>
      <p role="status" className="sr-only">
        {done}
      </p>
      {failed && (
        <Notice tone="bad" className="mx-4 mb-3">
          {failed}
        </Notice>
      )}
      {children.length === 0 ? (
        empty
      ) : (
        <ul className="divide-y divide-line border-line border-t">{children}</ul>
      )}
    </>
  );
}

interface LabelRowProps {
  label: string;
  /** What it stands for. */
  target: ReactNode;
  /** Who moved it last, and when. */
  moved: string | null;
  /** More about it. */
  note?: ReactNode;
  /** What the reader may do with it. */
  actions: ReactNode;
}

/** A label, what it stands for, who moved it, and what can be done with it. */
export function LabelRow({ label, target, moved, note, actions }: LabelRowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Badge tone="accent">{label}</Badge>
          <span aria-hidden className="text-faint">
            →
          </span>
          {target}
        </p>
        {moved && <p className="mt-1 text-faint text-xs tabular-nums">{moved}</p>}
        {note}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-1.5">{actions}</div>}
    </li>
  );
}

interface RollBackButtonProps {
  label: string;
  /** Where it would move it; null where nothing came before, and there is no button. */
  previous: string | null;
  busy: boolean;
  onClick: () => void;
}

/** Moves a label back in one click. */
export function RollBackButton({ label, previous, busy, onClick }: RollBackButtonProps) {
  if (!previous) return null;
  return (
    <Button size="small" disabled={busy} aria-label={`Roll back ${label} to ${previous}`} onClick={onClick}>
      Roll back to {previous}
    </Button>
  );
}
