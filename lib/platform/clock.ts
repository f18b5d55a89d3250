/** The current time, for code with side effects. Pure code takes `now` as an argument. */
export const now = (): Date => new Date();
