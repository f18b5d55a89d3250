"use client";

import { CalendarDays } from "lucide-react";
import { useState } from "react";
import { formatDateRange } from "#components/format/numbers.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Menu } from "#components/ui/overlays/menu.tsx";
import { type Period, presetDays } from "../url/period.ts";

interface PeriodChoiceProps {
  period: Period;
  onChange: (changes: Record<string, string | null>) => void;
}

const part =
  "rounded px-2.5 py-1 font-medium text-sm transition-colors max-sm:px-2 pointer-coarse:h-9 whitespace-nowrap inline-flex items-center gap-1.5 max-sm:flex-1 max-sm:justify-center";
const chosen = "bg-surface text-ink shadow-small";
const open = "text-faint hover:text-ink";

/** The window: a preset, or dates of the reader's own. */
export function PeriodChoice({ period, onChange }: PeriodChoiceProps) {
  const own = period.preset === null;
  return (
    <fieldset
      aria-label="Period"
      className="inline-flex max-w-full rounded-md max-sm:w-full border border-line bg-sunken p-0.5"
    >
      {presetDays.map((days) => (
        <button
          key={days}
          type="button"
          aria-pressed={period.preset === days}
          onClick={() => onChange({ days: String(days), from: null, to: null })}
          className={joinClasses(part, period.preset === days ? chosen : open)}
        >
          {days === 1 ? "Today" : `${days} days`}
        </button>
      ))}
      <Menu
        place="below-right"
        panelClassName="w-64 max-sm:fixed max-sm:inset-x-4 max-sm:top-28 max-sm:w-auto"
        buttonClassName={joinClasses(part, own ? chosen : open)}
        label={own ? `Dates: ${formatDateRange(period.from, period.to)}. Change dates` : "Choose dates"}
        button={
          <>
            <CalendarDays aria-hidden className="size-3.5" />
            {own ? formatDateRange(period.from, period.to) : <span className="max-sm:sr-only">Dates</span>}
          </>
        }
      >
        {(close) => (
          <DateForm
            key={formatDateRange(period.from, period.to)}
            period={period}
            onChange={onChange}
            close={close}
          />
        )}
      </Menu>
    </fieldset>
  );
}

function DateForm({ period, onChange, close }: PeriodChoiceProps & { close: () => void }) {
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  return (
    <form
      className="space-y-2.5 p-2"
      onSubmit={(event) => {
        event.preventDefault();
        close();
        onChange({ from, to, days: null });
      }}
    >
      <Field
        label="From"
        type="date"
        required
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Field label="To" type="date" required value={to} onChange={(event) => setTo(event.target.value)} />
      <Button type="submit" tone="primary" className="w-full">
        Apply dates
      </Button>
    </form>
  );
}
