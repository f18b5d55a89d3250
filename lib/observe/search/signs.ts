/**
 * Characters to hide from PostgreSQL's text parser. It takes "<" and "&" for HTML and, if a tag never ends,
 * scans the rest of the text each time: a minute for 60,000 characters. It takes the others for letters, as
 * it does every non-ASCII character in a database with locale C.
 */
export const SIGNS = "<&“”„‘’‚«»–—…·•。，、！？：「」¿¡";

/** Stand-ins to restore them from: control characters, which are not part of any word. */
export const STAND_INS = String.fromCharCode(
  ...[3, 4, 5, 6, 7, 8, ...Array.from({ length: 18 }, (_, index) => 14 + index), 127],
);

/** Spaces that the parser does not recognize. */
const WIDE_SPACES = "\u00a0\u2003\u2009\u202f\u3000";

/** The characters to replace, and as many plain spaces. */
export const UNREAD = SIGNS + WIDE_SPACES;
export const SPACES = " ".repeat(UNREAD.length);

const unread = new RegExp(`[${UNREAD}]`, "g");

/** A search prepared like the indexed texts, except that quotes stay, since they make a phrase. */
export const readable = (asked: string): string => asked.replace(/[“”„«»「」]/g, '"').replace(unread, " ");

const standIns = new RegExp(`[${STAND_INS}]`, "g");

/** Restores the original characters from their stand-ins. */
export const withSigns = (text: string): string =>
  text.replace(standIns, (standIn) => SIGNS.charAt(STAND_INS.indexOf(standIn)));
