/** The one place that reads the clock; everything that decides takes `now` as an argument. */
export const now = (): Date => new Date();
