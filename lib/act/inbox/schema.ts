import { z } from "zod";
import { type DimensionParam, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { idSchema, momentSchema, wholeNumberSchema } from "#lib/domain/fields.ts";
import {
  INBOX_BULK_MAX,
  inboxLists,
  inboxStates,
  parseInboxItemId,
  resolutions,
  TAG_LENGTH,
  TAGS_MAX,
} from "#lib/domain/inbox.ts";
import { cursorSchema } from "#lib/platform/list-cursor.ts";

/** The ID of an item. */
export const inboxItemIdSchema = z
  .string()
  .max(200, "must have at most 200 characters")
  .transform((text, context) => {
    const parsed = parseInboxItemId(text);
    if (parsed && idSchema.safeParse(parsed.ref).success) return parsed;
    context.addIssue({ code: "custom", message: "must be the id of an item, “answer:…” or “problem:…”" });
    return z.NEVER;
  });

const tagSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(TAG_LENGTH, `must have at most ${TAG_LENGTH} characters`)
  .refine((text) => !/[\p{Cc}\p{Co}\p{Cs}]/u.test(text), "must not contain control characters");

const tagsSchema = z.array(tagSchema).max(TAGS_MAX, `must have at most ${TAGS_MAX} tags`);

/** The longest note, in characters. */
const NOTE_MAX = 2_000;

const noteSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(NOTE_MAX, `must have at most ${NOTE_MAX} characters`)
  .refine(
    (text) => !text.includes("\0") && text.isWellFormed(),
    "must not contain NUL characters or unpaired surrogates",
  );

const changeFields = {
  state: z
    .enum(inboxStates)
    .optional()
    .describe(
      "`unread`, `read` (also to reopen what is resolved or waits), `assigned` (with `assignee`), `waiting` (with `waiting_until`), or `resolved`.",
    ),
  assignee: z
    .string()
    .max(320)
    .nullable()
    .optional()
    .describe("The user ID or email address of a member, who is assigned the item; null for nobody."),
  waiting_until: momentSchema
    .nullable()
    .optional()
    .describe("When the item comes back. Null for a problem that waits until it changes."),
  resolution: z
    .enum(resolutions)
    .optional()
    .describe("What came of it, with `resolved`: `handled` unless given."),
  fixed_in: z
    .strictObject({ prompt_template: idSchema, prompt_version: idSchema })
    .optional()
    .describe("The prompt version that fixes it. It resolves the item as `fixed`."),
  add_tags: tagsSchema.optional().describe("Tags to add."),
  remove_tags: tagsSchema.optional().describe("Tags to take away."),
  note: noteSchema.optional().describe("A note for the item's history."),
};

type Fields = z.output<z.ZodObject<typeof changeFields>>;

/** What does not fit together in a change, by the field that is wrong. */
const faults: readonly [path: keyof Fields, message: string, isWrong: (change: Fields) => boolean][] = [
  [
    "state",
    "must not be given with an assignee, other than “assigned”",
    ({ state, assignee }) => Boolean(assignee) && state !== undefined && state !== "assigned",
  ],
  ["assignee", "is required to assign an item", ({ state, assignee }) => state === "assigned" && !assignee],
  [
    "waiting_until",
    "is required for an item that waits",
    ({ state, waiting_until }) => state === "waiting" && waiting_until === undefined,
  ],
  [
    "waiting_until",
    "only fits the state “waiting”",
    ({ state, waiting_until }) => waiting_until !== undefined && state !== "waiting",
  ],
  [
    "resolution",
    "only fits the state “resolved”",
    ({ state, resolution }) => resolution !== undefined && state !== "resolved",
  ],
  [
    "fixed_in",
    "only fits the state “resolved” and the resolution “fixed”",
    ({ state, resolution = "fixed", fixed_in }) =>
      fixed_in !== undefined && (state !== "resolved" || resolution !== "fixed"),
  ],
];

const isFit = (change: Fields, context: z.RefinementCtx): void => {
  for (const [path, message, isWrong] of faults)
    if (isWrong(change)) context.addIssue({ code: "custom", path: [path], message });
};

const isChange = (change: Fields): boolean =>
  Object.keys(changeFields).some((name) => change[name as keyof Fields] !== undefined);
const NOTHING = "must change something: state, assignee, tags or a note";

/** What can be changed about an item. */
export const inboxChangeSchema = z.strictObject(changeFields).superRefine(isFit).refine(isChange, NOTHING);

/** What can be changed about an item. */
export type InboxChange = z.output<typeof inboxChangeSchema>;

const dimensionFields = Object.fromEntries(
  dimensionNames.map((name) => [
    dimensions[name].param,
    idSchema.optional().describe(dimensions[name].filters),
  ]),
) as Record<DimensionParam, z.ZodOptional<typeof idSchema>>;

const filterFields = {
  state: z
    .enum(inboxLists)
    .default("open")
    .describe("Which items: `open` is what nobody took or resolved yet, that is, unread and read ones."),
  assignee: z
    .string()
    .max(320)
    .optional()
    .describe("Only items of this member, by user ID or email address; `none` for nobody's."),
  tag: tagSchema.optional().describe("Only items with this tag."),
  category: idSchema.optional().describe("Only answers with a rating of this category."),
  q: z.string().max(400).optional().describe("Words to search for in answers and what was said of them."),
  ...dimensionFields,
};

/** The filters of the inbox. */
export const inboxFilterSchema = z.strictObject(filterFields);

/** The filters of the inbox. */
export type InboxQuery = z.output<typeof inboxFilterSchema>;

/** Most items of a page. */
const PAGE_MAX = 200;

/** Query parameters of the list. */
export const inboxQuerySchema = z.strictObject({
  ...filterFields,
  cursor: cursorSchema.optional(),
  limit: wholeNumberSchema.pipe(z.int().min(1).max(PAGE_MAX)).default(50),
});

/** A change of many items: those with these IDs, or those that a filter lists first. */
export const inboxBulkSchema = z
  .strictObject({
    ...changeFields,
    ids: z
      .array(inboxItemIdSchema)
      .min(1)
      .max(INBOX_BULK_MAX, `must have at most ${INBOX_BULK_MAX} items`)
      .optional(),
    filter: inboxFilterSchema.optional(),
  })
  .superRefine(isFit)
  .refine(isChange, NOTHING)
  .refine(
    ({ ids, filter }) => (ids === undefined) !== (filter === undefined),
    "must have either ids or a filter",
  );

/** What is undone: all that one change did. */
export const inboxUndoSchema = z.strictObject({ batch_id: z.uuid() });

/** Path parameters. */
export const inboxProjectParamsSchema = z.object({ project_id: z.uuid() });
export const inboxItemParamsSchema = z.object({ id: inboxItemIdSchema });
export const projectInboxItemParamsSchema = z.object({ project_id: z.uuid(), id: inboxItemIdSchema });
