import { z } from "zod";
import { forgetKeys } from "../api-keys/key-cache.ts";
import { db } from "../db/client.ts";
import { quotaColumns, toQuotas, type WriteQuotas } from "./project-context.ts";

/** Most of each that a project may set; a megabyte is the least that a request with a long text fits into. */
export const quotaBounds = {
  answer_events: [10, 1_000_000],
  answer_kilobytes: [1_000, 1_000_000],
  address_kilobytes: [1_000, 2_000_000],
  day_events: [100, 1_000_000_000],
  day_megabytes: [1, 1_000_000],
} as const;

const bounded = ([least, most]: readonly [number, number]) => z.int().min(least).max(most);

/** How much publishable keys may send: on an answer, from an address in an hour, and in a day. */
export const quotasSchema = z.strictObject({
  answer_events: bounded(quotaBounds.answer_events),
  answer_kilobytes: bounded(quotaBounds.answer_kilobytes),
  address_kilobytes: bounded(quotaBounds.address_kilobytes),
  day_events: bounded(quotaBounds.day_events),
  day_megabytes: bounded(quotaBounds.day_megabytes),
});

/** A change of any of them. */
export const quotasChangeSchema = quotasSchema
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must have one of the quotas");

/** A project's quotas, as they are saved. */
export type Quotas = z.output<typeof quotasSchema>;

const columnOf = {
  answer_events: "answerEvents",
  answer_kilobytes: "answerKilobytes",
  address_kilobytes: "addressKilobytes",
  day_events: "dayEvents",
  day_megabytes: "dayMegabytes",
} as const satisfies Record<keyof Quotas, keyof WriteQuotas>;

const quotasJson = (quotas: WriteQuotas): Quotas => ({
  answer_events: quotas.answerEvents,
  answer_kilobytes: quotas.answerKilobytes,
  address_kilobytes: quotas.addressKilobytes,
  day_events: quotas.dayEvents,
  day_megabytes: quotas.dayMegabytes,
});

/** How much publishable keys may send to a project. */
export const readQuotas = async (projectId: string): Promise<Quotas> =>
  quotasJson(toQuotas(await db().project.findUniqueOrThrow({ where: { projectId }, select: quotaColumns })));

/**
 * Changes how much publishable keys may send. Takes effect with the next event, in other processes within three seconds.
 * @returns all quotas.
 */
export async function setQuotas(
  projectId: string,
  change: z.output<typeof quotasChangeSchema>,
): Promise<Quotas> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const data = Object.fromEntries(given.map(([name, value]) => [columnOf[name as keyof Quotas], value]));
  const row = await db().project.update({ where: { projectId }, data, select: quotaColumns });
  forgetKeys();
  return quotasJson(toQuotas(row));
}
