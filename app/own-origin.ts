import { headers } from "next/headers";
import { env } from "#lib/platform/env";

/** The origin that the reader sees this installation at, for code to copy. */
export async function ownOrigin(): Promise<string> {
  const { PUBLIC_URL } = env();
  if (PUBLIC_URL) return new URL(PUBLIC_URL).origin;
  const asked = await headers();
  return `${asked.get("x-forwarded-proto")?.split(",")[0] ?? "http"}://${asked.get("host") ?? "localhost"}`;
}
