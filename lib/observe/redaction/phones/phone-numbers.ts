import { type CountryCode, Metadata, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** Most numbers that one text may have the library look at. */
const LOOKS = 500;

/**
 * Numbers that are assigned to nobody so that films, examples and people who do not want to give theirs can use them:
 * a text that has one is treated as if it were real.
 */
const invented = /^1?(?:555\d{7}|1234567890)$|^555\d{4}$/;

/** Asks the library about numbers, so often and no more: what comes after counts as valid, as its form spoke for it. */
export class PhoneNumbers {
  #looks = 0;

  /** Whether these digits, country code first, are assigned anywhere. */
  isInternational(digits: string): boolean {
    if (digits.length > 9 && invented.test(digits)) return true;
    this.#looks += 1;
    return this.#looks > LOOKS || parsePhoneNumberFromString(`+${digits}`)?.isValid() === true;
  }

  /** Whether these digits, as they are dialled at home, are assigned in one of the regions. */
  isNational(digits: string, regions: readonly CountryCode[]): boolean {
    if (regions.includes("US") && invented.test(digits)) return true;
    return regions.some((region) => {
      if (!plan(region).test(digits)) return false;
      this.#looks += 1;
      return this.#looks > LOOKS || parsePhoneNumberFromString(digits, region)?.isValid() === true;
    });
  }
}

/** The two parts of a numbering plan that the library has and its types do not name. */
interface Outline {
  nationalNumberPattern(): string;
  nationalPrefixForParsing(): string | undefined;
}

const plans = new Map<CountryCode, RegExp>();

/** The outline of a region's numbers, from the library's own metadata: it costs a hundredth of asking the library. */
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
