/** The maximum length of a text. */
const LENGTH = 100_000;

const fill = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

const numbered = (word: (index: number) => string): string =>
  Array.from({ length: LENGTH / 2 }, (_, index) => word(index))
    .join(" ")
    .slice(0, LENGTH);

/** Lists nested as deeply as people do, repeated. */
const nested = [1, 2, 3, 4, 5, 6, 7, 8]
  .map((depth) => `${"  ".repeat(depth - 1)}- level ${depth}\n`)
  .join("");

/** Texts of our own that are expensive for their length. None of them harms other people's software. */
export const hostileTexts: Readonly<Record<string, string>> = {
  prose: fill("The parcel left the depot on Tuesday, and Ann will call you back. "),
  "short words": numbered((index) => String.fromCharCode(97 + (index % 26))),
  "different words": numbered((index) => `w${((index * 7_919) % 99_991).toString(36)}`),
  "long words": fill(`${"Donaudampfschifffahrt".repeat(20)} `),
  "no spaces": fill("abcdefghij0123456789"),
  "one letter": fill("a"),
  "one digit": fill("7"),
  "empty lines": `Begin${fill("\n")}`.slice(0, LENGTH),
  "short lines": fill("ok\n"),
  "nested lists": fill(nested),
  table: `| a | b | c |\n| - | - | - |\n${fill("| one | two | 3 |\n")}`.slice(0, LENGTH),
  code: `\`\`\`\n${fill("const a = 1;\n").slice(0, LENGTH - 10)}\n\`\`\``,
  "web addresses": fill("https://example.com/a "),
  "mail addresses": fill("ann@example.com "),
  "IP addresses": fill("10.0.0.1 "),
  "phone numbers": fill("+49 30 123456, "),
  "card numbers": fill("4111 1111 1111 1112 "),
  keys: fill("key=abcdef0123456789ABCDEF "),
  "spaced digits": fill("4 1 "),
  Japanese: fill("これは長い文章です。"),
  emoji: fill("👍🏽"),
  data: fill("Ab1+Zz9/"),
};

/** The text after a user changed every other word. */
export const edited = (text: string): string =>
  text
    .split(" ")
    .map((word, index) => (index % 2 === 0 ? word : `x${index % 1_000}`))
    .join(" ")
    .slice(0, LENGTH);
