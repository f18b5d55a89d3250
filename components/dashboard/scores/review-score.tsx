"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ScoreDefinition } from "#lib/domain/score.ts";

interface ReviewScoreProps {
  projectId: string;
  interactionId: string;
  /** Those of the project; the first is offered. */
  scores: readonly ScoreDefinition[];
}

/** A reviewer's own score of an answer, which is never counted with users'; nothing where the project has no scores. */
export function ReviewScore({ projectId, interactionId, scores }: ReviewScoreProps) {
  const router = useRouter();
  const [name, setName] = useState(scores[0]?.name ?? "");
  const score = scores.find((each) => each.name === name);
  const { busy, sent, refused, submit, clear } = useSubmit(
    (form) => {
      const path = [interactionId, "scores", name].map(encodeURIComponent).join("/");
      const body = score && toBody(score, String(form.get("value") ?? ""));
      return sendJson("PUT", `/api/projects/${projectId}/interactions/${path}`, body);
    },
    () => router.refresh(),
  );
  if (!score) return null;
  return (
    <Card title="Your score" note="Recorded as a reviewer score, separate from user feedback.">
      <form onSubmit={submit} noValidate aria-label="Your score" className="space-y-3">
        {refused && <Notice tone="bad">{refused.message}</Notice>}
        <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
          <SelectField
            label="Score"
            value={name}
            onChange={({ target }) => {
              setName(target.value);
              clear();
            }}
          >
            {scores.map((each) => (
              <option key={each.name}>{each.name}</option>
            ))}
          </SelectField>
          <Value key={name} score={score} error={refused?.fields.score_value} />
          <Button type="submit" busy={busy} className="mt-[23px] h-9 pointer-coarse:h-11">
            Save
          </Button>
        </div>
        <div role="status">{sent?.ok && <Notice tone="good">Saved.</Notice>}</div>
      </form>
    </Card>
  );
}

/** What is entered for a score of its type. */
function Value({ score, error }: { score: ScoreDefinition; error: string | undefined }) {
  const { type, labels, min, max, confirmed } = score;
  if (type === "number")
    return (
      <Field
        label={confirmed && min !== null && max !== null ? `Value, ${min} to ${max}` : "Value"}
        name="value"
        inputMode="decimal"
        className="w-40"
        error={error}
      />
    );
  const options =
    type === "boolean"
      ? [
          { value: "true", label: "Yes" },
          { value: "false", label: "No" },
        ]
      : labels.map((label) => ({ value: label, label }));
  return (
    <SelectField label="Value" name="value">
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}

/** The request body; an invalid number is sent as text, so that the API names the field. */
function toBody({ type }: ScoreDefinition, text: string): object {
  if (type === "category") return { score_label: text };
  if (type === "boolean") return { score_value: text === "true" };
  const number = Number(text);
  return { score_value: text.trim() === "" || Number.isNaN(number) ? text : number };
}
