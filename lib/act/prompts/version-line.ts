import { versionNumber } from "#lib/domain/prompt-version-name.ts";

/** What answers tell of a version. */
export interface LoggedVersion {
  version: string;
  /** The start of the day (UTC) of its first answer. */
  firstAt: Date;
  lastAt: Date;
  interactions: number;
}

/** A version in the one line of a prompt's history: managed here, adopted from what was logged, or both. */
export interface LineVersion {
  version: string;
  managed: boolean;
  logged: LoggedVersion | null;
}

/** The versions of a prompt, managed and logged ones as one line, newest first. */
export function versionLine(
  managed: readonly { version: string; createdAt: Date }[],
  logged: readonly LoggedVersion[],
): LineVersion[] {
  const loggedOf = new Map(logged.map((each) => [each.version, each]));
  const names = new Set(managed.map(({ version }) => version));
  const line = [
    ...managed.map(({ version, createdAt }) => ({
      ...{ version, managed: true, logged: loggedOf.get(version) ?? null },
      beganAt: createdAt,
    })),
    ...logged
      .filter(({ version }) => !names.has(version))
      .map((each) => ({ version: each.version, managed: false, logged: each, beganAt: each.firstAt })),
  ];
  return line
    .toSorted((one, other) => compare(placeOf(other), placeOf(one)))
    .map(({ beganAt: _, ...version }) => version);
}

type Place = readonly [day: number, number: number, version: string];

const DAY_MS = 86_400_000;

/** Of what was logged no more is known than the day; within one, numbers tell. */
const placeOf = ({ version, beganAt }: { version: string; beganAt: Date }): Place => [
  Math.floor(beganAt.getTime() / DAY_MS),
  versionNumber(version) ?? 0,
  version,
];

function compare(one: Place, other: Place): number {
  const [day, number, version] = one;
  const [otherDay, otherNumber, otherVersion] = other;
  return day - otherDay || number - otherNumber || (version < otherVersion ? -1 : 1);
}
