import { formatCountOf, formatMoment } from "#components/format/numbers.ts";
import type { InboxList, InboxState, InboxStep, Resolution } from "#lib/domain/inbox.ts";

/** The lists, as they are named on the page. */
export const listLabels: Record<InboxList, string> = {
  open: "Open",
  unread: "Unread",
  read: "Read",
  assigned: "Assigned",
  waiting: "Waiting",
  resolved: "Resolved",
};

/** What came of an item, in a word or two. */
export const resolutionLabels: Record<Resolution, string> = {
  handled: "Handled",
  fixed: "Fixed",
  not_a_problem: "Not a problem",
  wont_fix: "Won’t fix",
  duplicate: "Duplicate",
};

/** Where an item stands, as a badge says it. */
interface StateFacts {
  state: InboxState;
  assignee: { name: string } | null;
  waitingUntil: Date | null;
  resolution: Resolution | null;
  fixedIn: { template: string; version: string } | null;
}

/** Where an item stands in words: "Assigned to Ada", "Fixed in answer v3". */
export function formatState(item: StateFacts, tz: string): string {
  const { state, assignee, waitingUntil, resolution, fixedIn } = item;
  switch (state) {
    case "assigned":
      return assignee ? `Assigned to ${assignee.name}` : "Assigned to nobody";
    case "waiting":
      return waitingUntil ? `Waiting until ${formatMoment(waitingUntil, tz)}` : "Waiting for its problem";
    case "resolved":
      return fixedIn
        ? `Fixed in ${fixedIn.template} ${fixedIn.version}`
        : resolutionLabels[resolution ?? "handled"];
    default:
      return listLabels[state];
  }
}

/** An entry of a history. */
interface HistoryEntry {
  step: InboxStep;
  change: Record<string, unknown>;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);

/**
 * What an entry of a history tells, after the name of who did it.
 * @param nameOf the name of a member by user ID.
 */
export function formatStep(
  { step, change }: HistoryEntry,
  nameOf: (userId: string) => string,
  tz: string,
): string {
  switch (step) {
    case "read":
      return "looked at it";
    case "marked_unread":
      return "marked it as unread";
    case "assigned":
      return `assigned it to ${nameOf(text(change.assignee))}`;
    case "unassigned":
      return "took the assignee away";
    case "waiting":
      return change.waiting_until
        ? `lets it wait until ${formatMoment(new Date(text(change.waiting_until)), tz)}`
        : "lets it wait for its problem";
    case "resolved":
      return resolvedWords(change);
    case "reopened":
      return "reopened it";
    case "came_back":
      return "brought it back";
    case "tagged": {
      const [added, removed] = [texts(change.added), texts(change.removed)];
      return [
        added.length > 0 ? `added ${formatTags(added)}` : "",
        removed.length > 0 ? `took away ${formatTags(removed)}` : "",
      ]
        .filter(Boolean)
        .join(" and ");
    }
    case "noted":
      return "noted";
    case "undone":
      return "undid a change";
  }
}

const formatTags = (tags: readonly string[]): string =>
  `the ${tags.length === 1 ? "tag" : "tags"} ${tags.map((tag) => `“${tag}”`).join(", ")}`;

function resolvedWords(change: Record<string, unknown>): string {
  if (change.prompt_version)
    return `resolved it: fixed in ${text(change.prompt_template)} ${text(change.prompt_version)}`;
  const label = resolutionLabels[text(change.resolution) as Resolution] ?? resolutionLabels.handled;
  return `resolved it: ${label.toLowerCase()}`;
}

/** What a change did, for everybody to hear: "3 items resolved. 1 could not be changed: …". */
export function formatOutcome(
  verb: string,
  {
    changed,
    refused,
    more,
  }: { changed: readonly string[]; refused: readonly { message: string }[]; more: boolean },
): string {
  const [first] = refused;
  return [
    `${changed.length === 1 ? "1 item" : formatCountOf(changed.length, "item")} ${verb}.`,
    first ? `${formatCountOf(refused.length, "item")} could not be changed: ${first.message}` : "",
    more ? "More items match. Do it again for the next." : "",
  ]
    .filter(Boolean)
    .join(" ");
}
