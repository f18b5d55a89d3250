import { notFound } from "next/navigation";
import { z } from "zod";
import { Problem } from "#lib/platform/problem/index.ts";

/** What is read of the rule that an address names; the page ends where there is none. */
export async function orNotFound<T>(segment: string, read: (ruleId: string) => Promise<T>): Promise<T> {
  const { data: ruleId } = z.uuid().safeParse(segment);
  if (ruleId === undefined) notFound();
  try {
    return await read(ruleId);
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") notFound();
    throw error;
  }
}
