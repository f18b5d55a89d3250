import type { Notification } from "#lib/domain/notification.ts";

/** The body of a webhook: type, timestamp and data, as the standard recommends, and the words that people would read. */
export const webhookBody = ({ kind, happened_at, title, text, facts, url, data }: Notification) => ({
  type: kind,
  timestamp: happened_at,
  ...{ title, text, facts, url },
  data,
});
