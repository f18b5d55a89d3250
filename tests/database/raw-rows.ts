import { randomUUID } from "node:crypto";
import { db, type Prisma } from "#lib/platform/db/client.ts";

/** What may be said of an answer. */
export type Answer = Partial<Prisma.InteractionUncheckedCreateInput>;
/** What may be said of a rating. */
export type Rating = Partial<Prisma.FeedbackUncheckedCreateInput> & { interactionId: string };

const minuteOf = (at: string | Date): Date => {
  const minute = new Date(at);
  minute.setUTCSeconds(0, 0);
  return minute;
};

/** Writes an answer and its mark together, as the observing stage does; the answer is its id. */
export async function writeAnswer(projectId: string, createdAt: string, given: Answer = {}): Promise<string> {
  const interactionId = randomUUID();
  const required = { featureName: "summary", modelName: "small", responseText: "…", createdAt };
  await db().$transaction([
    db().interaction.create({ data: { ...required, interactionId, ...given, projectId } }),
    db().metricMark.create({ data: { projectId, minute: minuteOf(createdAt) } }),
  ]);
  return interactionId;
}

/** Writes or replaces a rating, a thumb where nothing is said, and marks the minute of its answer; the answer is its id. */
export async function rateAnswer(projectId: string, { interactionId, ...given }: Rating): Promise<string> {
  const key = { projectId_interactionId: { projectId, interactionId } };
  const { createdAt } = await db().interaction.findUniqueOrThrow({ where: key });
  const { rater = "token", ratingType = "binary", ratingCategories = [], ...rest } = given;
  const { scoreName = "", scoredSession = "" } = given;
  const unmeasured = { editDistance: null, editKept: null, editKinds: [], editTooLarge: false };
  const value = { ratingValue: null, ratingCategories, ...unmeasured, ...rest, updatedAt: new Date() };
  const identity = { projectId, interactionId, rater, ratingType, scoreName, scoredSession };
  const there = await db().feedback.findFirst({ where: identity });
  const [rating] = await db().$transaction([
    there
      ? db().feedback.update({
          where: { projectId_feedbackId: { projectId, feedbackId: there.feedbackId } },
          data: value,
        })
      : db().feedback.create({
          data: { feedbackId: randomUUID(), createdAt: new Date(), ...value, ...identity },
        }),
    db().metricMark.create({ data: { projectId, minute: minuteOf(createdAt) } }),
  ]);
  return rating.feedbackId;
}

/** Deletes a rating and marks the minute of its answer. */
export async function takeBack(projectId: string, feedbackId: string): Promise<void> {
  const key = { projectId_feedbackId: { projectId, feedbackId } };
  const { interaction } = await db().feedback.findUniqueOrThrow({
    where: key,
    select: { interaction: true },
  });
  await db().$transaction([
    db().feedback.delete({ where: key }),
    db().metricMark.create({ data: { projectId, minute: minuteOf(interaction.createdAt) } }),
  ]);
}

/** Writes a signal and marks the minute of its answer. */
export async function signalAnswer(
  projectId: string,
  { interactionId, signal }: Pick<Prisma.SignalUncheckedCreateInput, "interactionId" | "signal">,
): Promise<void> {
  const key = { projectId_interactionId: { projectId, interactionId } };
  const { createdAt } = await db().interaction.findUniqueOrThrow({ where: key });
  const moment = { occurredAt: new Date(), receivedAt: new Date(), fingerprint: new Uint8Array(32) };
  await db().$transaction([
    db().signal.create({ data: { projectId, signalId: randomUUID(), interactionId, signal, ...moment } }),
    db().metricMark.create({ data: { projectId, minute: minuteOf(createdAt) } }),
  ]);
}
