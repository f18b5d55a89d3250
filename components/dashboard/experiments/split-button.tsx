"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { Experiment } from "#lib/act/experiments/index.ts";
import { splitBody, toPercent } from "./form/experiment-draft.ts";
import { ReasonForm } from "./reason-form.tsx";

interface SplitButtonProps {
  /** The endpoint of the experiment. */
  url: string;
  traffic: number;
  arms: Experiment["arms"];
}

/** Changes who gets what while an experiment runs, in a dialog that asks for the reason. */
export function SplitButton(props: SplitButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Change split</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Change split">
        {open && <SplitForm {...props} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function SplitForm({ url, traffic, arms, onClose }: SplitButtonProps & { onClose: () => void }) {
  const send = (form: FormData) => {
    const entered = (name: string) => String(form.get(name) ?? "");
    const percents = arms.map((_, index) => entered(`weight-${index}`));
    const body = splitBody(arms, { traffic: entered("traffic"), percents }, entered("reason"));
    return sendJson("PATCH", url, body);
  };
  return (
    <ReasonForm
      effect="As few users as possible move to another arm; those who do are left out of the comparison. The check of the sample ratio starts anew."
      send={send}
      onClose={onClose}
      action="Change split"
      isReasonRequired={false}
    >
      {(errors) => (
        <>
          <Field
            label="Traffic in % of users"
            name="traffic"
            inputMode="decimal"
            defaultValue={toPercent(traffic)}
            error={errors.traffic}
          />
          <fieldset className="space-y-3">
            <legend className="mb-1 font-medium text-soft text-sm">Share of each arm in %</legend>
            {arms.map(({ variant, weight, pausedAt }, index) => (
              <Field
                key={variant}
                label={pausedAt ? `${variant} (paused)` : variant}
                name={`weight-${index}`}
                inputMode="decimal"
                defaultValue={toPercent(weight)}
                error={errors[`arms.${index}.weight`]}
              />
            ))}
            {errors.arms && <p className="text-bad text-xs">{errors.arms}</p>}
          </fieldset>
        </>
      )}
    </ReasonForm>
  );
}
