import { newestInboxEvent } from "../act/inbox/index.ts";
import { metricsVersion } from "../evaluate/metrics/index.ts";
import { newestAnnotation } from "../observe/annotations/index.ts";

/** What a page shows: numbers and answers, or the inbox as well. */
export type LiveContent = "answers" | "inbox";

/** A version of what a project's pages show, which stays the same as long as nothing changes. */
export async function latestVersion(projectId: string, of: LiveContent = "answers"): Promise<string> {
  const [counted, annotation, event] = await Promise.all([
    metricsVersion(projectId),
    newestAnnotation(projectId),
    of === "inbox" ? newestInboxEvent(projectId) : null,
  ]);
  return [counted, annotation, event].filter((each) => each !== null).join(":");
}
