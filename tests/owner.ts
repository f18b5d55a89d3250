import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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

/** Keeps the owner for the tests that come after. */
export const keepOwner = (owner: Owner): void =>
  writeFileSync(join(folder(), "owner.json"), JSON.stringify(owner));

/** The owner that the set-up journey made. */
export const owner = (): Owner => JSON.parse(readFileSync(join(folder(), "owner.json"), "utf8")) as Owner;
