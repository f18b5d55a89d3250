import { digitsOf, fullWidth, grouped, pick } from "./made-values.ts";
import type { SampleSet } from "./sample.ts";

/** US numbers with real area codes; exchanges start at 200. */
const us = (seed: number): string =>
  pick(["415", "212", "312", "646", "206", "617", "305", "512"], seed) +
  pick(["2", "4", "5", "7"], seed + 3) +
  digitsOf(seed, 6).replace(/^11/, "23");
const abroad = (seed: number): string =>
  pick(
    [
      `+44 20 7946 ${digitsOf(seed, 4)}`,
      `+49 30 90${digitsOf(seed, 5)}`,
      `+33 6 12 ${digitsOf(seed, 2)} ${digitsOf(seed + 1, 2)} ${digitsOf(seed + 2, 2)}`,
      `+34 612 ${digitsOf(seed, 3)} ${digitsOf(seed + 1, 3)}`,
      `+91 98${digitsOf(seed, 3)} ${digitsOf(seed + 1, 5)}`,
      `+81 90-1234-${digitsOf(seed, 4)}`,
      `+55 11 9${8 + (seed % 2)}${digitsOf(seed, 3)}-${digitsOf(seed + 1, 4)}`,
      `+86 138 ${digitsOf(seed, 4)} ${digitsOf(seed + 1, 4)}`,
      `+61 412 ${digitsOf(seed, 3)} ${digitsOf(seed + 1, 3)}`,
      `+234 803 ${digitsOf(seed, 3)} ${digitsOf(seed + 1, 4)}`,
      `+48 601 ${digitsOf(seed, 3)} ${digitsOf(seed + 1, 3)}`,
      `+65 9${digitsOf(seed, 3)} ${digitsOf(seed + 1, 4)}`,
    ],
    seed,
  );

