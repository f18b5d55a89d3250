import type { ActiveValues } from "../url/active-filters.ts";
import { NONE_NAME } from "../url/filter-names.ts";
import type { FilterOption } from "./filter-option.ts";

interface Prompt {
  template: string;
  version: string;
}

/**
 * What a choice of a prompt offers. A version goes by its own name; where several templates have one of that name, by the
 * template's too. Templates can be chosen whole where there are several.
 */
export function promptOptions(prompts: readonly Prompt[]): FilterOption[] {
  const templates = [...new Set(prompts.map(({ template }) => template))];
  return templates.flatMap((template) => {
    const versions = prompts.filter((prompt) => prompt.template === template && prompt.version !== "");
    const whole = templates.length > 1 && template !== "" ? [optionOf(template, undefined)] : [];
    return [
      ...whole,
      ...versions.map(({ version }) => {
        const repeated = prompts.filter((prompt) => prompt.version === version).length > 1;
        return optionOf(repeated && template !== "" ? template : undefined, version);
      }),
    ];
  });
}

/** What is chosen of a prompt, as its option has it. */
export function promptValue({ prompt_template: template, prompt_version: version }: ActiveValues) {
  if (template !== "" && version !== "") return template || version ? optionOf(template, version) : undefined;
  const label = [template || "No template", version || "no version"].join(", ");
  return { value: JSON.stringify([template, version]), label };
}

/** What an option changes in the address. */
export function promptChanges(
  value: string | null,
): Record<"prompt_template" | "prompt_version" | typeof NONE_NAME, string | null> {
  const [template, version]: (string | null)[] = value === null ? [] : JSON.parse(value);
  return { prompt_template: template ?? null, prompt_version: version ?? null, [NONE_NAME]: null };
}

const optionOf = (template: string | undefined, version: string | undefined): FilterOption => ({
  value: JSON.stringify([template ?? null, version ?? null]),
  label: template && version ? `${template} ${version}` : (version ?? `${template}, all versions`),
});
