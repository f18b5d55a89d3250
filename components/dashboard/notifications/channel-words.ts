import { formatMoment } from "#components/format/numbers.ts";
import type { BadgeTone } from "#components/ui/badge.tsx";
import type { Channel, Delivery, DeliveryKind } from "#lib/act/notifications/index.ts";
import type { ChannelKind, DeliveryState } from "#lib/domain/notification-kind.ts";

/** What people call a kind of channel. */
export const channelKindWords: Readonly<Record<ChannelKind, string>> = {
  webhook: "Webhook",
  slack: "Slack",
  teams: "Microsoft Teams",
  template: "JSON template",
  email: "Email",
};

/** What people call a kind of notification. */
export const notificationWords: Readonly<Record<DeliveryKind, string>> = {
  "alert.firing": "Alert fires",
  "alert.resolved": "Alert resolves",
  "problem.opened": "Problem opens",
  "problem.regressed": "Problem regresses",
  "problem.verified": "Fix is verified",
  "review.weekly": "Weekly review",
  test: "Test",
  "email.confirm": "Confirmation",
};

/** What people call a state of a delivery, and how it looks. */
export const deliveryStateWords: Readonly<Record<DeliveryState, { label: string; tone: BadgeTone }>> = {
  pending: { label: "Pending", tone: "warn" },
  delivered: { label: "Delivered", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  dropped: { label: "Dropped", tone: "neutral" },
};

/** The state of a channel for its badge; null for one that works. */
export function channelBadge({ state, failingSince }: Channel): { label: string; tone: BadgeTone } | null {
  if (state === "disabled") return { label: "Disabled", tone: "bad" };
  return failingSince ? { label: "Failing", tone: "warn" } : null;
}

/** Where a channel sends to. */
export function channelTarget({ kind, config, recipients }: Channel): string {
  if (kind !== "email") return config.host ?? "";
  const confirmed = recipients.filter(({ state }) => state === "confirmed").length;
  return `${confirmed} of ${recipients.length} ${recipients.length === 1 ? "address" : "addresses"} confirmed`;
}

/** What came of a delivery so far, and when it is tried next. */
export function deliveryProgress(delivery: Delivery, tz: string): string {
  const { attempts, nextAttemptAt, attemptedAt, lastStatus } = delivery;
  const said = lastStatus === null ? [] : [`status ${lastStatus}`];
  const tried = `${attempts} ${attempts === 1 ? "attempt" : "attempts"}`;
  const last = attemptedAt ? [`last ${formatMoment(attemptedAt, tz)}`] : [];
  const next = nextAttemptAt ? [`next ${formatMoment(nextAttemptAt, tz)}`] : [];
  return [...said, tried, ...last, ...next].join(" · ");
}
