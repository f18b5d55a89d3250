import { readFileSync, writeFileSync } from "node:fs";

/** What `npm run test:embed` has running, for the specs. */
export interface Ground {
  /** The address of Whetstone. */
  server: string;
  projectId: string;
  /** Works from the apps' origins, and from nowhere else. */
  publishableKey: string;
  /** As a new project has it: works from localhost. */
  openKey: string;
  secretKey: string;
  /** The cookies of the signed-in owner. */
  session: string;
  /** Where apps and examples are served, by their names. */
  apps: Record<string, string>;
  /** Where screenshots of every state go, if anywhere. */
  screenshots: string | null;
}

/** Keeps the ground for the specs, which run in processes of their own. */
export const keepGround = (path: string, ground: Ground): void => writeFileSync(path, JSON.stringify(ground));

/** The ground that the specs stand on. */
export function ground(): Ground {
  const path = process.env.WHETSTONE_EMBED_GROUND;
  if (!path)
    throw new Error("WHETSTONE_EMBED_GROUND is not set: run these tests through `npm run test:embed`.");
  return JSON.parse(readFileSync(path, "utf8")) as Ground;
}
