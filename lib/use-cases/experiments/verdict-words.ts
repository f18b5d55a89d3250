import type { Caution, Obstacle } from "#lib/decide/experiments/index.ts";

const percent = (share: number | null): string => (share === null ? "nobody" : `${Math.round(share * 100)}%`);

/** How long something takes, as the end of a sentence. */
const inDays = (days: number | null): string =>
  days === null ? "" : ` At today's traffic this takes about ${days} ${days === 1 ? "day" : "days"}.`;

/** What stands between an experiment and a winner, in words. */
export function obstacleWords(obstacle: Obstacle): string {
  switch (obstacle.code) {
    case "sample_ratio_mismatch":
      return "The arms got other shares of users than the split says. Users of one arm get lost, so nothing can be compared. Find out where before you decide.";
    case "too_few_ratings":
      return `“${obstacle.variant}” has ${obstacle.ratings} ratings from ${obstacle.users} users; ${obstacle.ratingsNeeded} from ${obstacle.usersNeeded} are needed.${inDays(obstacle.days)}`;
    case "response_rates_differ":
      return `${percent(obstacle.own.value)} of the users of “${obstacle.variant}” rate, and ${percent(obstacle.control.value)} of those of the control. Other people speak up here than there, so their ratings cannot be compared.`;
    case "guardrail_worse":
      return `The guardrail “${obstacle.metric}” is certainly worse in “${obstacle.variant}” than in the control.`;
    case "effect_fades":
      return `The difference of “${obstacle.variant}” fades after its users' first week, and what is left of it is not certain.`;
    case "not_sure_yet":
      return obstacle.users === null
        ? `“${obstacle.variant}” shows no difference from the control that could ever be told apart.`
        : `“${obstacle.variant}” is not certain to differ from the control yet: about ${obstacle.users.toLocaleString("en-US")} more users must rate, if the difference stays as it is.${inDays(obstacle.days)}`;
  }
}

/** What to know about a winner nevertheless, in words. */
export function cautionWords(caution: Caution): string {
  switch (caution.code) {
    case "no_later_values":
      return `“${caution.variant}” has too few ratings after its users' first week to tell whether the effect lasts.`;
    case "split_changed":
      return `The split changed while the experiment ran: “${caution.variant}” had ${percent(caution.before)} of its own and the control's users before, and ${percent(caution.since)} since. If quality changed over time as well, the arms mix good and bad times differently.`;
  }
}
