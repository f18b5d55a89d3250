import { formatCount, formatCountOf, formatPercent } from "#components/format/numbers.ts";
import { USERS_MIN } from "./lead.ts";
import { differenceInterval, formatMetricDifference, metricLabel } from "./metric-words.ts";
import { type Analysis, treatmentsOf, usersOf } from "./results.ts";

/** A check of an experiment's validity, and what came of it. */
export interface Check {
  name: string;
  state: "passed" | "failed" | "open";
  /** One sentence for each thing there is to say. */
  words: string[];
}

/** Ratings of each arm, and users whom they come from, below which no arm can win. */
const MINIMUM = "Each arm needs 30 ratings from 10 users.";

/** What must hold before a winner is named, check by check. */
export const prepareChecks = (analysis: Analysis, metric: string): Check[] => [
  ratingsCheck(analysis),
  sampleRatioCheck(analysis),
  switchedCheck(analysis),
  responsesCheck(analysis),
  ...guardrailsCheck(analysis),
  noveltyCheck(analysis, metric),
];

function ratingsCheck({ arms, missing }: Analysis): Check {
  const scarce = missing.filter(({ code }) => code === "too_few_ratings");
  const fewest = arms.toSorted((one, other) => one.ratings - other.ratings)[0];
  const enough = `${MINIMUM} The fewest are in “${fewest?.variant}”: ${formatCountOf(fewest?.ratings ?? 0, "rating")} from ${formatCountOf(fewest?.raters ?? 0, "user")}.`;
  return {
    name: "Enough ratings",
    state: scarce.length > 0 ? "open" : "passed",
    words:
      scarce.length > 0 ? [`Not enough data. ${MINIMUM}`, ...scarce.map(({ message }) => message)] : [enough],
  };
}

function sampleRatioCheck({ sample_ratio: ratio }: Analysis): Check {
  const name = "Sample ratio";
  if (!ratio) return { name, state: "open", words: ["Too few users to compare with the split."] };
  const arms = ratio.arms.map(
    ({ variant, observed, expected }) =>
      `“${variant}” got ${formatCount(observed)} users, ${formatCount(Math.round(expected))} expected`,
  );
  const verdict = ratio.mismatch
    ? `The arms got other shares of users than the split says (${formatP(ratio.p)}). Find out where users are lost.`
    : `The arms got users as the split says (${formatP(ratio.p)}).`;
  return { name, state: ratio.mismatch ? "failed" : "passed", words: [verdict, `${arms.join("; ")}.`] };
}

/** A p-value: "p = 0.004", "p < 0.001". */
export const formatP = (p: number): string => (p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`);

function switchedCheck(analysis: Analysis): Check {
  const switched = analysis.arms.reduce((sum, arm) => sum + arm.switched, 0);
  const all = usersOf(analysis) + switched;
  const share = all > 0 ? ` (${formatPercent(switched / all)})` : "";
  const words =
    switched === 0
      ? "No user saw more than one arm."
      : `${formatCountOf(switched, "user")}${share} saw more than one arm and ${switched === 1 ? "is" : "are"} left out.`;
  return { name: "Switched users", state: "passed", words: [words] };
}

function responsesCheck(analysis: Analysis): Check {
  const rates = treatmentsOf(analysis).flatMap(
    ({ variant, response_rate: own, control_response_rate: control, responses_differ: differ }) =>
      typeof own?.value === "number" && typeof control?.value === "number"
        ? [
            {
              ...{ variant, own: own.value, control: control.value, differ: differ === true },
              users: Math.min(own.n, control.n),
            },
          ]
        : [],
  );
  const name = "Response rates";
  if (rates.length === 0) return { name, state: "open", words: ["No users yet."] };
  if (rates.some(({ users }) => users < USERS_MIN))
    return { name, state: "open", words: ["Too few users to compare."] };
  const differ = rates.some((rate) => rate.differ);
  return {
    name,
    state: differ ? "failed" : "passed",
    words: [
      differ
        ? "Users of one arm rate much more often, so ratings cannot be compared."
        : "Users of all arms rate about equally often.",
      ...rates.map(
        ({ variant, own, control }) =>
          `${formatPercent(own)} of users rate in “${variant}”, ${formatPercent(control)} in the control.`,
      ),
    ],
  };
}

function guardrailsCheck({ metrics }: Analysis): Check[] {
  const guardrails = metrics.filter(({ role, difference }) => role === "guardrail" && difference);
  if (!metrics.some(({ role }) => role === "guardrail")) return [];
  const harmed = guardrails.filter(({ harm }) => harm);
  const words = harmed.map(
    ({ metric, variant, difference }) =>
      `${metricLabel(metric)} is worse in “${variant}”${difference ? `: ${formatMetricDifference(metric, difference.value)} (${differenceInterval(metric, difference)})` : ""}.`,
  );
  const open = guardrails.length === 0;
  return [
    {
      name: "Guardrails",
      state: harmed.length > 0 ? "failed" : open ? "open" : "passed",
      words: words.length > 0 ? words : [open ? "Not enough data." : "No guardrail is certainly worse."],
    },
  ];
}

function noveltyCheck(analysis: Analysis, metric: string): Check {
  const states = treatmentsOf(analysis).flatMap(({ variant, novelty }) => {
    if (!novelty || novelty.state === "too_soon" || !novelty.early || !novelty.later) return [];
    const [early, later] = [novelty.early, novelty.later].map(({ value }) =>
      formatMetricDifference(metric, value),
    );
    const ends = { steady: "No certain change.", growing: "It grows.", fading: "It fades." }[novelty.state];
    const failed = novelty.state === "fading" && !novelty.lasts;
    return [{ failed, words: `“${variant}”: ${early} in users' first week, ${later} later. ${ends}` }];
  });
  if (states.length === 0)
    return {
      name: "Novelty",
      state: "open",
      words: ["Too few ratings after users' first week to tell whether the effect lasts."],
    };
  return {
    name: "Novelty",
    state: states.some(({ failed }) => failed) ? "failed" : "passed",
    words: states.map(({ words }) => words),
  };
}
