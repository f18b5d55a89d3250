"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ScoreDefinition, ScoreDirection, ScoreType } from "#lib/domain/score.ts";
import { scoreBody } from "./score-body.ts";

interface ScoreFormProps {
  projectId: string;
  /** Null for a new score. */
  score: ScoreDefinition | null;
}

const types: Record<ScoreType, string> = { boolean: "Yes or no", number: "Number", category: "Category" };

const directions: Record<ScoreDirection, string> = {
  higher: "Higher is better",
  lower: "Lower is better",
  none: "No direction",
};

/** Declares a score, confirms a learned one, or changes either. */
export function ScoreForm({ projectId, score }: ScoreFormProps) {
  const router = useRouter();
  const [name, setName] = useState(score?.name ?? "");
  const [type, setType] = useState<ScoreType>(score?.type ?? "boolean");
  const { busy, sent, refused, submit } = useSubmit(
    (form) =>
      sendJson(
        "PUT",
        `/api/projects/${projectId}/scores/${encodeURIComponent(name.trim())}`,
        scoreBody(type, form),
      ),
    () => {
      if (!score) setName("");
      router.refresh();
    },
  );
  const errors = refused?.fields ?? {};
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={score ? `Score ${score.name}` : "New score"}
      className="space-y-3"
    >
      {score && (
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          <code className="font-mono">{score.name}</code>
          <Badge>{types[score.type]}</Badge>
          {!score.confirmed && <Badge tone="warn">Learned, not confirmed</Badge>}
        </p>
      )}
      {refused && <Notice tone="bad">{refused.message}</Notice>}
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        {!score && (
          <>
            <Field
              label="Name"
              className="w-56"
              value={name}
              error={errors.name}
              onChange={(event) => setName(event.target.value)}
            />
            <SelectField
              label="Type"
              className="w-36"
              value={type}
              onChange={(event) => setType(event.target.value as ScoreType)}
            >
              <Options of={types} />
            </SelectField>
          </>
        )}
        <SelectField
          label="Direction"
          className="w-44"
          name="direction"
          defaultValue={score?.direction ?? "higher"}
        >
          <Options of={directions} />
        </SelectField>
        {type === "number" && <Bounds score={score} errors={errors} />}
      </div>
      {type === "category" && (
        <TextAreaField
          label="Labels"
          name="labels"
          rows={4}
          hint="One per line. If a direction matters, list the worst first."
          error={errors.labels}
          defaultValue={score?.labels.join("\n") ?? ""}
        />
      )}
      <Button type="submit" busy={busy}>
        {buttonLabel(score)}
      </Button>
      <div role="status">{sent?.ok && <Notice tone="good">Saved. Takes effect immediately.</Notice>}</div>
    </form>
  );
}

const buttonLabel = (score: ScoreDefinition | null): string => {
  if (!score) return "Add score";
  return score.confirmed ? "Save" : "Confirm";
};

function Options({ of }: { of: Record<string, string> }) {
  return Object.entries(of).map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

interface BoundsProps {
  score: ScoreDefinition | null;
  errors: Record<string, string>;
}

/** The range of a number score. */
function Bounds({ score, errors }: BoundsProps) {
  return (["min", "max"] as const).map((name) => (
    <Field
      key={name}
      label={name === "min" ? "Minimum" : "Maximum"}
      name={name}
      inputMode="decimal"
      className="w-32"
      error={errors[name]}
      defaultValue={score?.[name] ?? ""}
    />
  ));
}
