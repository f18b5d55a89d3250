/** Days of combinations that are kept: four weeks that are usual, two in which something may have begun, and one to spare. */
export const KEPT_DAYS = 43;

/** Days of which users who met answers are kept: those in which something may have begun, and one to spare. */
export const MET_DAYS = 15;
