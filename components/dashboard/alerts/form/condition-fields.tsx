"use client";

import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { alertMetric } from "#lib/domain/alert-metric.ts";
import type { AlertCondition } from "#lib/domain/alert-rule.ts";
import { conditionsOf, type RuleDraft } from "./rule-draft.ts";

const conditionWords: Record<AlertCondition["type"], string> = {
  change: "is worse than usual",
  threshold: "is beyond a value",
  silence: "stop coming",
  budget: "reaches a budget",
};

/** What the fields of a rule are drawn from. */
export interface RuleFieldsProps {
  draft: RuleDraft;
  change: (more: Partial<RuleDraft>) => void;
  errors: Record<string, string>;
}

/** When the rule fires: "is worse than usual by 10 points". */
export function ConditionFields({ draft, change, errors }: RuleFieldsProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
      <SelectField
        label="Condition"
        className="w-52 max-sm:grow"
        value={draft.type}
        error={errors["condition.type"]}
        onChange={(event) => change({ type: event.target.value as AlertCondition["type"] })}
      >
        {conditionsOf(draft.metric).map((type) => (
          <option key={type} value={type}>
            {conditionWords[type]}
          </option>
        ))}
      </SelectField>
      {draft.type === "change" && (
        <Field
          label="By, in points"
          className="w-36"
          inputMode="decimal"
          hint="From 80% to 70% is 10 points."
          value={draft.by}
          error={errors["condition.by"]}
          onChange={(event) => change({ by: event.target.value })}
        />
      )}
      {draft.type === "threshold" && <ThresholdFields {...{ draft, change, errors }} />}
      {draft.type === "budget" && <BudgetFields {...{ draft, change, errors }} />}
    </div>
  );
}

function ThresholdFields({ draft, change, errors }: RuleFieldsProps) {
  const { kind } = alertMetric(draft.metric);
  const unit = kind === "share" ? " in %" : draft.metric.startsWith("latency") ? " in ms" : "";
  return (
    <>
      <SelectField
        label="Direction"
        className="w-32"
        value={draft.op}
        onChange={(event) => change({ op: event.target.value as RuleDraft["op"] })}
      >
        <option value="above">above</option>
        <option value="below">below</option>
      </SelectField>
      <Field
        label={`Value${unit}`}
        className="w-36"
        inputMode="decimal"
        value={draft.value}
        error={errors["condition.value"] ?? errors["condition.recover"]}
        onChange={(event) => change({ value: event.target.value })}
      />
    </>
  );
}

function BudgetFields({ draft, change, errors }: RuleFieldsProps) {
  return (
    <>
      <Field
        label="Share in %"
        className="w-28"
        inputMode="decimal"
        value={draft.at}
        error={errors["condition.at"]}
        onChange={(event) => change({ at: event.target.value })}
      />
      <Field
        label="Of US dollars"
        className="w-32"
        inputMode="decimal"
        value={draft.usd}
        error={errors["condition.usd"]}
        onChange={(event) => change({ usd: event.target.value })}
      />
      <SelectField
        label="In a"
        className="w-28"
        value={draft.per}
        onChange={(event) => change({ per: event.target.value as RuleDraft["per"] })}
      >
        <option value="day">day</option>
        <option value="month">month</option>
      </SelectField>
    </>
  );
}
