/**
 * The value under which aggregates count all values of a dimension beyond its limit, and all categories that a project
 * does not list. It is not a valid id (see idSchema), so it cannot collide with a value that was sent.
 */
export const BEYOND = ".";

/** The label of a dimension's value. */
export const formatDimension = (value: string): string => (value === BEYOND ? "All others" : value);
