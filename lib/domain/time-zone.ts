const supported = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);

/**
 * The name by which both this runtime and PostgreSQL know a time zone, or null. Offsets like +05:30 are not accepted:
 * PostgreSQL counts them westward, JavaScript eastward. Neither are short names like SST, which only one of the two
 * knows.
 */
export function timeZoneNamed(zone: string): string | null {
  if (supported.has(zone)) return zone;
  if (!/^[A-Za-z]+(\/[\w+-]+)+$/.test(zone)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions();
    return supported.has(timeZone) ? timeZone : null;
  } catch {
    return null;
  }
}
