import { servedBodies } from "#lib/platform/served-bodies.ts";

/** The models that products read. */
const served = servedBodies("served models");

/** The body to serve for what was asked for of a project. */
export const servedModel = served.read;

/** Makes moved labels of a project show in this process's next request. */
export const forgetModels = served.forget;
