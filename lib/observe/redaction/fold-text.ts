/** Characters that stand for another: digits of other scripts, full-width forms, spaces and dashes. */
const LOOK_ALIKE =
  /[\u00a0\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2000-\u200a\u2010-\u2015\u202f\u205f\u2212\u3000\ufe58\ufe63\uff01-\uff5e]/g;

/**
 * The text with every look-alike as the plain character that it stands for, so that "４１１１ １１１１" is read as its
 * reader reads it. Every character keeps its place.
 */
export const foldText = (text: string): string => text.replace(LOOK_ALIKE, plain);

/** The first of each row of ten digits. */
const ZEROS = [0x660, 0x6f0, 0x966];

function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2212 || code === 0xfe58 || code === 0xfe63 || (code >= 0x2010 && code <= 0x2015)) return "-";
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? " " : String(code - zero);
}
