"use client";

import { Tag } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import { labelRefusal } from "../prompts/label-dialog.tsx";
import { ModelDialog, type ModelTask } from "./model-dialog.tsx";

/** A label of a feature as its page shows it. */
export interface ShownModelLabel {
  label: string;
  model: string;
  /** Where a rollback moves it; null where nothing came before. */
  previous: string | null;
  /** Who moved it last, and when, in words. */
  moved: string | null;
}

/** What {@link ModelLabelCard} draws. */
export interface ModelLabelCardProps {
  /** Address of the feature's routes. */
  url: string;
  labels: readonly ShownModelLabel[];
  /** Models to choose from. */
  models: readonly string[];
  /** The model that is recommended; else the current one. */
  suggested: string | null;
  mayMove: boolean;
}

const PRODUCTION = "production";

/** The labels of a feature, each with the model that it stands for, and the ways to move it. */
export function ModelLabelCard({ url, labels, models, suggested, mayMove }: ModelLabelCardProps) {
  const router = useRouter();
  const [task, setTask] = useState<ModelTask | null>(null);
  const { rollBack, busy, done, failed } = useRollback(url, () => router.refresh());
  const hasProduction = labels.some(({ label }) => label === PRODUCTION);
  return (
    <Card
      title="Model in use"
      note="Your product reads the model with the production label (getModel), and gets a new one within seconds."
      flush
      actions={
        mayMove &&
        !hasProduction && (
          <Button
            size="small"
            onClick={() => setTask({ label: PRODUCTION, model: null, suggested: suggested ?? "" })}
          >
            Set production
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
        <EmptyState icon={Tag} title="No label yet">
          Give a model the <code>production</code> label, and your product can read it here.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {labels.map((label) => (
            <LabelRow
              key={label.label}
              label={label}
              {...{ busy, mayMove }}
              onMove={() =>
                setTask({
                  ...label,
                  suggested: label.label === PRODUCTION && suggested !== label.model ? (suggested ?? "") : "",
                })
              }
              onRollBack={() => rollBack(label)}
            />
          ))}
        </ul>
      )}
      <ModelDialog
        {...{ url, task, models }}
        onClose={() => setTask(null)}
        onDone={() => {
          setTask(null);
          router.refresh();
        }}
      />
    </Card>
  );
}

/** Moves a label back at once. */
function useRollback(url: string, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState("");
  const [failed, setFailed] = useState<string | null>(null);
  const rollBack = async ({ label, model, previous }: ShownModelLabel) => {
    setBusy(true);
    const sent = await sendJson("PUT", `${url}/labels/${encodeURIComponent(label)}`, {
      model_name: previous,
      from_model: model,
      reason: `Rolled back from ${model}.`,
    });
    setBusy(false);
    setFailed(sent.ok ? null : labelRefusal(sent));
    setDone(sent.ok ? `${label} is back at ${previous}.` : "");
    if (sent.ok) onDone();
  };
  return { rollBack, busy, done, failed };
}

interface LabelRowProps {
  label: ShownModelLabel;
  mayMove: boolean;
  busy: boolean;
  onMove: () => void;
  onRollBack: () => void;
}

function LabelRow({ label: shown, mayMove, busy, onMove, onRollBack }: LabelRowProps) {
  const { label, model, previous, moved } = shown;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Badge tone="accent">{label}</Badge>
          <span aria-hidden className="text-faint">
            →
          </span>
          <span className="wrap-anywhere font-medium">{model}</span>
        </p>
        {moved && <p className="mt-1 text-faint text-xs tabular-nums">{moved}</p>}
      </div>
      {mayMove && (
        <div className="flex flex-wrap items-center gap-1.5">
          {previous && (
            <Button
              size="small"
              disabled={busy}
              aria-label={`Roll back ${label} to ${previous}`}
              onClick={onRollBack}
            >
              Roll back to {previous}
            </Button>
          )}
          <Button size="small" aria-label={`Switch ${label}`} onClick={onMove}>
            Switch
          </Button>
        </div>
      )}
    </li>
  );
}
