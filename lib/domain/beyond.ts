/**
 * The value under which aggregates count all values of a dimension that are beyond its limit, and all categories that a
 * project does not list. No id can be it (see idSchema), so nothing that was sent is mistaken for it.
 */
export const BEYOND = ".";

/** A value of a dimension as people read it. */
export const formatDimension = (value: string): string => (value === BEYOND ? "All others" : value);
