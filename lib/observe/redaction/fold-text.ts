/** Characters that stand for another: digits of other scripts, full-width forms, spaces, dashes, and what has no width. */
const LOOK_ALIKE =
  /[\u00a0\u00ad\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2000-\u200a\u200b-\u200f\u2010-\u2015\u202a-\u202e\u202f\u205f\u2060-\u2064\u2066-\u206f\u2212\u3000\ufe58\ufe63\ufeff\uff01-\uff5e]/g;

/**
 * The text with every look-alike as the plain character that it stands for, so that "４１１１ １１１１" is read as its
 * reader reads it. Every character keeps its place.
 */
export const foldText = (text: string): string => text.replace(LOOK_ALIKE, plain);

/** The first of each row of ten digits. */
const ZEROS = [0x660, 0x6f0, 0x966];

/** Dashes, and what is not seen at all: a dash may stand in any number, name or key. */
const DASHES = new Set([
  ...[
    0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2061, 0x2062,
    0x2063, 0x2064,
  ],
  ...[0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206b, 0x206c, 0x206d, 0x206e, 0x206f],
  0x2010,
  0x2011,
  0x2012,
  0x2013,
  0x2014,
  0x2015,
  0x2060,
  0x2212,
  0xfe58,
  0xfe63,
  0xfeff,
]);

function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (DASHES.has(code)) return "-";
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? " " : String(code - zero);
}
