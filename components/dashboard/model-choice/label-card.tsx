"use client";

import { Tag } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { LabelList, LabelRow, RollBackButton } from "../labels/label-list.tsx";
import { useLabelDeed } from "../labels/use-label-deed.ts";
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
  const deed = useLabelDeed();
  const rollBack = ({ label, model, previous }: ShownModelLabel) =>
    deed.run(
      () =>
        sendJson("PUT", `${url}/labels/${encodeURIComponent(label)}`, {
          model_name: previous,
          from_model: model,
          reason: `Rolled back from ${model}.`,
        }),
      `${label} is back at ${previous}.`,
    );
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
      <LabelList
        deed={deed}
        empty={
          <EmptyState icon={Tag} title="No label yet">
            Give a model the <code>production</code> label, and your product can read it here.
          </EmptyState>
        }
      >
        {labels.map((shown) => (
          <LabelRow
            key={shown.label}
            label={shown.label}
            target={<span className="wrap-anywhere font-medium">{shown.model}</span>}
            moved={shown.moved}
            actions={
              mayMove && (
                <>
                  <RollBackButton
                    label={shown.label}
                    previous={shown.previous}
                    busy={deed.busy}
                    onClick={() => rollBack(shown)}
                  />
                  <Button
                    size="small"
                    aria-label={`Switch ${shown.label}`}
                    onClick={() => setTask(switching(shown, suggested))}
                  >
                    Switch
                  </Button>
                </>
              )
            }
          />
        ))}
      </LabelList>
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

/** The switch of a label, with the model that its reader may want. */
const switching = (label: ShownModelLabel, suggested: string | null): ModelTask => ({
  ...label,
  suggested: label.label === PRODUCTION && suggested !== label.model ? (suggested ?? "") : "",
});
