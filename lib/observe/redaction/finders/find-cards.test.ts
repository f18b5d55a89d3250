import { describe, expect, it } from "vitest";
import { digitsOf, grouped, inFours, withBarcodeCheck, withLuhn } from "../measure/made-values.ts";
import { findCards } from "./find-cards.ts";

const card = (prefix: string, length: number): string =>
  withLuhn(prefix + digitsOf(length + Number(prefix), length - prefix.length - 1));
const found = (text: string) => findCards(text).map(({ start, end }) => text.slice(start, end));

describe("cards of every scheme and length", () => {
  it.each([
    ["Visa", "4", [13, 16, 18, 19]],
    ["Mastercard", "55", [16]],
    ["Mastercard 2", "2720", [16]],
    ["American Express", "34", [15]],
    ["Diners Club", "305", [14, 16, 19]],
    ["Diners Club 38", "38", [14]],
    ["enRoute", "2014", [15]],
    ["Discover", "6011", [16, 19]],
    ["JCB", "3589", [16, 19]],
    ["JCB outside of its range", "3510", [16]],
    ["JCB of 15 digits", "2131", [15]],
    ["JCB of 15 digits, 1800", "1800", [15]],
    ["UnionPay", "62", [16, 17, 18, 19]],
    ["Mir", "2201", [16, 19]],
    ["RuPay", "508", [16]],
    ["RuPay 82", "82", [16]],
    ["Elo", "5067", [16]],
    ["Verve", "5061", [16, 18, 19]],
    ["Troy", "9792", [16]],
    ["UATP", "1220", [15]],
    ["Humo", "9860", [16]],
    ["Hipercard", "606282", [13, 16, 19]],
    ["Maestro", "5018", [12, 13, 14, 15, 16, 17, 18, 19]],
    ["Maestro 57", "57", [12, 19]],
    ["Maestro 0604", "0604", [12]],
    ["Maestro 6390", "6390", [12]],
    ["Maestro 6762", "6762", [12, 16]],
  ] as const)("%s", (_, prefix, lengths) => {
    for (const length of lengths) {
      const number = card(prefix, length);
      expect(found(`please charge ${number} for me`), number).toEqual([number]);
    }
  });
});

describe("cards as people write them", () => {
  const visa = card("4", 16);
  it.each([
    ["dots", inFours(visa, "."), ""],
    ["underscores", inFours(visa, "_"), ""],
    ["middle dots", inFours(visa, "·"), ""],
    ["two spaces", inFours(visa, "  "), ""],
    ["spaced dashes", inFours(visa, " - "), ""],
    ["pairs behind a word", grouped(visa, [2, 2, 2, 2, 2, 2, 2, 2], " "), "Visa: "],
    ["digits one by one behind a word", [...visa].join(" "), "my card number is "],
    ["two lines behind a word", `${inFours(visa.slice(0, 8))}\n${inFours(visa.slice(8))}`, "Card:\n"],
    ["a word glued to it", visa, "cc"],
    ["a line break that is written out", visa, "card:\\n"],
    ["a scheme that nobody knows, behind a word", card("1777", 15), "Corporate card "],
    ["a word in another language", card("7001", 16), "Kreditkarte "],
    ["a word in Cyrillic", card("7001", 16), "Номер карты: "],
    ["an end of a sentence between", card("7001", 16), "Block my card. Its number is "],
  ])("%s", (_, written, before) => {
    expect(found(`${before}${written} today`)).toEqual([written]);
  });

  it("separates several cards in a row", () => {
    expect(found(`${visa} ${inFours(visa, "-")} ${inFours(visa)}`)).toHaveLength(3);
  });

  it("finds what the text calls a payment card, even if mistyped", () => {
    expect(found("my credit card number is 4111 1111 1111 1112")).toEqual(["4111 1111 1111 1112"]);
    expect(found("Visa: 4111-1111-1111-1112")).toEqual(["4111-1111-1111-1112"]);
    expect(found("the amex 3782 822463 10006 was charged")).toEqual(["3782 822463 10006"]);
    expect(found("Kreditkartennummer: 5500000000000005")).toEqual(["5500000000000005"]);
  });

  it("recognizes a card by the word after it", () => {
    const number = card("1777", 15);
    expect(found(`${number} is my card`)).toEqual([number]);
    expect(found(`${number}, exp 04/29`)).toEqual([number]);
  });
});

describe("numbers that are not cards", () => {
  const short = card("5018", 12);
  it.each([
    ["a wrong check digit", "it says 4111 1111 1111 1112 there, my library card 4111 1111 1111 1112"],
    ["a wrong check digit and no form of a card", "my card number is 411111111111111 or 9111 1111 1111 1112"],
    ["an issuer that nobody has", `it says ${card("7001", 16)} there`],
    ["a tracking number of the length and check of a card", `tracking number ${short}`],
    ["an order number like it", `order ${short} is late`],
    ["an IMEI", `IMEI ${card("35", 15)}`],
    ["a decimal", `0.${card("4", 16)}`],
    ["a part of a word", `a${card("4", 16)}`],
    ["a part of a hash", `${card("4", 16)}ab`],
    ["a barcode whose digits also pass as a card's", barcodeLikeCard()],
    ["a column of years", "4024\n1987\n1999\n2018\n2001"],
    ["milliseconds", "at 1700000000000 and 1712345678901"],
  ])("%s", (_, text) => {
    expect(found(text)).toEqual([]);
  });

  /** Thirteen digits starting with 4 that pass both checks. */
  function barcodeLikeCard(): string {
    for (let seed = 0; ; seed += 1) {
      const barcode = withBarcodeCheck(`4${digitsOf(seed, 11)}`);
      if (withLuhn(barcode.slice(0, -1)) === barcode) return `it reads ${barcode} at the till`;
    }
  }
});
