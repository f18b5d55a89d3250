import { type CountryCode, Metadata, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** How many numbers of one text to look up in the library. */
const LOOKS = 500;

/**
 * Fictional numbers, reserved for films, examples and people who do not want to give theirs, are treated as
 * real.
 */
const invented = /^1?(?:555\d{7}|1234567890)$|^555\d{4}$/;

/**
 * Looks numbers up in the library, up to a limit; beyond it, a number counts as valid, since its form
 * suggested it.
 */
export class PhoneNumbers {
  #looks = 0;

  /** Whether these digits, starting with the country code, are assigned anywhere. */
  isInternational(digits: string): boolean {
    if (digits.length > 9 && invented.test(digits)) return true;
    this.#looks += 1;
    return this.#looks > LOOKS || parsePhoneNumberFromString(`+${digits}`)?.isValid() === true;
  }

  /** Whether these digits, as dialed domestically, are assigned in one of the regions. */
  isNational(digits: string, regions: readonly CountryCode[]): boolean {
    if (regions.includes("US") && invented.test(digits)) return true;
    return regions.some((region) => {
      if (!plan(region).test(digits)) return false;
      this.#looks += 1;
      return this.#looks > LOOKS || parsePhoneNumberFromString(digits, region)?.isValid() === true;
    });
  }
}

/** The two parts of a numbering plan that are missing from the library's types. */
interface Outline {
  nationalNumberPattern(): string;
  nationalPrefixForParsing(): string | undefined;
}

const plans = new Map<CountryCode, RegExp>();

/**
 * The general pattern of a region's numbers, from the library's metadata: it costs a hundredth of a lookup.
 */
function plan(region: CountryCode): RegExp {
  const known = plans.get(region);
  if (known) return known;
  const metadata = new Metadata();
  metadata.selectNumberingPlan(region);
  const outline = metadata.numberingPlan as unknown as Outline;
  const prefix = outline.nationalPrefixForParsing();
  const made = new RegExp(`^${prefix ? `(?:${prefix})?` : ""}(?:${outline.nationalNumberPattern()})$`);
  plans.set(region, made);
  return made;
}
