"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import type { Refused } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { ExperimentStep } from "#lib/act/experiments/index.ts";
import type { ExperimentState } from "#lib/domain/experiment.ts";
import { stepsFrom, stepWords } from "./experiment-words.ts";
import { ReasonForm } from "./reason-form.tsx";

interface StepButtonsProps {
  /** The endpoint that takes steps. */
  url: string;
  experiment: string;
  state: ExperimentState;
  variants: readonly string[];
  /** The arm that the results name the winner, where they do. */
  winner: string | null;
}

/** The steps that can be taken now, each in a dialog that asks for the reason. */
export function StepButtons({ state, ...rest }: StepButtonsProps) {
  const [asked, setAsked] = useState<ExperimentStep | null>(null);
  const close = () => setAsked(null);
  const [first] = stepsFrom[state];
  return (
    <>
      {stepsFrom[state].map((step) => (
        <Button key={step} tone={toneOf(step, first)} onClick={() => setAsked(step)}>
          {stepWords[step].button}
        </Button>
      ))}
      <Dialog
        open={asked !== null}
        onClose={close}
        title={asked ? stepWords[asked].title(rest.experiment) : ""}
      >
        {asked && <StepForm key={asked} step={asked} onClose={close} {...rest} />}
      </Dialog>
    </>
  );
}

const toneOf = (step: ExperimentStep, first: ExperimentStep | undefined) => {
  if (step === "stop") return "danger";
  return step === first ? "primary" : "secondary";
};

interface StepFormProps extends Omit<StepButtonsProps, "state"> {
  step: ExperimentStep;
  onClose: () => void;
}

function StepForm({ url, step, variants, winner, onClose }: StepFormProps) {
  return (
    <ReasonForm
      effect={stepWords[step].effect}
      send={(form) =>
        sendJson("POST", url, {
          step,
          reason: form.get("reason"),
          ...(step === "promote" ? { winner: form.get("winner") } : {}),
        })
      }
      onClose={onClose}
      action={stepWords[step].button}
      tone={step === "stop" ? "danger" : "primary"}
      refusal={(refused) => <Refusal {...refused} />}
    >
      {(errors) =>
        step === "promote" && (
          <SelectField
            label="Arm to promote"
            name="winner"
            defaultValue={winner ?? variants.at(-1)}
            error={errors.winner}
            hint={winner === null ? "The results name no winner yet." : undefined}
          >
            {variants.map((variant) => (
              <option key={variant} value={variant}>
                {variant}
              </option>
            ))}
          </SelectField>
        )
      }
    </ReasonForm>
  );
}

/** Why a step was refused; with what the experiment lacks, where that is why. */
function Refusal({ message, paths: { reason: _, winner: __, ...lacks } }: Refused) {
  const missing = Object.entries(lacks);
  if (missing.length === 0) return <Notice tone="bad">{message}</Notice>;
  return (
    <Notice tone="bad">
      The experiment is not complete. Edit it first:
      <ul className="list-disc pl-5">
        {missing.map(([path, words]) => (
          <li key={path}>
            <code className="font-mono text-xs">{path}</code>: {words}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
