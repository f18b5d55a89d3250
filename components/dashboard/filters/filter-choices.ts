import { cohortKinds, dimensions, dimensionWithParam } from "#lib/domain/dimensions.ts";
import type { FilterValues } from "#lib/evaluate/metrics/index.ts";
import type { ActiveValues } from "../url/active-filters.ts";
import { type FilterName, filterNames, NONE_NAME } from "../url/filter-names.ts";
import type { FilterChoice } from "./filter-option.ts";
import { promptChanges, promptOptions, promptValue } from "./prompt-options.ts";

/** The name of the filter that sets two URL parameters, a template and a version. */
const PROMPT = "prompt";

/** With so many values a menu of cohorts may be cut short. */
const CUT_AT = 200;

/** A filter and its selected option. */
export interface MadeChoice {
  choice: FilterChoice;
  /** With a name of its own where no option is like it. */
  chosen: { value: string; label: string } | undefined;
}

const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** What every page offers to choose, as far as there is something to choose from or something is chosen. */
export function filterChoices(
  known: FilterValues,
  chosen: ActiveValues,
  without: readonly FilterName[],
): MadeChoice[] {
  const one = (name: FilterName, label: string, all: string, values: readonly string[]): MadeChoice => {
    const value = chosen[name];
    const choice = { name, label, all, options: plain(values), cut: values.length >= CUT_AT };
    return { choice, chosen: value ? { value, label: value } : undefined };
  };
  const prompts = {
    name: PROMPT,
    label: "Prompt version",
    all: "All prompts",
    options: promptOptions(known.prompts),
  };
  const choices = [
    one("feature", "Feature", "All features", known.features),
    one("model", "Model", "All models", known.models),
    { choice: prompts, chosen: promptValue(chosen) },
    ...cohortKinds.map((kind) => {
      const { name, plural } = dimensions[kind];
      return one(kind, capitalize(name), `All ${plural}`, known.cohorts[kind]);
    }),
  ];
  return choices.filter(
    ({ choice, chosen: made }) =>
      (choice.options.length > 0 || made) && !namesOf(choice.name).some((name) => without.includes(name)),
  );
}

/** What choosing changes in the address. */
export const choiceChanges = (name: string, value: string | null): Record<string, string | null> =>
  name === PROMPT ? promptChanges(value) : { [name]: value };

/** What takes a choice away. */
export const clearedChoice = (name: string): Record<string, null> =>
  Object.fromEntries(
    (name === PROMPT ? ["prompt_template", "prompt_version", NONE_NAME] : [name]).map((each) => [each, null]),
  );

function namesOf(name: string): readonly FilterName[] {
  if (name === PROMPT) return ["prompt_template", "prompt_version"];
  return filterNames.filter((each) => each === name);
}

/** Some filters as a person lists them: "Model and prompt version". */
export function formatFilters(names: readonly FilterName[]): string {
  const all = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(
    names.map((name) => dimensionWithParam(name).name),
  );
  return capitalize(all);
}

const capitalize = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
