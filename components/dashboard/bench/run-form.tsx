"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import { useAddress } from "../url/use-address.ts";
import { benchLink } from "./bench-link.ts";
import { inputWords, type RunJson } from "./run-words.ts";

interface RunFormProps {
  template: string;
  base: string;
  /** Address of the prompt's routes. */
  url: string;
  /** The managed versions, newest first. */
  versions: readonly string[];
  /** The one that is chosen, and its variables. */
  version: string;
  variables: readonly string[];
  /** The model that would be asked; null where none is configured. */
  model: string | null;
  limits: { atOnce: number; most: number };
}

/** Starts a run of a version. */
export function RunForm({ template, base, url, versions, version, variables, model, limits }: RunFormProps) {
  const router = useRouter();
  const { change } = useAddress();
  const { busy, refused, submit } = useSubmit<RunJson>(
    (form) =>
      sendJson("POST", `${url}/versions/${encodeURIComponent(version)}/bench`, {
        inputs: form.get("inputs"),
        count: Number(form.get("count")),
        input_as: form.get("input_as") || null,
      }),
    ({ run_id }) => {
      router.push(benchLink(base, template, { version, run: run_id }), { scroll: false });
      router.refresh();
    },
  );
  return (
    <Card
      title="New run"
      note={
        model === null
          ? undefined
          : `Asks the model “${model}” once for each input, ${limits.atOnce} at a time. One run of a prompt at a time; the last ten are kept.`
      }
    >
      {model === null && <NoModel />}
      <form onSubmit={submit} className="space-y-3">
        {refused && <Notice tone="bad">{refused.message}</Notice>}
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField
            label="Version"
            name="version"
            value={version}
            onChange={({ target }) => change({ version: target.value })}
          >
            {versions.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Inputs of"
            name="inputs"
            hint="Badly rated: a thumbs down, or two stars or fewer."
            error={refused?.fields.inputs}
          >
            {Object.entries(inputWords).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </SelectField>
          <Field
            label="Number of inputs"
            name="count"
            type="number"
            min={1}
            max={limits.most}
            defaultValue={20}
            required
            hint={`1 to ${limits.most}, newest first.`}
            error={refused?.fields.count}
          />
          {variables.length > 0 && (
            <SelectField
              key={version}
              label="Use the logged input for"
              name="input_as"
              hint="Where no value of the variable was logged."
              error={refused?.fields.input_as}
            >
              <option value="">No variable</option>
              {variables.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
        </div>
        <Button type="submit" tone="primary" busy={busy} disabled={model === null}>
          Run {version}
        </Button>
      </form>
    </Card>
  );
}

function NoModel() {
  return (
    <Notice tone="warn" className="mb-3">
      No model is configured. Set <code>LLM_BASE_URL</code>, <code>LLM_API_KEY</code> and{" "}
      <code>LLM_MODEL</code> in the environment or in <code>.env</code>, then restart Whetstone.
    </Notice>
  );
}
