"use client";

import { useId } from "react";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { LabelForm } from "../labels/label-form.tsx";

/** Which label is moved, where it is, and where the reader may want it. */
export interface ModelTask {
  label: string;
  /** Null where no model has it yet. */
  model: string | null;
  suggested: string;
}

interface ModelDialogProps {
  url: string;
  task: ModelTask | null;
  /** Models to choose from; any other may be written. */
  models: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks which model a label is to stand for, and why. */
export function ModelDialog({ task, onClose, ...form }: ModelDialogProps) {
  return (
    <Dialog open={task !== null} onClose={onClose} title={task ? `Switch “${task.label}”` : ""}>
      {task && <ModelForm task={task} {...form} />}
    </Dialog>
  );
}

function ModelForm({
  url,
  task,
  models,
  onDone,
}: Omit<ModelDialogProps, "task" | "onClose"> & { task: ModelTask }) {
  const list = useId();
  return (
    <LabelForm
      send={(form, reason) =>
        sendJson("PUT", `${url}/labels/${encodeURIComponent(task.label)}`, {
          model_name: String(form.get("model_name")).trim(),
          from_model: task.model,
          reason,
        })
      }
      onDone={onDone}
      of="feature"
      example="Recommended, and checked on 20 answers"
      action="Switch"
    >
      {(errors) => (
        <>
          <p className="text-soft text-sm">
            {task.model === null
              ? "Products that read this label get its model within seconds."
              : `It is “${task.model}” now. Products that read this label get the new model within seconds.`}
          </p>
          <Field
            label="Model"
            name="model_name"
            required
            maxLength={128}
            autoComplete="off"
            spellCheck={false}
            list={list}
            defaultValue={task.suggested}
            error={errors.model_name}
          />
          <datalist id={list}>
            {models.map((model) => (
              <option key={model} value={model} />
            ))}
          </datalist>
        </>
      )}
    </LabelForm>
  );
}
