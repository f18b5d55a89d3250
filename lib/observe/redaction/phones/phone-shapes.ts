import type { CountryCode } from "libphonenumber-js/max";

/** A domestic way of writing numbers, and the regions that use it. */
export interface PhoneShape {
  form: RegExp;
  regions: readonly CountryCode[];
}

/** Regions where a leading zero is dialed domestically. */
const TRUNK_ZERO: readonly CountryCode[] = [
  "GB",
  "DE",
  "FR",
  "IT",
  "NL",
  "BE",
  "CH",
  "AT",
  "SE",
  "FI",
  "IE",
  "HU",
  "RO",
  "SK",
  "BG",
  "HR",
  "SI",
  "RS",
  "UA",
  "TR",
  "IL",
  "AU",
  "NZ",
  "JP",
  "KR",
  "TW",
  "IN",
  "ID",
  "MY",
  "PH",
  "TH",
  "VN",
  "PK",
  "BD",
  "LK",
  "ZA",
  "NG",
  "KE",
  "EG",
  "GH",
  "MA",
  "DZ",
  "AE",
  "SA",
  "AR",
  "BR",
];

/** Regions where a number without any separators is recognized by its leading zero and first digits. */
const KNOWN_MOBILES: readonly CountryCode[] = ["GB", "FR", "DE", "AU", "NL", "JP", "KR"];

/** Every region to try for a number next to a word like "phone". */
export const allRegions: readonly CountryCode[] = [
  ...TRUNK_ZERO,
  "US",
  "CA",
  "MX",
  "ES",
  "PT",
  "PL",
  "CZ",
  "GR",
  "DK",
  "NO",
  "LU",
  "RU",
  "KZ",
  "CN",
  "HK",
  "SG",
  "CL",
  "CO",
  "PE",
  "TN",
];

/** Forms that suggest a phone number without words; the library then checks the digits. */
export const phoneShapes: readonly PhoneShape[] = [
  {
    form: /^(?:1[ .-]?)?(?:\((?:[2-9]\d\d|123)\) ?-? ?|(?:[2-9]\d\d|123)(?:[ ./-]| - ))\d{3}(?:[ .-]| - )\d{4}$/,
    regions: ["US", "GR"],
  },
  {
    form: /^(?=(?:\D*\d){9,12}\D*$)\(?0[1-9]\d{0,4}(?:[ ./-]|\) ?| [-/] )\d+(?:[ .-]\d+)*$/,
    regions: TRUNK_ZERO,
  },
  { form: /^0[1-9]\d{8,9}$/, regions: KNOWN_MOBILES },
  { form: /^[2-9]\d\d([ -])\d{3}\1\d{3}$/, regions: ["ES", "PL", "PT", "CZ"] },
  { form: /^[6-9]\d\d \d\d \d\d \d\d$/, regions: ["ES"] },
  { form: /^[6-9]\d{4}[ -]\d{5}$/, regions: ["IN"] },
  { form: /^1[3-9]\d[ -]\d{4}[ -]\d{4}$/, regions: ["CN"] },
  { form: /^(?:\([1-9]\d\) ?9?\d{4}|[1-9]\d 9\d{4})[ -]\d{4}$/, regions: ["BR"] },
  { form: /^[2-9]\d([ -])\d{4}\1\d{4}$/, regions: ["MX"] },
  { form: /^[89]\d \d{3} \d\d \d\d$/, regions: ["ES"] },
  { form: /^8[ -]?\(?[3-9]\d\d\)?[ -]\d{3}[ -]?\d\d[ -]?\d\d$/, regions: ["RU"] },
  { form: /^3\d\d[ ./-]\d{6,7}$/, regions: ["IT", "CO"] },
  { form: /^9 \d{4} \d{4}$/, regions: ["CL"] },
];

/** Any of the forms, as a single check: most numbers have none. */
export const anyPhoneForm = new RegExp(
  phoneShapes
    .map(({ form }) => `(?:${form.source})`)
    .join("|")
    .replaceAll("\\1", "[ -]"),
);

/** Forms that hardly anything else has, in any country: (047) 123-4567, 123-456-7890, 123.456.7890. */
const marked =
  /^(?:\+?1[ .-]|\+?1(?=\())?(?:\(\d{3}\) ?[-.]? ?\d{3}[ .-]?\d{4}|\d{3}-\d{3}-\d{4}|\d{3}\.\d{3}\.\d{4})$/;

/** An area code in brackets, or a trunk zero followed by groups. */
const bracketed = /^\((?:0\d{1,5}|[1-9]\d)\) ?\d{3,8}(?:[ -]\d{2,5}){0,3}$/;
const withTrunkZero = /^0[1-9]\d{0,4}(?:[ ./-]\d{2,8}){1,5}$/;

/** 00 and a country code, separated from the rest: 001-234-567-8901, 00 49 30 901820. */
const abroad = /^(?:00|011)[ .-]?[1-9]\d{0,2}[ .-](?:\(0\))?\d/;

/** Only looks like a phone number: a range of years, a round amount. */
const yearsOrAmount = /^\D*(?:(?:19|20)\d\d\D+)+(?:19|20)\d\d\D*$|^[1-9]\d{0,2}(?:\D?000){2,}$/;

const count = (written: string): number => written.replaceAll(/\D/g, "").length;

/** Whether the form alone makes it a phone number, even after another number and in no numbering plan. */
export const isMarked = (written: string): boolean => marked.test(written);

/** Whether it has the form of a phone number and of nothing else, even in no numbering plan. */
export function looksDialled(written: string): boolean {
  if (isMarked(written)) return true;
  if (looksLikeAmount(written)) return false;
  const digits = count(written);
  if (bracketed.test(written)) return digits >= 8 && digits <= 12;
  if (abroad.test(written)) return digits >= 11 && digits <= 17 && hasCountry(written.replaceAll(/\D/g, ""));
  return withTrunkZero.test(written) && digits >= 10 && digits <= 11;
}

/** Whether these digits could also be years or a round amount. */
export const looksLikeAmount = (written: string): boolean => yearsOrAmount.test(written);

const country =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-69]\d|3[578]\d|42\d|5[09]\d|6[79]\d|8[0578]\d|9[679]\d)/;

/** Whether these digits start with a country code, with or without an international prefix. */
export const hasCountry = (digits: string): boolean => country.test(digits.replace(/^0(?:0|11)/, ""));
