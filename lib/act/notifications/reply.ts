import { z } from "zod";
import { channelKinds, deliveryStates, notificationKinds } from "#lib/domain/notification-kind.ts";
import type { Channel, Delivery } from "./channel.ts";
import type { SavedChannel } from "./save-channel.ts";

const moment = z.iso.datetime().nullable();

/** A channel as it is answered, without its secrets. */
export const channelSchema = z.object({
  channel_id: z.uuid(),
  kind: z.enum(channelKinds),
  name: z.string(),
  host: z.string().nullable(),
  template: z.string().nullable(),
  recipients: z.array(z.object({ email: z.string(), state: z.enum(["confirmed", "asked", "unsubscribed"]) })),
  kinds: z.array(z.enum(notificationKinds)),
  state: z.enum(["active", "disabled"]),
  disabled_reason: z.string().nullable(),
  held_reason: z.string().nullable(),
  failing_since: moment,
  previous_until: moment,
  created_by: z.string(),
  created_at: z.iso.datetime(),
});

/** Converts a channel to API JSON. */
export const channelJson = (channel: Channel): z.input<typeof channelSchema> => ({
  ...{ channel_id: channel.channelId, kind: channel.kind, name: channel.name },
  ...{ host: channel.config.host ?? null, template: channel.config.template ?? null },
  ...{ recipients: channel.recipients, kinds: channel.kinds, state: channel.state },
  disabled_reason: channel.disabledReason,
  held_reason: channel.heldReason,
  failing_since: channel.failingSince?.toISOString() ?? null,
  previous_until: channel.previousUntil?.toISOString() ?? null,
  created_by: channel.createdBy,
  created_at: channel.createdAt.toISOString(),
});

/** A new channel with the secret of a webhook, which is shown once. */
export const savedChannelSchema = channelSchema.extend({ secret: z.string().nullable() });

/** Converts a new channel to API JSON. */
export const savedChannelJson = ({ channel, secret }: SavedChannel): z.input<typeof savedChannelSchema> => ({
  ...channelJson(channel),
  secret,
});

/** A delivery as it is answered. */
export const deliverySchema = z.object({
  delivery_id: z.uuid(),
  channel_id: z.uuid(),
  channel_name: z.string(),
  notification_id: z.string(),
  recipient: z.string(),
  kind: z.string(),
  payload: z.record(z.string(), z.json()),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  next_attempt_at: moment,
  last_status: z.int().nullable(),
  last_error: z.string().nullable(),
  created_at: z.iso.datetime(),
  attempted_at: moment,
  delivered_at: moment,
});

/** Converts a delivery to API JSON. */
export const deliveryJson = (delivery: Delivery): z.input<typeof deliverySchema> => ({
  ...{ delivery_id: delivery.deliveryId, channel_id: delivery.channelId, channel_name: delivery.channelName },
  ...{ notification_id: delivery.notificationId, recipient: delivery.recipient, kind: delivery.kind },
  ...{ payload: { ...delivery.payload }, state: delivery.state, attempts: delivery.attempts },
  next_attempt_at: delivery.nextAttemptAt?.toISOString() ?? null,
  last_status: delivery.lastStatus,
  last_error: delivery.lastError,
  created_at: delivery.createdAt.toISOString(),
  attempted_at: delivery.attemptedAt?.toISOString() ?? null,
  delivered_at: delivery.deliveredAt?.toISOString() ?? null,
});

/** What came of sending something now. */
export const sentSchema = z.object({ data: z.array(deliverySchema) });

/** Converts what came of sending something now to API JSON. */
export const sentJson = (deliveries: readonly Delivery[]): z.input<typeof sentSchema> => ({
  data: deliveries.map(deliveryJson),
});
