import { z } from "zod";
import { forgetKeys } from "../api-keys/key-cache.ts";
import { db } from "../db/client.ts";

interface NumberSetting {
  /** Its column in `projects`, as Prisma names it. */
  column: string;
  min: number;
  max: number;
}

/** The whole numbers that a project may change, in the groups that are saved together. */
export const numberSettings = {
  /** How many writes one client address may send in a minute with one publishable key. */
  write_limit: {
    writes_per_minute: { column: "writesPerMinute", min: 1, max: 100_000 },
  },
  /**
   * How much publishable keys may send: on an answer, from an address in an hour, and in a day. A megabyte is the least that
   * a request with a long text fits into.
   */
  quotas: {
    answer_events: { column: "answerEvents", min: 10, max: 1_000_000 },
    answer_kilobytes: { column: "answerKilobytes", min: 1_000, max: 1_000_000 },
    address_kilobytes: { column: "addressKilobytes", min: 1_000, max: 2_000_000 },
    day_events: { column: "dayEvents", min: 100, max: 1_000_000_000 },
    day_megabytes: { column: "dayMegabytes", min: 1, max: 1_000_000 },
  },
  /** Most devices that may rate one answer whose server named nobody, and most of them from one client address. */
  voter_limits: {
    voters_per_answer: { column: "votersPerAnswer", min: 1, max: 10_000 },
    voters_per_address: { column: "votersPerAddress", min: 1, max: 10_000 },
  },
  /** With fewer thumbs than this a cohort is withheld: one person's rating is theirs to tell. */
  cohort_minimum: {
    cohort_minimum: { column: "cohortMinimum", min: 2, max: 1_000 },
  },
} as const satisfies Record<string, Record<string, NumberSetting>>;

/** What is saved together. */
export type SettingGroup = keyof typeof numberSettings;

/** The values of a group, by their names in JSON. */
export type SettingValues<Group extends SettingGroup> = {
  [Field in keyof (typeof numberSettings)[Group]]: number;
};

/** The values of every group. */
export type ProjectSettings = { [Group in SettingGroup]: SettingValues<Group> };

const groups = Object.keys(numberSettings) as SettingGroup[];
const fieldsOf = (group: SettingGroup): [field: string, setting: NumberSetting][] =>
  Object.entries(numberSettings[group]);

/** All values of a group. */
export const settingsSchema = <Group extends SettingGroup>(group: Group) =>
  z.strictObject(
    Object.fromEntries(
      fieldsOf(group).map(([field, { min, max }]) => [field, z.int().min(min).max(max)]),
    ) as Record<keyof SettingValues<Group> & string, z.ZodInt>,
  );

/** A change of any values of a group; of the one that it has, where it has no more. */
export const settingsChangeSchema = <Group extends SettingGroup>(group: Group) => {
  const names = fieldsOf(group).map(([field]) => field);
  const schema = settingsSchema(group);
  if (names.length === 1) return schema;
  return schema
    .partial()
    .refine((change) => Object.keys(change).length > 0, `must have one of ${names.join(", ")}`);
};

const select = Object.fromEntries(
  groups.flatMap((group) => fieldsOf(group).map(([, { column }]) => [column, true])),
);

const toSettings = (row: object): ProjectSettings =>
  Object.fromEntries(
    groups.map((group) => [
      group,
      Object.fromEntries(
        fieldsOf(group).map(([field, { column }]) => [field, (row as Record<string, number>)[column]]),
      ),
    ]),
  ) as ProjectSettings;

/** The number settings of a project. */
export const readSettings = async (projectId: string): Promise<ProjectSettings> =>
  toSettings(await db().project.findUniqueOrThrow({ where: { projectId }, select }));

/**
 * Changes settings of a group. Takes effect with the next event, in other processes within three seconds.
 * @returns the whole group.
 */
export async function changeSettings<Group extends SettingGroup>(
  projectId: string,
  group: Group,
  change: { [Field in keyof SettingValues<Group>]?: number | undefined },
): Promise<SettingValues<Group>> {
  const data = Object.fromEntries(
    fieldsOf(group).map(([field, { column }]) => [
      column,
      (change as Record<string, number | undefined>)[field],
    ]),
  );
  const row = await db().project.update({ where: { projectId }, data, select });
  forgetKeys();
  return toSettings(row)[group];
}
