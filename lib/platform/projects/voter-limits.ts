import { z } from "zod";
import { forgetKeys } from "../api-keys/key-cache.ts";
import { db } from "../db/client.ts";

/** Most devices that a project may allow. */
const MOST = 10_000;

const limitSchema = z.int().min(1).max(MOST);

/** Most devices that may rate one answer whose server named nobody, and most of them from one client address. */
export const voterLimitsSchema = z.strictObject({
  voters_per_answer: limitSchema,
  voters_per_address: limitSchema,
});

/** A change of one of the two limits, or of both. */
export const voterLimitsChangeSchema = voterLimitsSchema
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must have voters_per_answer or voters_per_address");

/** A project's limits on devices, as they are saved. */
export type VoterLimits = z.output<typeof voterLimitsSchema>;

const select = { votersPerAnswer: true, votersPerAddress: true } as const;

const limitsJson = (row: { votersPerAnswer: number; votersPerAddress: number }): VoterLimits => ({
  voters_per_answer: row.votersPerAnswer,
  voters_per_address: row.votersPerAddress,
});

/** How many devices may rate an answer of a project whose server named nobody. */
export const readVoterLimits = async (projectId: string): Promise<VoterLimits> =>
  limitsJson(await db().project.findUniqueOrThrow({ where: { projectId }, select }));

/**
 * Changes how many devices may rate such an answer; who has rated already still may. Takes effect with the next rating, in
 * other processes within three seconds.
 * @returns both limits.
 */
export async function setVoterLimits(
  projectId: string,
  change: z.output<typeof voterLimitsChangeSchema>,
): Promise<VoterLimits> {
  const { voters_per_answer: perAnswer, voters_per_address: perAddress } = change;
  const data = {
    ...(perAnswer === undefined ? {} : { votersPerAnswer: perAnswer }),
    ...(perAddress === undefined ? {} : { votersPerAddress: perAddress }),
  };
  const row = await db().project.update({ where: { projectId }, data, select });
  forgetKeys();
  return limitsJson(row);
}