/** Phone numbers; half of the frames announce them, half do not. */
export const phones: SampleSet = {
  frames: [
    "Call me on {} after six.",
    "My number is {}, leave a message.",
    "Phone: {}",
    "Tel. {} (Mo–Fr)",
    "You can text her at {}.",
    "WhatsApp {} works best.",
    "Mobile {} or by mail.",
    "The courier asked for {} and left.",
    "{} is where you reach the night desk.",
    "Ada Byron, {}, London",
    "Contact: Ada / {} / Monday",
    "I gave them {} and nobody rang.",
    "She wrote {} on a napkin.",
    "Signature: A. Byron | {} | Kitchen Lab",
    "Bitte {} notieren.",
  ],
  formats: [
    { name: "E.164", make: (seed) => abroad(seed).replaceAll(/[ -]/g, "") },
    { name: "+ with spaces", make: abroad },
    { name: "+ with dots or dashes", make: (seed) => abroad(seed).replaceAll(" ", seed % 2 ? "." : "-") },
    { name: "+44 (0)…", make: (seed) => `+44 (0)20 7946 ${digitsOf(seed, 4)}` },
    { name: "00 prefix", make: (seed) => `00${abroad(seed).slice(1)}` },
    {
      name: "+1 (415) 555-2671",
      make: (seed) => `+1 (${us(seed).slice(0, 3)}) ${grouped(us(seed).slice(3), [3, 4], "-")}`,
    },
    {
      name: "(415) 555-2671",
      make: (seed) => `(${us(seed).slice(0, 3)}) ${grouped(us(seed).slice(3), [3, 4], "-")}`,
    },
    { name: "415-555-2671", make: (seed) => grouped(us(seed), [3, 3, 4], "-") },
    { name: "415.555.2671", make: (seed) => grouped(us(seed), [3, 3, 4], ".") },
    { name: "415 555 2671", make: (seed) => grouped(us(seed), [3, 3, 4], " ") },
    {
      name: "with extension",
      make: (seed) => `${grouped(us(seed), [3, 3, 4], "-")} ext. ${digitsOf(seed, 3)}`,
    },
    { name: "London 020 7946 0958", make: (seed) => `020 7946 ${digitsOf(seed, 4)}` },
    { name: "British mobile", make: (seed) => `07911 ${digitsOf(seed, 6)}` },
    {
      name: "French pairs",
      make: (seed) => grouped(`06${digitsOf(seed, 8)}`, [2, 2, 2, 2, 2], pick([" ", "."], seed)),
    },
    { name: "German with slash", make: (seed) => `030/90${digitsOf(seed, 5)}` },
    { name: "Japanese 03-1234-5678", make: (seed) => `03-3${digitsOf(seed, 3)}-${digitsOf(seed + 1, 4)}` },
    { name: "Australian mobile", make: (seed) => `0412 ${digitsOf(seed, 3)} ${digitsOf(seed + 1, 3)}` },
    {
      name: "Brazilian (11) 9…",
      make: (seed) => `(11) 9${8 + (seed % 2)}${digitsOf(seed, 3)}-${digitsOf(seed + 1, 4)}`,
    },
    { name: "Spanish 612 345 678", make: (seed) => `612 ${digitsOf(seed, 3)} ${digitsOf(seed + 1, 3)}` },
    { name: "Indian 98765 43210", make: (seed) => `98${digitsOf(seed, 3)} ${digitsOf(seed + 1, 5)}` },
    {
      name: "mobile without spaces",
      make: (seed) =>
        pick([`07911${digitsOf(seed, 6)}`, `0612${digitsOf(seed, 6)}`, `0412${digitsOf(seed, 6)}`], seed),
    },
    { name: "full-width digits", make: (seed) => fullWidth(grouped(us(seed), [3, 3, 4], "-")) },
    {
      name: "no plan, with +",
      make: (seed) =>
        `+41 8${seed % 10} ${digitsOf(seed, 3)} ${digitsOf(seed + 1, 2)} ${digitsOf(seed + 2, 2)}`,
    },
    { name: "no plan, 001-…", make: (seed) => `001-${grouped(`1${digitsOf(seed, 9)}`, [3, 3, 4], "-")}` },
    {
      name: "no plan, (047)123-4567",
      make: (seed) => `(0${digitsOf(seed, 2)})${digitsOf(seed + 1, 3)}-${digitsOf(seed + 2, 4)}`,
    },
    { name: "no plan, 147-123-4567", make: (seed) => grouped(`1${digitsOf(seed, 9)}`, [3, 3, 4], "-") },
    {
      name: "no plan, x123",
      make: (seed) => `${grouped(`0${digitsOf(seed, 9)}`, [3, 3, 4], ".")}x${digitsOf(seed, 3)}`,
    },
    { name: "no plan, 0613-9040212", make: (seed) => `06${digitsOf(seed, 2)}-9${digitsOf(seed + 1, 6)}` },
    {
      name: "a label on the line before",
      make: (seed) => `Phone:\n${digitsOf(seed, 3)} ${digitsOf(seed + 1, 2)} ${digitsOf(seed + 2, 3)}`,
    },
    { name: "a word right behind", make: (seed) => `${digitsOf(seed, 3)} ${digitsOf(seed + 1, 4)}-Office\n` },
    { name: "field of JSON", make: (seed) => `{"phoneNumber": "${1 + (seed % 9)}${digitsOf(seed, 9)}"}` },
    { name: "ten digits, no mark", hard: true, make: us },
    {
      name: "eight digits in pairs",
      hard: true,
      make: (seed) => grouped(`20${digitsOf(seed, 6)}`, [2, 2, 2, 2], " "),
    },
    { name: "415 5552671", hard: true, make: (seed) => grouped(us(seed), [3, 7], " ") },
    { name: "digit by digit", hard: true, make: (seed) => [...us(seed)].join(" ") },
    {
      name: "in words",
      hard: true,
      make: (seed) =>
        [...us(seed)]
          .map(
            (digit) =>
              ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][Number(digit)],
          )
          .join(" "),
    },
  ],
};
