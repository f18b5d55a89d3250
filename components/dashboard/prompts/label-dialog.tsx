"use client";

import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { LabelForm } from "../labels/label-form.tsx";
import type { LabelTarget, ShownLabel } from "./shown-label.ts";

/** What the reader is doing with a label. */
export type LabelTask = { do: "new" } | { do: "move" | "remove"; label: ShownLabel };

interface LabelDialogProps {
  url: string;
  task: LabelTask | null;
  versions: readonly LabelTarget[];
  /** Whether the prompt has no label yet. */
  first: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Asks where a label is to be moved, and why. */
export function LabelDialog({ task, onClose, ...form }: LabelDialogProps) {
  return (
    <Dialog open={task !== null} onClose={onClose} title={task ? titleOf(task) : ""}>
      {task && <TaskForm task={task} {...form} />}
    </Dialog>
  );
}

function titleOf(task: LabelTask): string {
  if (task.do === "new") return "New label";
  return task.do === "move" ? `Move “${task.label.label}”` : `Remove “${task.label.label}”?`;
}

const actions: Record<LabelTask["do"], string> = {
  new: "Add label",
  move: "Move label",
  remove: "Remove label",
};

function TaskForm({
  url,
  task,
  versions,
  first,
  onDone,
}: Omit<LabelDialogProps, "task" | "onClose"> & { task: LabelTask }) {
  const send = (form: FormData, reason: string) => {
    const label = task.do === "new" ? String(form.get("label")).trim() : task.label.label;
    return sendJson("PUT", `${url}/labels/${encodeURIComponent(label)}`, {
      version: task.do === "remove" ? null : String(form.get("version")),
      from_version: task.do === "new" ? null : task.label.version,
      reason,
    });
  };
  return (
    <LabelForm
      {...{ send, onDone }}
      of="prompt"
      example={task.do === "remove" ? "No longer used" : "Fewer complaints about length on staging"}
      action={actions[task.do]}
      tone={task.do === "remove" ? "danger" : "primary"}
    >
      {(errors) => (
        <>
          {task.do !== "new" && <Consequence task={task} />}
          {task.do === "new" && <LabelName first={first} error={errors.label} />}
          {task.do !== "remove" && (
            <SelectField label="Version" name="version" error={errors.version}>
              {versions
                .filter(({ version }) => task.do === "new" || version !== task.label.version)
                .map(({ version, note }) => (
                  <option key={version} value={version}>
                    {note ? `${version} – ${note}` : version}
                  </option>
                ))}
            </SelectField>
          )}
        </>
      )}
    </LabelForm>
  );
}

function LabelName({ first, error }: { first: boolean; error: string | undefined }) {
  return (
    <Field
      label="Label"
      name="label"
      required
      maxLength={64}
      autoComplete="off"
      spellCheck={false}
      defaultValue={first ? "production" : ""}
      hint="production is read where your product names no label."
      error={error}
    />
  );
}

/** What follows from it. */
function Consequence({ task: { do: what, label } }: { task: Extract<LabelTask, { label: ShownLabel }> }) {
  return (
    <p className="text-soft text-sm">
      {what === "move"
        ? `It is at ${label.version} now. Products that read it get the new version within seconds.`
        : `Products that read “${label.label}” will keep their last version until they restart, and then use their fallback.`}
    </p>
  );
}
