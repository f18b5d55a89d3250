import { z } from "zod";
import type { InboxEvent } from "#lib/act/inbox/index.ts";
import { inboxItemId, inboxKinds, inboxStates, inboxSteps, resolutions } from "#lib/domain/inbox.ts";
import { problemStates } from "#lib/domain/problem-lifecycle.ts";
import { interactionLineJson, interactionLineSchema } from "#lib/observe/interactions/index.ts";
import { cursorAfter } from "#lib/platform/list-cursor.ts";
import type { BulkChanged } from "./change-inbox.ts";
import type { InboxDetail, InboxLine, InboxLines } from "./list-inbox.ts";

const moment = z.iso.datetime();

const itemFields = {
  id: z.string().describe("`answer:` and the ID of the interaction, or `problem:` and that of the problem."),
  kind: z.enum(inboxKinds),
  state: z.enum(inboxStates),
  complained_at: moment.describe("When the newest complaint was made, or when the problem was found."),
  is_new: z.boolean().describe("Whether somebody complained since it was last looked at."),
  assignee: z
    .object({ user_id: z.string().describe("The member's user ID."), name: z.string() })
    .nullable()
    .describe("The member who works on it."),
  waiting_until: moment.nullable().describe("When it comes back; null unless it waits for a date."),
  resolution: z.enum(resolutions).nullable().describe("What came of it; null unless it is resolved."),
  fixed_in: z
    .object({ prompt_template: z.string(), prompt_version: z.string() })
    .nullable()
    .describe("The prompt version that fixes it."),
  resolved_at: moment.nullable().describe("When it was resolved; null unless it is."),
  tags: z.array(z.string()).describe("Its tags."),
  changed_at: moment.nullable().describe("When something was last done to it; null if nothing was."),
  interaction: interactionLineSchema.nullable().describe("The answer with its ratings; null for a problem."),
  problem: z
    .object({
      problem_id: z.uuid().describe("The problem's ID."),
      title: z.string(),
      state: z.enum(problemStates),
    })
    .nullable()
    .describe("The problem; null for an answer."),
};

/** An item in API responses. */
export const inboxItemSchema = z.object(itemFields).meta({ id: "InboxItem" });

/** A page of the inbox in API responses. */
export const inboxPageSchema = z.object({
  data: z.array(inboxItemSchema),
  next_cursor: z
    .string()
    .nullable()
    .describe(
      "Where to go on; null at the end. A page with a filter may have fewer items than asked for and still go on.",
    ),
});

/** An item with its history in API responses. */
export const inboxDetailSchema = z
  .object({
    ...itemFields,
    history: z
      .array(
        z.object({
          step: z.enum(inboxSteps).describe("What was done."),
          change: z.record(z.string(), z.unknown()).describe("What it was changed to."),
          note: z.string().nullable().describe("The note, where one was written."),
          by: z
            .string()
            .describe("The name of the member or API key; “Whetstone” for what happened by itself."),
          at: moment.describe("When it was done."),
        }),
      )
      .describe("What was done to it, the latest first, up to 200."),
  })
  .meta({ id: "InboxItemDetail" });

/** What a change of many items did, in API responses. */
export const inboxBulkReplySchema = z.object({
  batch_id: z.uuid().describe("By which the change can be undone."),
  changed: z.array(z.string()).describe("The IDs of the items that were changed."),
  unchanged: z.int().min(0).describe("Number of items about which nothing changed."),
  refused: z
    .array(z.object({ id: z.string(), message: z.string() }))
    .describe("Items that could not be changed."),
  more: z.boolean().describe("Whether the filter lists more items than can be changed at once."),
});

/** What an undone change did, in API responses. */
export const inboxUndoReplySchema = z.object({
  undone: z.array(z.string()).describe("The IDs of the items that are as they were before."),
  changed_since: z.int().min(0).describe("Number of items that were changed since, and were left alone."),
});

/** An item as API JSON. */
export const inboxItemJson = (line: InboxLine): z.input<typeof inboxItemSchema> => ({
  id: inboxItemId(line),
  kind: line.kind,
  state: line.state,
  complained_at: line.at.toISOString(),
  is_new: line.isNew,
  assignee: line.assignee && { user_id: line.assignee.userId, name: line.assignee.name },
  waiting_until: line.waitingUntil?.toISOString() ?? null,
  resolution: line.resolution,
  fixed_in: line.fixedIn && { prompt_template: line.fixedIn.template, prompt_version: line.fixedIn.version },
  resolved_at: line.state === "resolved" ? (line.resolvedAt?.toISOString() ?? null) : null,
  tags: line.tags,
  changed_at: line.changedAt?.toISOString() ?? null,
  interaction: line.answer && interactionLineJson(line.answer),
  problem: line.problem && {
    problem_id: line.problem.problemId,
    title: line.problem.title,
    state: line.problem.state,
  },
});

/** A page of the inbox as API JSON. */
export const inboxPageJson = ({ data, next }: InboxLines): z.input<typeof inboxPageSchema> => ({
  data: data.map(inboxItemJson),
  next_cursor: next && cursorAfter(next),
});

/** An item with its history as API JSON. */
export const inboxDetailJson = ({ history, ...line }: InboxDetail): z.input<typeof inboxDetailSchema> => ({
  ...inboxItemJson(line),
  history: history.map(eventJson),
});

const eventJson = ({ step, change, note, by, at }: InboxEvent) => ({
  step,
  change,
  note,
  by,
  at: at.toISOString(),
});

/** What a change of many items did, as API JSON. */
export const inboxBulkJson = (done: BulkChanged): z.input<typeof inboxBulkReplySchema> => ({
  batch_id: done.batchId,
  changed: done.changed.map(inboxItemId),
  unchanged: done.unchanged,
  refused: done.refused.map(({ item, message }) => ({ id: inboxItemId(item), message })),
  more: done.more,
});
