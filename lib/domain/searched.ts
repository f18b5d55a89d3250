/**
 * How many words of what was said of an answer are searched that the answer's own texts do not have. Each word that nobody wrote
 * before takes an entry of the index, ten times its length: whoever may say something would fill it with letters.
 */
export const NEW_WORDS_MAX = 40;
