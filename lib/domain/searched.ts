/**
 * How many words of an answer's feedback are indexed that are not in the answer itself. Each new word takes an index
 * entry of ten times its length, so anybody who can send feedback could otherwise fill the index.
 */
export const NEW_WORDS_MAX = 40;
