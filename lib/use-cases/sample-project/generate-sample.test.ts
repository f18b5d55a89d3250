import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { annotationBodySchema } from "#lib/observe/annotations/index.ts";
import { feedbackBodySchema } from "#lib/observe/feedback/index.ts";
import { interactionBodySchema } from "#lib/observe/interactions/index.ts";
import { preferenceBodySchema } from "#lib/observe/preferences/index.ts";
import { signalBodySchema } from "#lib/observe/signals/index.ts";
import { featurePlans } from "./feature-plans.ts";
import { generateSample } from "./generate-sample.ts";
import { sampleScores } from "./score-answer.ts";

const now = new Date("2026-06-17T14:30:00Z");
const sample = generateSample({ now, seed: 11 });
const { interactions, ratings, scores, preferences, signals, annotations } = sample;
const answers = new Map(interactions.map((answer) => [answer.interaction_id, answer]));
const answerOf = (rating: { interaction_id?: string | undefined }) => {
  const answer = answers.get(rating.interaction_id ?? "");
  if (!answer) throw new Error(`no answer ${rating.interaction_id}`);
  return answer;
};
const distinct = (values: unknown[]) => new Set(values).size;

/** Share of thumbs up for one version of a feature's prompt. */
function positive(feature: string, version: string) {
  const thumbs = ratings.filter((rating) => {
    const { feature_name, prompt_version } = answerOf(rating);
    return rating.rating_type === "binary" && feature_name === feature && prompt_version === version;
  });
  return rate(thumbs.filter(({ rating_value }) => rating_value === 1).length, thumbs.length);
}

describe("the sample's size and shape", () => {
  it("is about 12,000 answers of four features by three models for a few hundred people", () => {
    expect(interactions.length).toBeGreaterThan(10_500);
    expect(interactions.length).toBeLessThan(13_500);
    expect(distinct(interactions.map((answer) => answer.feature_name))).toBe(4);
    expect(distinct(interactions.map((answer) => answer.model_name))).toBe(3);
    expect(distinct(interactions.map((answer) => answer.user_id))).toBeGreaterThan(250);
    expect(distinct(interactions.map((answer) => answer.tenant))).toBeGreaterThan(4);
    expect(distinct(interactions.map((answer) => answer.language))).toBe(4);
  });

  it("covers 90 days, ends now, and is sorted", () => {
    const times = interactions.map((answer) => answer.created_at.getTime());
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(new Date(times[0] ?? 0).toISOString().slice(0, 10)).toBe("2026-03-20");
    expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
  });

  it("is quieter at weekends", () => {
    const on = (days: number[]) =>
      interactions.filter((answer) => days.includes(answer.created_at.getUTCDay())).length / days.length;
    expect(on([0, 6])).toBeLessThan(0.6 * on([1, 2, 3, 4]));
  });

  it("is the same for the same moment and seed, and another for another seed", () => {
    expect(generateSample({ now, seed: 11 })).toEqual(sample);
    expect(generateSample({ now, seed: 12 }).interactions[0]).not.toEqual(interactions[0]);
  });
});

describe("the sample's ratings", () => {
  it("are of 5 to 15 per cent of the answers", () => {
    const share = distinct(ratings.map((rating) => rating.interaction_id)) / interactions.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.15);
  });

  it("come from more unhappy than happy people, though most answers are good", () => {
    const thumbs = ratings.filter((rating) => rating.rating_type === "binary");
    const up = thumbs.filter((rating) => rating.rating_value === 1).length;
    expect(up).toBeLessThan(thumbs.length / 2);
    expect(up).toBeGreaterThan(thumbs.length / 3);
  });

  it("come after their answer and not after now, one of a kind for each person", () => {
    for (const rating of ratings) {
      expect(rating.created_at?.getTime()).toBeGreaterThan(answerOf(rating).created_at.getTime());
      expect(rating.created_at?.getTime()).toBeLessThanOrEqual(now.getTime());
    }
    const keys = ratings.map(({ interaction_id, user_id, rating_type }) =>
      [interaction_id, user_id, rating_type].join(),
    );
    expect(distinct(keys)).toBe(ratings.length);
    expect(distinct(ratings.map((rating) => rating.feedback_id))).toBe(ratings.length);
  });

  it("show the regression of support-reply v2 and its fix beyond chance", () => {
    const [before, broken, fixed] = ["v1", "v2", "v3"].map((version) => positive("support-reply", version));
    expect(broken?.high).toBeLessThan(before?.low ?? 0);
    expect(broken?.high).toBeLessThan(fixed?.low ?? 0);
    expect(broken?.n).toBeGreaterThanOrEqual(30);
  });

  it("are worse than the answers truly are, as the unhappy rate more readily", () => {
    for (const plan of Object.values(featurePlans)) {
      for (const { version, quality } of plan.versions)
        expect(positive(plan.name, version).value).toBeLessThan(quality);
    }
  });

  it("hold thumbs, stars, comments, categories and edits that change the answer", () => {
    const types = Object.groupBy(ratings, (rating) => rating.rating_type);
    for (const type of ["binary", "stars", "correction", "comment"] as const) {
      expect(types[type]?.length).toBeGreaterThan(30);
    }
    for (const edit of types.correction ?? [])
      expect(edit.correction_text).not.toBe(answerOf(edit).response_text);
    expect(distinct(ratings.flatMap((rating) => rating.rating_categories))).toBeGreaterThan(5);
  });
});

