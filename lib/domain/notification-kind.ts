/** What a project tells people, as channels choose from it. */
export const notificationKinds = [
  "alert.firing",
  "alert.resolved",
  "problem.opened",
  "problem.regressed",
  "problem.verified",
  "review.weekly",
] as const;

/** A kind of notification that channels can listen to. */
export type NotificationKind = (typeof notificationKinds)[number];

/** What a channel sends with. */
export const channelKinds = ["webhook", "slack", "teams", "template", "email"] as const;

/** A kind of channel. */
export type ChannelKind = (typeof channelKinds)[number];

/** Where a delivery is: waiting for its next attempt, done, given up, or not wanted any more. */
export const deliveryStates = ["pending", "delivered", "failed", "dropped"] as const;

/** The state of a delivery. */
export type DeliveryState = (typeof deliveryStates)[number];
