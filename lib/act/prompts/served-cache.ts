import { servedBodies } from "#lib/platform/served-bodies.ts";

/** The prompts that products read. */
const served = servedBodies("served prompts");

/** The body to serve for what was asked for of a project. */
export const servedPrompt = served.read;

/** Makes changes to a project's prompts show in this process's next request. */
export const forgetPrompts = served.forget;
