import type { listTransitions } from "#lib/act/experiments/index.ts";

/** A recorded step of an experiment, or a change of its split. */
export type Transition = Awaited<ReturnType<typeof listTransitions>>[number];
