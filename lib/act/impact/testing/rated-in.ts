import { randomUUID } from "node:crypto";
import { db, type Prisma } from "#lib/platform/db/client.ts";

/** When what was complained about was mended. */
export const SHIPPED = "2026-11-20T12:00:00Z";

/** So many days before that. */
export const earlier = (days: number) => new Date(Date.parse(SHIPPED) - days * 86_400_000);

/** What users are told. */
export const text = { language: "en", title: "Refunds name the postage", description: "" };

/** A rating of an answer of its own; a thumbs down unless it says otherwise. @returns the answer's ID. */
export async function ratedIn(
  projectId: string,
  rater: string,
  feedback: Partial<Prisma.FeedbackUncheckedCreateInput> = {},
  answer: Partial<Prisma.InteractionUncheckedCreateInput> = {},
): Promise<string> {
  const interactionId = randomUUID();
  const at = earlier(3);
  await db().interaction.create({
    data: {
      ...{
        projectId,
        interactionId,
        featureName: "support",
        modelName: "m",
        responseText: "r",
        createdAt: at,
      },
      ...answer,
    },
  });
  await db().feedback.create({
    data: {
      ...{ projectId, interactionId, feedbackId: interactionId, rater, ratingType: "binary", ratingValue: 0 },
      ...{ createdAt: at, updatedAt: at },
      ...feedback,
    },
  });
  return interactionId;
}
