/** The time, for those who act; everything that decides takes `now` as an argument. */
export const now = (): Date => new Date();
