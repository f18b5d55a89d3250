import type { Notification } from "#lib/domain/notification.ts";
import type { ChannelKind, DeliveryState, NotificationKind } from "#lib/domain/notification-kind.ts";

/** What a channel is set to that is no secret. */
export interface ChannelConfig {
  /** The host that is posted to. */
  host?: string;
  /** The JSON that is filled and posted. */
  template?: string;
}

/** An address that a channel sends mail to. */
export interface MailRecipient {
  email: string;
  /** Only confirmed ones get mail. */
  state: "confirmed" | "asked" | "unsubscribed";
}

/** Where a project's notifications are sent to. */
export interface Channel {
  channelId: string;
  kind: ChannelKind;
  name: string;
  config: ChannelConfig;
  kinds: NotificationKind[];
  state: "active" | "disabled";
  /** Why it was disabled, if not by a person. */
  disabledReason: string | null;
  /** Since when every attempt failed; null if the last one did not. */
  failingSince: Date | null;
  /** Until when messages are signed with the secret before, too. */
  previousUntil: Date | null;
  /** Why nothing is sent on it for now although it is active; null if it is. */
  heldReason: string | null;
  createdBy: string;
  createdAt: Date;
  recipients: MailRecipient[];
}

/** What a delivery is about: a notification, or the question to an address whether it wants any. */
export type DeliveryKind = Notification["kind"] | "email.confirm";

/** A notification on its way over one channel to one recipient. */
export interface Delivery {
  deliveryId: string;
  channelId: string;
  channelName: string;
  notificationId: string;
  /** The address of a mail; empty where a channel has one receiver. */
  recipient: string;
  kind: DeliveryKind;
  /** The notification, as it was. */
  payload: Notification;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: Date | null;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: Date;
  attemptedAt: Date | null;
  deliveredAt: Date | null;
}

/** Where a secret of a channel is kept, so that it can be opened there only. */
export const sealPlace = (projectId: string, channelId: string, what: "url" | "secret"): string =>
  `${projectId}/${channelId}/${what}`;
