/** What styles reach an element by. */
export interface Looks {
  className: string;
  part: string;
}

/** The class and the part of an element, which are of one name; `more` are further parts, such as its state. */
export const looks = (name: string, more = ""): Looks => ({
  className: `whetstone-${name}`,
  part: `${name} ${more}`.trim(),
});
