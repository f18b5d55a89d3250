import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";

/** The owner that the set-up journey makes, and signs in, before every other browser and API test. */
export interface Owner {
  email: string;
  password: string;
  projectSlug: string;
  publishableKey: string;
  secretKey: string;
}

const folder = (): string => {
  const given = process.env.WHETSTONE_TEST_STATE;
  if (!given) throw new Error("WHETSTONE_TEST_STATE is not set: run these tests through `npm test`.");
  return given;
};

/** Where the signed-in browser's cookies lie. */
export const sessionFile = (): string => join(folder(), "session.json");

/** Where the app under test keeps its data, for what no request can bring about. */
export const dataFolder = (): string => join(folder(), "data");

/** Keeps a signed-in browser's cookies, for every host that the tests open the app at. */
export async function keepSession(context: BrowserContext): Promise<void> {
  const { cookies, origins } = await context.storageState();
  const everywhere = ["localhost", "127.0.0.1"].flatMap((domain) =>
    cookies.map((each) => ({ ...each, domain })),
  );
  writeFileSync(sessionFile(), JSON.stringify({ cookies: everywhere, origins }));
}

/** Keeps the owner for the tests that come after. */
export const keepOwner = (owner: Owner): void =>
  writeFileSync(join(folder(), "owner.json"), JSON.stringify(owner));

/** The owner that the set-up journey made. */
export const owner = (): Owner => JSON.parse(readFileSync(join(folder(), "owner.json"), "utf8")) as Owner;
