import { randomUUID } from "node:crypto";
import { db } from "#lib/platform/db/client.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";

/** When the answers were given that somebody complains about. */
const ANSWERED = "2026-11-02T12:00:00Z";

/** The time of the n-th complaint. */
export const minute = (n: number) => new Date(Date.UTC(2026, 10, 3, 12, n));

/** A complaint, or what else is given, at the n-th minute. */
export async function complain(
  projectId: string,
  interactionId: string,
  n: number,
  given: object = {},
): Promise<void> {
  const feedbackId = await rateAnswer(projectId, { interactionId, ratingValue: 0, ...given });
  await db().feedback.updateMany({
    where: { projectId, feedbackId },
    data: { createdAt: minute(n), updatedAt: minute(n) },
  });
}

/** An answer with a complaint of the n-th minute. @returns its ID. */
export async function complaint(
  projectId: string,
  n: number,
  given: object = {},
  answer: object = {},
): Promise<string> {
  const id = `answer-${n}`;
  await writeAnswer(projectId, ANSWERED, { interactionId: id, ...answer });
  await complain(projectId, id, n, given);
  return id;
}

/** A highlighted passage of an answer, in the n-th minute. */
export async function highlight(
  projectId: string,
  interactionId: string,
  n: number,
  given: object,
): Promise<void> {
  const fingerprint = new Uint8Array(32);
  const data = { projectId, annotationId: randomUUID(), interactionId, quoteExact: "q", fingerprint };
  await db().annotation.create({ data: { ...data, createdAt: minute(n), ...given } });
}
