"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { type DimensionParam, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import type { RuleFieldsProps } from "./condition-fields.tsx";

/** Values that are suggested, by dimension. */
export type ScopeSuggestions = { [Param in DimensionParam]?: readonly string[] };

/** Which answers are watched. */
export function ScopeFields({
  draft: { scope },
  change,
  errors,
  suggestions,
}: RuleFieldsProps & { suggestions: ScopeSuggestions }) {
  const free = dimensionNames
    .map((name) => dimensions[name].param)
    .filter((param) => !scope.some((each) => each.param === param));
  const set = (index: number, more: Partial<(typeof scope)[number]>) =>
    change({ scope: scope.map((each, at) => (at === index ? { ...each, ...more } : each)) });
  const [next] = free;
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft text-sm">
        {scope.length === 0 ? "Of all answers" : "Of answers with"}
      </legend>
      <ul className="space-y-3">
        {scope.map(({ param, value }, index) => (
          <li key={param} className="flex flex-wrap items-end gap-2">
            <SelectField
              label={`Dimension ${index + 1}`}
              className="w-44"
              value={param}
              onChange={(event) => set(index, { param: event.target.value as DimensionParam, value: "" })}
            >
              {[param, ...free].map((each) => (
                <option key={each} value={each}>
                  {each.replace("_", " ")}
                </option>
              ))}
            </SelectField>
            <Field
              label={`Value ${index + 1}`}
              className="w-56 max-sm:grow"
              list={`alert-${param}`}
              value={value}
              error={errors[`scope.${param}`]}
              onChange={(event) => set(index, { value: event.target.value })}
            />
            <datalist id={`alert-${param}`}>
              {(suggestions[param] ?? []).map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
            <IconButton
              label={`Remove dimension ${index + 1}`}
              icon={<Trash2 aria-hidden className="size-4" />}
              onClick={() => change({ scope: scope.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ul>
      {errors.scope && <p className="mt-1 text-bad text-xs">{errors.scope}</p>}
      {next && (
        <Button
          size="small"
          className={scope.length > 0 ? "mt-3" : undefined}
          onClick={() => change({ scope: [...scope, { param: next, value: "" }] })}
        >
          <Plus aria-hidden className="size-3.5" />
          Only some answers
        </Button>
      )}
    </fieldset>
  );
}
