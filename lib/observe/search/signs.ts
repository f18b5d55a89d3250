/**
 * Signs that PostgreSQL's parser of texts must not see. "<" and "&" it takes for marks of HTML and, where none ends, looks
 * through the rest of the text each time: a minute for one of 60,000 characters. The others it takes for letters, as
 * every character beyond ASCII in a database of locale C.
 */
export const SIGNS = "<&“”„‘’‚«»–—…·•。，、！？：「」¿¡";

/** What stands for each of them where it must be known again: control characters, which belong to no word. */
export const STAND_INS = String.fromCharCode(
  ...[3, 4, 5, 6, 7, 8, ...Array.from({ length: 18 }, (_, index) => 14 + index), 127],
);

/** Spaces that are none to the parser. */
const WIDE_SPACES = "\u00a0\u2003\u2009\u202f\u3000";

/** What is a space to the parser of texts, and as many spaces. */
export const UNREAD = SIGNS + WIDE_SPACES;
export const SPACES = " ".repeat(UNREAD.length);

const unread = new RegExp(`[${UNREAD}]`, "g");

/** A question as the parser is to read it: as the texts are, but for quotes, which make a phrase. */
export const readable = (asked: string): string => asked.replace(/[“”„«»「」]/g, '"').replace(unread, " ");

const standIns = new RegExp(`[${STAND_INS}]`, "g");

/** A text with its signs in place of what stood for them. */
export const withSigns = (text: string): string =>
  text.replace(standIns, (standIn) => SIGNS.charAt(STAND_INS.indexOf(standIn)));
