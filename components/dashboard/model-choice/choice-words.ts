import { capitalize } from "#components/format/capitalize.ts";
import { formatDay, formatPercent } from "#components/format/numbers.ts";
import type { GuardState } from "#lib/decide/recommendations/index.ts";
import { type CohortKind, dimensions } from "#lib/domain/dimensions.ts";
import { listWords } from "#lib/domain/list-words.ts";
import type { RecommendationJson } from "#lib/use-cases/models/recommendation-json.ts";

/** A compared model. */
export type ChoiceModel = RecommendationJson["models"][number];

/** How a model's traffic differs in a dimension. */
export type Mix = NonNullable<ChoiceModel["comparison"]>["mix"][number];

/** The recommendation in a few words. */
export function choiceHeadline({
  recommendation,
  model,
}: Pick<RecommendationJson, "recommendation" | "model">): string {
  if (recommendation === "switch") return `Switch to “${model}”`;
  return recommendation === "keep" ? `Keep “${model}”` : "Not enough data";
}

const times: Record<string, string> = { day: "Days", weekday: "Weekdays", time_of_day: "Times of day" };

/** A dimension as the head of a row. */
export const mixLabel = (dimension: string): string =>
  times[dimension] ?? capitalize(dimensions[dimension as CohortKind].plural);

const weekdays = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

const quarters = ["0–6 h", "6–12 h", "12–18 h", "18–24 h"];

function valueLabel(dimension: string, value: string): string {
  if (dimension === "day") return formatDay(value);
  if (dimension === "weekday") return weekdays[Number(value) - 1] ?? value;
  return dimension === "time_of_day" ? (quarters[Number(value)] ?? value) : value;
}

/** The value whose shares differ most: "free: 30.0% of the current model's answers, 80.0% of this one's". */
export function mostWords({ dimension, most }: Pick<Mix, "dimension" | "most">): string | null {
  if (!most) return null;
  return `${valueLabel(dimension, most.value)}: ${formatPercent(most.current)} of the current model's answers, ${formatPercent(most.candidate)} of this one's`;
}

/** Whether the model is switched by itself, or why not. */
export function guardWords(guard: GuardState): string {
  switch (guard.state) {
    case "off":
      return "Off: only people switch the model.";
    case "no_label":
      return "Nothing to switch: no model has the production label.";
    case "idle":
      return "On. Today's run recommends no switch.";
    case "not_randomized":
      return `On. “${guard.model}” is recommended, but not by an experiment, so people decide.`;
    case "decided_otherwise":
      return `On. “${guard.model}” is recommended, but its experiment is paused or was decided otherwise, so people decide.`;
    case "not_comparable":
      return `On. “${guard.model}” is recommended, but its ${listWords(guard.metrics)} cannot be compared with the current model's, so people decide.`;
    case "left_before":
      return `On. “${guard.model}” is recommended, but the label was moved away from it before, so people decide.`;
    case "cooling_down":
      return `On. “${guard.model}” is recommended; not before ${formatDay(guard.until, true)}, because the label was moved lately.`;
    case "holding":
      return `On. “${guard.model}” was recommended on ${guard.runs} of ${guard.needed} days in a row.`;
    case "switch":
      return `On. “${guard.model}” was recommended on ${guard.runs} days in a row and is switched to with the next run.`;
  }
}
