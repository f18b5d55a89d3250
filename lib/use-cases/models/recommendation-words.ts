import {
  type MixDimension,
  type ModelReason,
  type ModelWarning,
  modelPolicy,
} from "#lib/decide/recommendations/index.ts";
import { type CohortKind, dimensions } from "#lib/domain/dimensions.ts";
import { listWords } from "#lib/domain/list-words.ts";

interface Interval {
  value: number;
  low: number;
  high: number;
}

const signed = (share: number): string => {
  const text = Math.abs(share * 100).toFixed(1);
  return text === "0.0" ? text : `${share > 0 ? "+" : "−"}${text}`;
};

/** A difference of two rates: "+5.2 points (+1.0 to +9.4)". */
const points = ({ value, low, high }: Interval): string =>
  `${signed(value)} points (${signed(low)} to ${signed(high)})`;

/** A relative difference: "−20.0% (−25.0 to −14.0)". */
const relative = ({ value, low, high }: Interval): string =>
  `${signed(value)}% (${signed(low)} to ${signed(high)})`;

const percent = (share: number | null): string => (share === null ? "none" : `${Math.round(share * 100)}%`);

const count = (number: number): string => Math.round(number).toLocaleString("en");

/** The stated limits, as a sentence says them. */
const [NOT_WORSE, MORE, SAVES] = [
  `${Math.round(modelPolicy.notWorseBy * 100)} points`,
  percent(modelPolicy.moreBy),
  percent(modelPolicy.savesBy),
];

/** Who answered alone. */
function oneModel({ model, experiment }: Extract<ModelReason, { code: "one_model" }>, shortened: boolean) {
  if (model === null) return "No model answered this feature in the last 28 days.";
  const where = shortened
    ? "is among the latest answers of this feature, and older ones are not compared because there are too many"
    : "answered this feature in the last 28 days";
  return experiment === null
    ? `Only “${model}” ${where}, so there is nothing to compare it with.`
    : `Only “${model}” has answered in the experiment “${experiment}” so far, so there is nothing to compare it with.`;
}

/**
 * A reason for a recommendation in words, with its numbers.
 * @param shortened - Whether older answers of the last 28 days were left out.
 */
export function reasonWords(reason: ModelReason, shortened = false): string {
  switch (reason.code) {
    case "one_model":
      return oneModel(reason, shortened);
    case "too_few_ratings":
      return `“${reason.model}” has ${count(reason.ratings)} thumbs from ${count(reason.users)} users; 30 from 10 are needed.`;
    case "sample_ratio_mismatch":
      return `The models got other shares of users than the experiment's split says (p = ${reason.p.toPrecision(1)}). Users of one model get lost, so nothing can be compared.`;
    case "response_rates_differ":
      return `${percent(reason.own.value)} of the users of “${reason.model}” rate, and ${percent(reason.current.value)} of those of the current model, so their ratings cannot be compared.`;
    case "surely_better":
      return `“${reason.model}” is rated significantly better than the current model: ${points(reason.difference)}.`;
    case "surely_worse":
      return `“${reason.model}” is rated significantly worse than the current model: ${points(reason.difference)}.`;
    case "surely_not_worse":
      return `“${reason.model}” is rated at most ${NOT_WORSE} worse than the current model, even allowing for chance: ${points(reason.difference)}.`;
    case "no_gain":
      return `“${reason.model}” is rated alike, ${points(reason.difference)}, and neither cheaper nor faster by ${SAVES}.`;
    case "not_sure_yet":
      return `“${reason.model}” is not significantly better or worse yet: ${points(reason.difference)}.${more(reason.users)}`;
    case "cheaper":
      return `An answer of “${reason.model}” costs less: ${relative(reason.difference)}.`;
    case "faster":
      return `An answer of “${reason.model}” takes less time: ${relative(reason.difference)}.`;
    case "costs_more":
      return `An answer of “${reason.model}” costs more: ${relative(reason.difference)}; up to +${MORE} is accepted.`;
    case "slower":
      return `An answer of “${reason.model}” takes longer: ${relative(reason.difference)}; up to +${MORE} is accepted.`;
    case "corrected_more":
      return `Users correct answers of “${reason.model}” more often: ${points(reason.difference)}.`;
    case "keeps_less":
      return `Corrections keep less of the answers of “${reason.model}”: ${points(reason.difference)}.`;
    case "guardrail_worse":
      return `In the experiment, “${reason.metric}” is significantly worse with “${reason.model}”.`;
    case "explained_by_mix":
      return `“${reason.model}” looks ${reason.difference.value > 0 ? "better" : "worse"}, ${points(reason.difference)}, but with the same mix of cohorts the difference is ${points(reason.sameMix)}. Who got which model may explain it.`;
    case "little_in_common":
      return `“${reason.model}” and the current model answered different cohorts: only ${percent(reason.inCommon)} of the users who rated are in cohorts where both answered, and ${percent(modelPolicy.inCommon)} are needed.`;
  }
}

const more = (users: number | null): string =>
  users === null ? "" : ` About ${count(users)} more users must rate, if the difference stays as it is.`;

const times = { day: "days", weekday: "weekdays", time_of_day: "times of day" } as const;

/** A dimension in which traffic differs, in the plural. */
export const mixWords = (dimension: MixDimension): string =>
  dimension in times ? times[dimension as keyof typeof times] : dimensions[dimension as CohortKind].plural;

/** What to know about a recommendation, in words. */
export function warningWords(warning: ModelWarning): string {
  switch (warning.code) {
    case "not_randomized":
      return "Users were not assigned to models at random. A difference may come from the users, the questions or the time instead of the model. Only an experiment can tell.";
    case "mix_differs":
      return `“${warning.model}” and the current model answered a different mix of ${listWords(warning.dimensions.map(mixWords))}.`;
    case "one_after_the_other":
      return `“${warning.model}” and the current model mostly answered on different days, so anything else that changed in between may explain a difference.`;
    case "not_compared":
      return `The ${warning.metric} of “${warning.model}” is not compared, because it is not logged for both models.`;
  }
}
