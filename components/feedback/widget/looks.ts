/** The attributes by which styles select an element. */
export interface Looks {
  className: string;
  part: string;
}

/**
 * The class and the part of an element, which have the same name; `more` are further parts, such as its
 * state.
 */
export const looks = (name: string, more = ""): Looks => ({
  className: `whetstone-${name}`,
  part: `${name} ${more}`.trim(),
});
