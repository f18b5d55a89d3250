import type { CountryCode } from "libphonenumber-js/max";

/** A way in which numbers are written at home, and where. */
export interface PhoneShape {
  form: RegExp;
  regions: readonly CountryCode[];
}

/** Where a leading zero is part of how a number is dialled at home. */
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

/** Where a number without any mark but its leading zero is known well enough by its first digits. */
const KNOWN_MOBILES: readonly CountryCode[] = ["GB", "FR", "DE", "AU", "NL", "JP", "KR"];

/** Every region that a number beside a word like "phone" is tried in. */
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

/** Forms that say by themselves that a number is a phone number; the library has the last word on its digits. */
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
  { form: /^[2-9]\d \d{4} \d{4}$/, regions: ["MX"] },
  { form: /^8[ -]?\(?[3-9]\d\d\)?[ -]\d{3}[ -]?\d\d[ -]?\d\d$/, regions: ["RU"] },
  { form: /^3\d\d[ ./-]\d{6,7}$/, regions: ["IT", "CO"] },
  { form: /^9 \d{4} \d{4}$/, regions: ["CL"] },
];

/** Any of the forms: most numbers have none, and are told by one look. */
export const anyPhoneForm = new RegExp(
  phoneShapes
    .map(({ form }) => `(?:${form.source})`)
    .join("|")
    .replaceAll("\\1", "[ -]"),
);
