/** Names of versions that we make, and that count for the next number where they were logged. */
const NUMBERED = /^v([1-9]\d{0,14})$/;

/** The number of a version that is called "v" and a number; null for any other name. */
export function versionNumber(version: string): number | null {
  const digits = NUMBERED.exec(version)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Beyond it there would be no next name. */
const HIGHEST = 999_999_999_999_998;

/** The name of the next version: one more than the highest number among `names`; "v1" where none has one. */
export function nextVersion(names: Iterable<string>): string {
  let highest = 0;
  for (const name of names) {
    const number = versionNumber(name);
    if (number !== null && number <= HIGHEST) highest = Math.max(highest, number);
  }
  return `v${highest + 1}`;
}

/** The version with the highest number; undefined of none. */
export const newestVersion = <Version extends { version: string }>(
  versions: readonly Version[],
): Version | undefined =>
  versions.reduce<Version | undefined>(
    (newest, version) => (newest && numberOf(newest.version) >= numberOf(version.version) ? newest : version),
    undefined,
  );

const numberOf = (version: string): number => versionNumber(version) ?? 0;
