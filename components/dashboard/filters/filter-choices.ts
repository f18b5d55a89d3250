import { capitalize } from "#components/format/capitalize.ts";
import { dimensionWithParam } from "#lib/domain/dimensions.ts";
import { listWords } from "#lib/domain/list-words.ts";
import type { FilterValues } from "#lib/evaluate/metrics/index.ts";
import type { ActiveValues } from "../url/active-filters.ts";
import { type FilterName, filterNames, NONE_NAME } from "../url/filter-names.ts";
import type { FilterChoice } from "./filter-option.ts";
import { promptChanges, promptOptions, promptValue } from "./prompt-options.ts";

/** The name of the filter that sets two URL parameters, a template and a version. */
const PROMPT = "prompt";

/** A filter with a menu of its own. */
type SingleFilter = Exclude<FilterName, "prompt_template" | "prompt_version">;

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
  const values: Record<SingleFilter, readonly string[]> = {
    feature: known.features,
    model: known.models,
    ...known.cohorts,
  };
  const one = (param: SingleFilter): MadeChoice => {
    const { name, plural } = dimensionWithParam(param);
    const [value, options] = [chosen[param], plain(values[param])];
    const choice = {
      name: param,
      label: capitalize(name),
      all: `All ${plural}`,
      options,
      cut: options.length >= CUT_AT,
    };
    return { choice, chosen: value ? { value, label: value } : undefined };
  };
  const prompts = {
    name: PROMPT,
    label: "Prompt version",
    all: "All prompts",
    options: promptOptions(known.prompts),
  };
  const choices = filterNames.flatMap((name): MadeChoice[] => {
    if (name === "prompt_template") return [];
    return [name === "prompt_version" ? { choice: prompts, chosen: promptValue(chosen) } : one(name)];
  });
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
  return capitalize(listWords(names.map((name) => dimensionWithParam(name).name)));
}
