"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { Experiment } from "#lib/act/experiments/index.ts";
import { splitBody, toPercent } from "./form/experiment-draft.ts";

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
  const router = useRouter();
  const { busy, refused, submit } = useSubmit(
    (form) => {
      const entered = (name: string) => String(form.get(name) ?? "");
      const percents = arms.map((_, index) => entered(`weight-${index}`));
      return sendJson(
        "PATCH",
        url,
        splitBody(arms, { traffic: entered("traffic"), percents }, entered("reason")),
      );
    },
    () => {
      onClose();
      router.refresh();
    },
  );
  const { traffic: wrongTraffic, arms: wrongArms, reason, ...others } = refused?.paths ?? {};
  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      <p className="text-sm text-soft">
        As few users as possible move to another arm; those who do are left out of the comparison. The check
        of the sample ratio starts anew.
      </p>
      <Field
        label="Traffic in % of users"
        name="traffic"
        inputMode="decimal"
        defaultValue={toPercent(traffic)}
        error={wrongTraffic}
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
            error={others[`arms.${index}.weight`]}
          />
        ))}
        {wrongArms && <p className="text-bad text-xs">{wrongArms}</p>}
      </fieldset>
      <TextAreaField label="Reason" name="reason" rows={2} hint="Kept in the history." error={reason} />
      {refused && <Notice tone="bad">{refused.message}</Notice>}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" tone="primary" busy={busy}>
          Change split
        </Button>
      </div>
    </form>
  );
}
