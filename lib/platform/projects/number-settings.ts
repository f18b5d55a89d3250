import { z } from "zod";
import { forgetKeys } from "../api-keys/key-cache.ts";
import { db } from "../db/client.ts";

interface NumberSetting {
  /** Its column in `projects`, by Prisma's name. */
  column: string;
  min: number;
  max: number;
}

/** The integer settings of a project, in groups that are saved together. */
export const numberSettings = {
  /** Maximum writes per minute from one client address with one publishable key. */
  write_limit: {
    writes_per_minute: { column: "writesPerMinute", min: 1, max: 100_000 },
  },
  /**
   * The quotas of publishable keys: per answer, per client address and hour, and per day. A megabyte is the least that
   * fits a request with a long text.
   */
  quotas: {
    answer_events: { column: "answerEvents", min: 10, max: 1_000_000 },
    answer_kilobytes: { column: "answerKilobytes", min: 1_000, max: 1_000_000 },
    address_kilobytes: { column: "addressKilobytes", min: 1_000, max: 2_000_000 },
    day_events: { column: "dayEvents", min: 100, max: 1_000_000_000 },
    day_megabytes: { column: "dayMegabytes", min: 1, max: 1_000_000 },
  },
  /** Maximum devices that may rate an answer without a user or session, in total and per client address. */
  voter_limits: {
    voters_per_answer: { column: "votersPerAnswer", min: 1, max: 10_000 },
    voters_per_address: { column: "votersPerAddress", min: 1, max: 10_000 },
  },
  /** Cohorts with fewer thumbs are withheld, so that no individual's rating is revealed. */
  cohort_minimum: {
    cohort_minimum: { column: "cohortMinimum", min: 2, max: 1_000 },
  },
} as const satisfies Record<string, Record<string, NumberSetting>>;

/** A group of settings that are saved together. */
export type SettingGroup = keyof typeof numberSettings;

/** The values of a group by JSON name. */
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

/** A change of at least one value of a group. */
export const settingsChangeSchema = <Group extends SettingGroup>(group: Group) => {
  const names = fieldsOf(group).map(([field]) => field);
  const schema = settingsSchema(group);
  if (names.length === 1) return schema;
  return schema
    .partial()
    .refine((change) => Object.keys(change).length > 0, `must contain at least one of ${names.join(", ")}`);
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
 * Changes settings of a group. Takes effect with the next event; in other processes, within three seconds.
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
