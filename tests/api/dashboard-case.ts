import type { Answer } from "./api-test.ts";

/** The feature of the hand-made case; other tests of the worker write to other features. */
export const FEATURE = "dash-summary";

/** The month of the hand-made case. */
export const MARCH = "from=2026-03-01&to=2026-03-31";

const versions = [
  { version: "v1", model: "m-a", day: "2026-03-02", tenant: "acme", language: "en", ups: 4, downs: 6 },
  { version: "v2", model: "m-b", day: "2026-03-10", tenant: "beta", language: "de", ups: 9, downs: 1 },
] as const;

const minute = (day: string, index: number) => `${day}T10:${String(index).padStart(2, "0")}:00Z`;

/**
 * Twelve answers of each of two prompt versions, of which ten are rated: v1 has 4 thumbs up and 6 down, v2 has 9 and 1.
 * All six downs of v1 are inaccurate, three of them too long as well; the one of v2 is too long. One answer of v2 has four
 * stars, one of v1 was edited, and two of v1 were marked at the same passage.
 */
export const events: readonly object[] = [
  ...versions.flatMap(({ version, model, day, tenant, language }) =>
    Array.from({ length: 12 }, (_, index) => ({
      type: "interaction",
      interaction_id: `dash-${version}-${index}`,
      feature_name: FEATURE,
      response_text: "one two three four",
      model_name: model,
      prompt_template: "sum",
      prompt_version: version,
      tenant: index === 11 ? "tiny" : tenant,
      language,
      response_latency_ms: 100,
      cost_usd: 0.01,
      token_count: 50,
      created_at: minute(day, index),
    })),
  ),
  ...versions.flatMap(({ version, day, ups, downs }) =>
    Array.from({ length: ups + downs }, (_, index) => ({
      type: "feedback",
      interaction_id: `dash-${version}-${index}`,
      rating_type: "binary",
      rating_value: index < ups ? 1 : 0,
      rating_categories: index < ups ? [] : categoriesOf(version, index - ups),
      created_at: minute(day, index),
    })),
  ),
  {
    ...{ type: "feedback", interaction_id: "dash-v2-0", rating_type: "stars", rating_value: 4 },
    created_at: minute("2026-03-10", 30),
  },
  {
    ...{ type: "feedback", interaction_id: "dash-v1-4", rating_type: "correction" },
    correction_text: "one two three five",
    created_at: minute("2026-03-02", 30),
  },
  ...[4, 5].map((index) => ({
    ...{ type: "annotation", interaction_id: `dash-v1-${index}`, quote: { exact: "two three" } },
    category: "inaccurate",
    created_at: minute("2026-03-02", 40 + index),
  })),
];

function categoriesOf(version: string, down: number): string[] {
  if (version === "v2") return ["too_long"];
  return down < 3 ? ["inaccurate", "too_long"] : ["inaccurate"];
}

/** Answers of today: 3 thumbs up and 7 down, of which two say the same. */
export const eventsOfToday: readonly object[] = Array.from({ length: 10 }, (_, index) => [
  {
    ...{ type: "interaction", interaction_id: `now-${index}`, feature_name: "dash-now" },
    ...{ response_text: "r", model_name: "m", prompt_template: "now", prompt_version: "v7" },
  },
  {
    ...{ type: "feedback", interaction_id: `now-${index}`, rating_type: "binary" },
    rating_value: index < 3 ? 1 : 0,
    ...(index >= 3 ? { rating_categories: ["rude"] } : {}),
    ...(index >= 8 ? { feedback_comment: index === 8 ? "It was rude to me." : "it was RUDE to me" } : {}),
  },
]).flat();

/** The n and the value of a rate, or of a mean. */
export const told = ({ value, n }: { value: number | null; n: number }): [number | null, number] => [
  value === null ? null : Math.round(value * 10_000) / 10_000,
  n,
];

/** Which parameter a call was refused for. */
export const refusedFor = ({ status, json }: Answer): unknown[] => [
  status,
  json.code,
  json.errors?.[0]?.path,
];
