"use client";

import { Plus, Trash2 } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { type ArmDraft, type ExperimentDraft, nextKey, splitEvenly } from "./experiment-draft.ts";

/** Arms that an experiment can have. */
const ARMS_MAX = 10;

interface ArmFieldsProps {
  arms: readonly ArmDraft[];
  kind: ExperimentDraft["kind"];
  /** Why values were refused, by their paths. */
  errors: Record<string, string>;
  onChange: (arms: ArmDraft[]) => void;
}

/** The arms with their shares, and with the prompt version or model of each; the first is the control. */
export function ArmFields({ arms, kind, errors, onChange }: ArmFieldsProps) {
  const change = (index: number, more: Partial<ArmDraft>) =>
    onChange(arms.map((arm, at) => (at === index ? { ...arm, ...more } : arm)));
  const remove = (index: number) => onChange(splitEvenly(arms.filter((_, at) => at !== index)));
  const add = () => {
    const next = { key: nextKey(arms), variant: "", percent: "", promptVersion: "", modelName: "" };
    onChange(splitEvenly([...arms, next]));
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft text-sm">Arms</legend>
      <ul className="space-y-3">
        {arms.map((arm, index) => (
          <ArmRow
            key={arm.key}
            {...{ arm, index, kind, errors }}
            onChange={(more) => change(index, more)}
            {...(index > 0 && arms.length > 2 ? { onRemove: () => remove(index) } : {})}
          />
        ))}
      </ul>
      {errors.arms && <p className="mt-1 text-bad text-xs">{errors.arms}</p>}
      {arms.length < ARMS_MAX && (
        <Button size="small" className="mt-3" onClick={add}>
          <Plus aria-hidden className="size-3.5" />
          Add arm
        </Button>
      )}
    </fieldset>
  );
}

interface ArmRowProps extends Pick<ArmFieldsProps, "kind" | "errors"> {
  arm: ArmDraft;
  index: number;
  onChange: (more: Partial<ArmDraft>) => void;
  onRemove?: () => void;
}

function ArmRow({ arm, index, kind, errors, onChange, onRemove }: ArmRowProps) {
  return (
    <li className="flex flex-wrap items-start gap-x-2 gap-y-2">
      <Field
        label={`Name of arm ${index + 1}`}
        className="w-44 max-sm:grow"
        value={arm.variant}
        error={errors[`arms.${index}.variant`]}
        onChange={(event) => onChange({ variant: event.target.value })}
      />
      <Field
        label="Share in %"
        className="w-24"
        inputMode="decimal"
        value={arm.percent}
        error={errors[`arms.${index}.weight`]}
        onChange={(event) => onChange({ percent: event.target.value })}
      />
      {kind === "prompt" && (
        <Field
          label="Prompt version"
          className="w-44 max-sm:grow"
          value={arm.promptVersion}
          list="experiment-versions"
          error={errors[`arms.${index}.prompt_version`]}
          onChange={(event) => onChange({ promptVersion: event.target.value })}
        />
      )}
      {kind === "model" && (
        <Field
          label="Model"
          className="w-44 max-sm:grow"
          value={arm.modelName}
          list="experiment-models"
          error={errors[`arms.${index}.model_name`]}
          onChange={(event) => onChange({ modelName: event.target.value })}
        />
      )}
      <div className="mt-6 flex h-9 items-center">
        {index === 0 && <Badge>Control</Badge>}
        {onRemove && (
          <IconButton
            label={`Remove arm ${index + 1}`}
            icon={<Trash2 aria-hidden className="size-4" />}
            onClick={onRemove}
          />
        )}
      </div>
    </li>
  );
}