describe("what the sample's readers do", () => {
  it("tells of copying and regenerating, after the answer and not after now, each once", () => {
    expect(distinct(signals.map(({ signal }) => signal))).toBe(7);
    for (const signal of signals) {
      expect(signal.occurred_at?.getTime()).toBeGreaterThan(answerOf(signal).created_at.getTime());
      expect(signal.occurred_at?.getTime()).toBeLessThanOrEqual(now.getTime());
    }
    expect(distinct(signals.map(({ signal_id }) => signal_id))).toBe(signals.length);
  });

  it("marks passages that stand in the answer, where it says", () => {
    expect(annotations.length).toBeGreaterThan(20);
    for (const { quote, position, ...annotation } of annotations)
      expect(answerOf(annotation).response_text.slice(position?.start, position?.end)).toBe(quote.exact);
  });
});

describe("the sample's scores and preferences", () => {
  it("are of some answers and sessions, each once, and fit what the project declares", () => {
    const values = Map.groupBy(scores, ({ score_name }) => score_name);
    expect([...values.keys()].toSorted()).toEqual(Object.keys(sampleScores).toSorted());
    for (const [name, given] of values) expect(given.length, name).toBeGreaterThan(100);
    expect(scores.length).toBeLessThan(interactions.length / 8);
    expect(distinct(scores.map(({ feedback_id }) => feedback_id))).toBe(scores.length);
    for (const { score_name = "", score_label, created_at } of scores) {
      expect(created_at?.getTime()).toBeLessThanOrEqual(now.getTime());
      if (score_label) expect(sampleScores[score_name]?.labels).toContain(score_label);
    }
  });

  it("show that the regression of support-reply v2 solves fewer tasks", () => {
    const solvedBy = (version: string) => {
      const own = scores.filter(
        (score) => score.score_name === "task_solved" && answerOf(score).prompt_version === version,
      );
      return rate(own.filter(({ score_value }) => score_value === true).length, own.length);
    };
    expect(solvedBy("v2").high).toBeLessThan(solvedBy("v1").low ?? 0);
  });

  it("compare two answers of different models to the same input", () => {
    expect(preferences.length).toBeGreaterThan(100);
    expect(preferences.filter(({ tie }) => tie).length).toBeGreaterThan(20);
    for (const { preferred_id, rejected_id, tie } of preferences) {
      const [one, other] = [preferred_id, rejected_id].map((interaction_id) => answerOf({ interaction_id }));
      expect(one?.input).toBe(other?.input);
      expect(one?.model_name).not.toBe(other?.model_name);
      if (one?.response_text === other?.response_text) expect(tie).toBe(true);
    }
  });
});

describe("the sample's texts", () => {
  it("differ from answer to answer", () => {
    expect(
      distinct(interactions.map((answer) => answer.response_text)) / interactions.length,
    ).toBeGreaterThan(0.9);
  });

  it("have no slot left open", () => {
    const texts = interactions.flatMap(({ input, prompt_text, response_text }) => [
      input,
      prompt_text,
      response_text,
    ]);
    expect(texts.filter((text) => /\{\w+\}|undefined|NaN/.test(text ?? "undefined"))).toEqual([]);
  });

  it("fit the API's own schemas as JSON", () => {
    const faults = [
      ...interactions.map((answer) => interactionBodySchema.safeParse(JSON.parse(JSON.stringify(answer)))),
      ...ratings.map((rating) => feedbackBodySchema.safeParse(JSON.parse(JSON.stringify(rating)))),
      ...scores.map((score) => feedbackBodySchema.safeParse(JSON.parse(JSON.stringify(score)))),
      ...preferences.map((one) => preferenceBodySchema.safeParse(JSON.parse(JSON.stringify(one)))),
      ...signals.map((signal) => signalBodySchema.safeParse(JSON.parse(JSON.stringify(signal)))),
      ...annotations.map((one) => annotationBodySchema.safeParse(JSON.parse(JSON.stringify(one)))),
    ].flatMap((parsed) => (parsed.success ? [] : [parsed.error.message]));
    expect(faults).toEqual([]);
  });
});
