"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { AlertMetric } from "#lib/domain/alert-metric.ts";
import type { AlertRule } from "#lib/domain/alert-rule.ts";
import { metricTitle } from "../alert-words.ts";
import { ConditionFields, type RuleFieldsProps } from "./condition-fields.tsx";
import { MuteFields } from "./mute-fields.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { type RuleDraft, ruleBody, templates, withMetric } from "./rule-draft.ts";
import { ScopeFields, type ScopeSuggestions } from "./scope-fields.tsx";

interface RuleFormProps {
  projectId: string;
  /** The address of the project, "/demo". */
  base: string;
  initial: RuleDraft;
  /** Null for a new rule. */
  ruleId: string | null;
  metrics: readonly AlertMetric[];
  suggestions: ScopeSuggestions;
  tz: string;
}

/** Makes an alert rule or changes one, with what it would have done. */
export function RuleForm({ projectId, base, initial, ruleId, metrics, suggestions, tz }: RuleFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(initial);
  const change = (more: Partial<RuleDraft>) => setDraft({ ...draft, ...more });
  const url = `/api/projects/${projectId}/alert-rules`;
  const body = ruleBody(draft);
  const { busy, refused, submit } = useSubmit(
    () =>
      ruleId === null
        ? sendJson<{ rule_id: string }>("POST", url, body)
        : sendJson<{ rule_id: string }>("PATCH", `${url}/${ruleId}`, body),
    ({ rule_id }) => {
      router.push(`${base}/alerts/${rule_id}`);
      router.refresh();
      return "leaves";
    },
  );
  const fields = { draft, change, errors: refused?.paths ?? {} };
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={ruleId === null ? "New alert rule" : "Edit alert rule"}
      className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]"
    >
      <Card className="min-w-0">
        <div className="space-y-5">
          {refused && <Notice tone="bad">{refused.message}</Notice>}
          {ruleId === null && <Templates onChoose={(more) => setDraft({ ...initial, ...more })} />}
          <Field
            label="Name"
            className="max-w-96"
            value={draft.name}
            error={fields.errors.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <SelectField
            label="Tell me when the"
            className="max-w-96"
            value={draft.metric}
            error={fields.errors.metric}
            onChange={(event) => setDraft(withMetric(draft, event.target.value as AlertMetric))}
          >
            {metrics.map((metric) => (
              <option key={metric} value={metric}>
                {metricTitle(metric)}
              </option>
            ))}
          </SelectField>
          <ScopeFields {...fields} suggestions={suggestions} />
          <ConditionFields {...fields} />
          <WhenFields {...fields} />
          <MuteFields
            {...{ mute: draft.mute, tz, before: draft.once.length, errors: fields.errors }}
            onChange={(mute) => change({ mute })}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary" busy={busy}>
              {ruleId === null ? "Create rule" : "Save"}
            </Button>
            <ButtonLink href={ruleId === null ? `${base}/alerts` : `${base}/alerts/${ruleId}`}>
              Cancel
            </ButtonLink>
          </div>
        </div>
      </Card>
      <PreviewPanel
        url={`${url}/preview${ruleId === null ? "" : `?rule_id=${ruleId}`}`}
        metric={draft.metric}
        body={{ ...body, name: draft.name.trim() || "Preview" }}
        tz={tz}
      />
    </form>
  );
}

function Templates({ onChoose }: { onChoose: (draft: Partial<RuleDraft>) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft text-sm">Begin with</legend>
      <div className="flex flex-wrap gap-1.5">
        {templates.map(({ label, draft }) => (
          <Button key={label} size="small" onClick={() => onChoose(draft)}>
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

const windows: readonly [minutes: string, words: string][] = [
  ["5", "5 minutes"],
  ["15", "15 minutes"],
  ["60", "1 hour"],
  ["360", "6 hours"],
  ["1440", "1 day"],
  ["4320", "3 days"],
  ["10080", "7 days"],
];

const again: readonly [minutes: string, words: string][] = [
  ["60", "every hour"],
  ["360", "every 6 hours"],
  ["1440", "every day"],
  ["10080", "every week"],
  ["", "never"],
];

/** A choice of minutes, among them those that are set. */
const withOwn = (choices: readonly [string, string][], own: string): readonly [string, string][] =>
  choices.some(([minutes]) => minutes === own) ? choices : [...choices, [own, `${own} minutes`]];

function WhenFields({ draft, change, errors }: RuleFieldsProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
      <Choice
        {...{ label: "Window", value: draft.window, choices: withOwn(windows, draft.window) }}
        error={errors.window_minutes}
        onChange={(window) => change({ window })}
      />
      <Minutes
        {...{ label: "At least n", value: draft.minimum, error: errors.minimum }}
        onChange={(minimum) => change({ minimum })}
      />
      <Minutes
        {...{ label: "Bad for, in minutes", value: draft.forMinutes, error: errors.for_minutes }}
        onChange={(forMinutes) => change({ forMinutes })}
      />
      <Minutes
        {...{
          label: "Resolved after, in minutes",
          value: draft.resolveMinutes,
          error: errors.resolve_minutes,
        }}
        onChange={(resolveMinutes) => change({ resolveMinutes })}
      />
      <Choice
        {...{ label: "Tell again", value: draft.renotify, choices: withOwn(again, draft.renotify) }}
        error={errors.renotify_minutes}
        onChange={(renotify) => change({ renotify })}
      />
      <Choice
        label="Without data"
        value={draft.noData}
        choices={[
          ["keep", "keep quiet"],
          ["tell", "tell me"],
          ["fire", "take it for bad"],
        ]}
        error={errors.no_data}
        onChange={(noData) => change({ noData: noData as AlertRule["no_data"] })}
      />
    </div>
  );
}

interface EntryProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

const Minutes = ({ onChange, ...field }: EntryProps) => (
  <Field {...field} className="w-44" inputMode="numeric" onChange={(event) => onChange(event.target.value)} />
);

const Choice = ({ choices, onChange, ...field }: EntryProps & { choices: readonly [string, string][] }) => (
  <SelectField {...field} className="w-44" onChange={(event) => onChange(event.target.value)}>
    {choices.map(([value, words]) => (
      <option key={value} value={value}>
        {words}
      </option>
    ))}
  </SelectField>
);
