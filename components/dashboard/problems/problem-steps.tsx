"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { FixLink, ProblemState } from "#lib/domain/problem-lifecycle.ts";
import { ReasonForm } from "../experiments/reason-form.tsx";
import { linkWords, type PersonStep, stepOffers, stepsFrom } from "./problem-words.ts";

interface ProblemStepsProps {
  /** The endpoint that takes steps. */
  url: string;
  state: ProblemState;
  /** What may be linked as its fix. */
  links: readonly FixLink[];
  /** What is linked. */
  link: FixLink | null;
  /** Who works on it, or who would. */
  owner: string;
  /** The first day that it can be snoozed until, and the day that is offered: "2026-12-08". */
  snooze: { from: string; until: string };
}

/** The steps that can be taken now, each in a dialog that asks for what it needs and a note. */
export function ProblemSteps({ state, ...rest }: ProblemStepsProps) {
  const [asked, setAsked] = useState<PersonStep | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      {stepsFrom[state].map((step, place) => (
        <Button key={step} tone={place === 0 ? "primary" : "secondary"} onClick={() => setAsked(step)}>
          {stepOffers[step].button}
        </Button>
      ))}
      <Dialog open={asked !== null} onClose={close} title={asked ? stepOffers[asked].title : ""}>
        {asked && <StepForm key={asked} step={asked} onClose={close} {...rest} />}
      </Dialog>
    </>
  );
}

type StepFormProps = Omit<ProblemStepsProps, "state"> & { step: PersonStep; onClose: () => void };

function StepForm({ url, step, links, link, owner, snooze, onClose }: StepFormProps) {
  return (
    <ReasonForm
      effect={stepOffers[step].effect}
      send={(form) => sendJson("POST", url, bodyOf(step, form))}
      onClose={onClose}
      action={stepOffers[step].button}
      isReasonRequired={false}
    >
      {(errors) => (
        <>
          {step === "start" && (
            <Field
              label="Owner"
              name="owner"
              defaultValue={owner}
              maxLength={128}
              required
              error={errors.owner}
            />
          )}
          {(step === "start" || step === "link") && (
            <LinkField
              {...{ links, link }}
              isRequired={step === "link"}
              error={errors["link.version"] ?? errors["link.experiment"] ?? errors.link}
            />
          )}
          {step === "snooze" && (
            <Field
              label="Until"
              name="until"
              type="date"
              min={snooze.from}
              defaultValue={snooze.until}
              required
              error={errors.until}
            />
          )}
        </>
      )}
    </ReasonForm>
  );
}

interface LinkFieldProps extends Pick<ProblemStepsProps, "links" | "link"> {
  isRequired: boolean;
  error: string | undefined;
}

function LinkField({ links, link, isRequired, error }: LinkFieldProps) {
  return (
    <SelectField
      label="What is to fix it"
      name="link"
      defaultValue={link ? JSON.stringify(link) : ""}
      error={error}
      hint={links.length === 0 ? "There is no prompt version or experiment to choose from yet." : undefined}
    >
      {!isRequired && <option value="">Not known yet</option>}
      {links.map((each) => (
        <option key={linkWords(each)} value={JSON.stringify(each)}>
          {linkWords(each)}
        </option>
      ))}
    </SelectField>
  );
}

/** What a step sends, of a form. */
function bodyOf(step: PersonStep, form: FormData): object {
  const link = String(form.get("link") ?? "");
  return {
    ...{ step, note: form.get("reason") },
    ...(step === "start" ? { owner: form.get("owner") } : {}),
    ...(link ? { link: JSON.parse(link) } : {}),
    // The morning of that day.
    ...(step === "snooze" ? { until: `${form.get("until")}T06:00:00Z` } : {}),
  };
}
