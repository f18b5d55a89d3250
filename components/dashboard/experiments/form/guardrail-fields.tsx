"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { metricUnit } from "../metric-words.ts";
import { type GuardrailDraft, nextKey } from "./experiment-draft.ts";
import { type MetricChoice, MetricOptions } from "./metric-options.tsx";

/** Guardrails that an experiment can have. */
const GUARDRAILS_MAX = 10;

const units = { share: "in points", number: "", time: "in %", money: "in %" };

interface GuardrailFieldsProps {
  guardrails: readonly GuardrailDraft[];
  choices: readonly MetricChoice[];
  /** Why values were refused, by their paths. */
  errors: Record<string, string>;
  onChange: (guardrails: GuardrailDraft[]) => void;
}

/** Metrics that must not get worse, each by how much it may. */
export function GuardrailFields({ guardrails, choices, errors, onChange }: GuardrailFieldsProps) {
  const change = (index: number, more: Partial<GuardrailDraft>) =>
    onChange(guardrails.map((each, at) => (at === index ? { ...each, ...more } : each)));
  const add = () => {
    const taken = new Set(guardrails.map(({ metric }) => metric));
    const metric = ["latency", "cost", "response_rate"].find((each) => !taken.has(each)) ?? "positive_rate";
    onChange([...guardrails, { key: nextKey(guardrails), metric, tolerance: "0" }]);
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft text-sm">Guardrails</legend>
      <p className="mb-2 max-w-prose text-faint text-xs">
        Metrics that must not get worse. An arm with a worse guardrail cannot win.
      </p>
      <ul className="space-y-3">
        {guardrails.map((guardrail, index) => (
          <GuardrailRow
            key={guardrail.key}
            {...{ guardrail, index, choices, errors }}
            onChange={(more) => change(index, more)}
            onRemove={() => onChange(guardrails.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      {errors.guardrails && <p className="mt-1 text-bad text-xs">{errors.guardrails}</p>}
      {guardrails.length < GUARDRAILS_MAX && (
        <Button size="small" className={guardrails.length > 0 ? "mt-3" : undefined} onClick={add}>
          <Plus aria-hidden className="size-3.5" />
          Add guardrail
        </Button>
      )}
    </fieldset>
  );
}

interface GuardrailRowProps extends Pick<GuardrailFieldsProps, "choices" | "errors"> {
  guardrail: GuardrailDraft;
  index: number;
  onChange: (more: Partial<GuardrailDraft>) => void;
  onRemove: () => void;
}

function GuardrailRow({ guardrail, index, choices, errors, onChange, onRemove }: GuardrailRowProps) {
  const { metric, tolerance } = guardrail;
  return (
    <li className="flex flex-wrap items-start gap-x-2 gap-y-2">
      <SelectField
        label={`Guardrail ${index + 1}`}
        className="w-52 max-sm:grow"
        value={metric}
        error={errors[`guardrails.${index}.metric`]}
        onChange={(event) => onChange({ metric: event.target.value })}
      >
        <MetricOptions choices={choices} />
      </SelectField>
      <Field
        label={`Tolerated loss ${units[metricUnit(metric)]}`.trim()}
        className="w-44"
        inputMode="decimal"
        value={tolerance}
        error={errors[`guardrails.${index}.tolerance`]}
        onChange={(event) => onChange({ tolerance: event.target.value })}
      />
      <div className="mt-6 flex h-9 items-center">
        <IconButton
          label={`Remove guardrail ${index + 1}`}
          icon={<Trash2 aria-hidden className="size-4" />}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}
