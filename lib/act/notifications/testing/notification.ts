import { randomUUID } from "node:crypto";
import type { Notification } from "#lib/domain/notification.ts";

/** A notification of an alert, with what would be markup in one place or another. */
export const someNotification = (more: Partial<Notification> = {}): Notification => ({
  notification_id: `alert:${randomUUID()}`,
  kind: "alert.firing",
  title: "Positive rate of <support> & co fell",
  text: 'From 82% to 61%, "since" v7.\n*Look* at [it](https://example.com).',
  facts: [
    { label: "Feature", value: "support <b>bold</b>" },
    { label: "Ratings", value: "n = 214" },
  ],
  url: "https://whetstone.example/demo/trends?from=2026-11-01&feature=a|b",
  happened_at: "2026-11-30T12:00:00.000Z",
  data: { rule: "r1", rate: 0.61 },
  ...more,
});
