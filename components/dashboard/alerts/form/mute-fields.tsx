"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { MuteDraft } from "./rule-draft.ts";

/** Most mute windows of a rule. */
const MUTES_MAX = 20;

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

interface MuteFieldsProps {
  mute: readonly MuteDraft[];
  tz: string;
  /** Mute windows of the rule that stand before these. */
  before: number;
  errors: Record<string, string>;
  onChange: (mute: MuteDraft[]) => void;
}

/** The times of the week in which the rule tells nobody. */
export function MuteFields({ mute, tz, before, errors, onChange }: MuteFieldsProps) {
  const change = (index: number, more: Partial<MuteDraft>) =>
    onChange(mute.map((each, at) => (at === index ? { ...each, ...more } : each)));
  const add = () => {
    const key = Math.max(-1, ...mute.map((each) => each.key)) + 1;
    onChange([...mute, { key, weekdays: [6, 7], from: "00:00", to: "23:59", tz }]);
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft text-sm">Mute windows</legend>
      <p className="mb-2 max-w-prose text-faint text-xs">
        Nobody is told then. What still fires when a mute window ends is told then.
      </p>
      <ul className="space-y-3">
        {mute.map((window, index) => (
          <li key={window.key} className="flex flex-wrap items-end gap-2">
            <Weekdays
              number={index + 1}
              value={window.weekdays}
              onChange={(days) => change(index, { weekdays: days })}
            />
            <Field
              label="From"
              type="time"
              className="w-32"
              value={window.from}
              error={errors[`mute.${before + index}.from`]}
              onChange={(event) => change(index, { from: event.target.value })}
            />
            <Field
              label="To"
              type="time"
              className="w-32"
              value={window.to}
              error={errors[`mute.${before + index}.to`]}
              onChange={(event) => change(index, { to: event.target.value })}
            />
            <Field
              label="Time zone"
              className="w-44 max-sm:grow"
              value={window.tz}
              error={errors[`mute.${before + index}.tz`]}
              onChange={(event) => change(index, { tz: event.target.value })}
            />
            {errors[`mute.${before + index}.weekdays`] && (
              <p className="text-bad text-xs">{errors[`mute.${before + index}.weekdays`]}</p>
            )}
            <IconButton
              label={`Remove mute window ${index + 1}`}
              icon={<Trash2 aria-hidden className="size-4" />}
              onClick={() => onChange(mute.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      {errors.mute && <p className="mt-1 text-bad text-xs">{errors.mute}</p>}
      {mute.length < MUTES_MAX && (
        <Button size="small" className={mute.length > 0 ? "mt-3" : undefined} onClick={add}>
          <Plus aria-hidden className="size-3.5" />
          Add mute window
        </Button>
      )}
    </fieldset>
  );
}

interface WeekdaysProps {
  number: number;
  value: readonly number[];
  onChange: (value: number[]) => void;
}

function Weekdays({ number, value, onChange }: WeekdaysProps) {
  const turn = (day: number) =>
    onChange(value.includes(day) ? value.filter((each) => each !== day) : [...value, day].sort());
  return (
    <fieldset className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1.5">
      <legend className="sr-only">Weekdays of mute window {number}</legend>
      {weekdays.map((label, index) => (
        <label key={label} className="flex items-center gap-1.5 text-sm">
          <input
            type="checkbox"
            className="size-6 accent-accent"
            checked={value.includes(index + 1)}
            onChange={() => turn(index + 1)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
