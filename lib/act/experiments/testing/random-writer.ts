import { db } from "#lib/platform/db/client.ts";
import { rateAnswer, signalAnswer, takeBack, writeAnswer } from "#tests/database/raw-rows.ts";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { EXPERIMENT } from "./running.ts";

/** One random write of 20 users, in the weeks around a start. */
export function randomWriter(projectId: string, seed: number, startedAt: Date) {
  const random = randomFrom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const answers: string[] = [];
  const ratings: string[] = [];
  const addAnswer = async () => {
    const user = Math.floor(random() * 20);
    const at = new Date(startedAt.getTime() + (random() * 5 - 1.5) * 8 * 86_400_000);
    const given = {
      userHash: pick([`u${user}`, `u${user}`, null]),
      sessionId: pick([`s${user}`, null]),
      experiment: pick([EXPERIMENT, EXPERIMENT, EXPERIMENT, "another", null]),
      variant: pick([user % 2 ? "a" : "b", user % 2 ? "a" : "b", user % 2 ? "a" : "b", "a", "c", null]),
      responseText: "One two three four",
      responseLatencyMs: pick([null, Math.floor(random() * 9_000)]),
      costUsd: pick([null, random() / 100]),
    };
    answers.push(await writeAnswer(projectId, at.toISOString(), given));
  };
  const addRating = async () => {
    const ratingType = pick(["binary", "binary", "stars", "correction", "comment", "score"] as const);
    const values = {
      binary: pick([0, 1]),
      stars: pick([1, 3, 5]),
      correction: null,
      comment: null,
      score: null,
    };
    const more = {
      ...(ratingType === "score"
        ? { scoreName: pick(["effort", "other"]), scoreType: "number" as const, scoreValue: pick([1, 2, 4]) }
        : {}),
      ...(ratingType === "correction" ? { correctionText: pick(["One two", "One three four"]) } : {}),
    };
    const id = await rateAnswer(projectId, {
      ...{ interactionId: pick(answers), source: pick(["user", "user", "user", "reviewer"] as const) },
      ...{ rater: pick(["user:a", "user:b", "token"]), ratingType, ratingValue: values[ratingType], ...more },
    });
    if (!ratings.includes(id)) ratings.push(id);
  };
  const takeOneBack = async () => {
    const [id] = ratings.splice(Math.floor(random() * ratings.length), 1);
    if (id) await takeBack(projectId, id);
  };
  const addSignal = () =>
    signalAnswer(projectId, { interactionId: pick(answers), signal: pick(["copy", "dwell"] as const) });
  const expose = async () => {
    const user = Math.floor(random() * 25);
    const exposedAt = new Date(startedAt.getTime() + (random() * 5 - 1.5) * 8 * 86_400_000);
    const key = {
      projectId,
      experiment: EXPERIMENT,
      raterKey: `user:u${user}`,
      variant: pick(["a", "b", "c"]),
    };
    const where = { projectId_experiment_raterKey_variant: key };
    await db().experimentExposure.upsert({ where, create: { ...key, exposedAt }, update: {} });
    const minute = new Date(exposedAt);
    minute.setUTCSeconds(0, 0);
    await db().experimentMark.create({ data: { projectId, minute } });
  };
  const rare = [addAnswer, addAnswer, addRating, addRating, addRating, addRating, takeOneBack, addSignal];
  return async () => {
    if (answers.length < 10) return addAnswer();
    await pick([...rare, ...rare, expose])();
  };
}
