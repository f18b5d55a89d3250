/** How often is asked whether there is something new, in milliseconds. */
const ASK_EVERY = 5_000;

/** The longest pause while nobody answers. */
const WAIT_MAX = 60_000;

/** How long to wait before the next question, after so many in a row that nobody answered. */
export const liveWait = (failures: number): number => Math.min(ASK_EVERY * 2 ** failures, WAIT_MAX);
