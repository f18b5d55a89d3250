/** A name within a sentence as a label or the beginning of one: "prompt version" as "Prompt version". */
export const capitalize = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
