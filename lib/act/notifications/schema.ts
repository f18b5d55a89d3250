import { z } from "zod";
import { deliveryStates, notificationKinds } from "#lib/domain/notification-kind.ts";
import { nameSchema } from "#lib/platform/auth/fields.ts";
import { MAIL_TOKEN_MAX } from "./mail/mail-link.ts";
import { TEMPLATE_MAX, templateFault } from "./messages/template.ts";

/** Most recipients of a channel. */
const RECIPIENTS_MAX = 50;

const channelNameSchema = nameSchema.refine(
  (name) => !/\p{Cc}/u.test(name) && name.isWellFormed(),
  "must not contain control characters or unpaired surrogates",
);

const kindsSchema = z
  .array(z.enum(notificationKinds))
  .max(notificationKinds.length)
  .transform((kinds) => [...new Set(kinds)]);

const urlSchema = z.string().trim().min(1, "must not be empty").max(2_000);

const templateSchema = z
  .string()
  .max(TEMPLATE_MAX, `must have at most ${TEMPLATE_MAX} characters`)
  .superRefine((template, context) => {
    const fault = templateFault(template);
    if (fault !== null) context.addIssue(fault);
  });

const recipientsSchema = z
  .array(z.email("must be an email address").max(254).toLowerCase())
  .min(1, "must have at least one address")
  .max(RECIPIENTS_MAX, `must have at most ${RECIPIENTS_MAX} addresses`)
  .transform((emails) => [...new Set(emails)]);

const common = { name: channelNameSchema, kinds: kindsSchema.default([...notificationKinds]) };

/** A channel as it is created. */
export const newChannelSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["webhook", "slack", "teams"]), ...common, url: urlSchema }),
  z.strictObject({ kind: z.literal("template"), ...common, url: urlSchema, template: templateSchema }),
  z.strictObject({ kind: z.literal("email"), ...common, recipients: recipientsSchema }),
]);

/** A channel as it is created. */
export type NewChannel = z.output<typeof newChannelSchema>;

/** What can be changed of a channel; which of it there is depends on its kind. */
export const channelChangeSchema = z
  .strictObject({
    name: channelNameSchema,
    kinds: kindsSchema,
    url: urlSchema,
    template: templateSchema,
    recipients: recipientsSchema,
    state: z.enum(["active", "disabled"]),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must contain at least one field to change");

/** What is changed of a channel. */
export type ChannelChange = z.output<typeof channelChangeSchema>;

/** A channel in an address. */
export const channelParamsSchema = z.object({ project_id: z.uuid(), channel_id: z.uuid() });

/** A delivery in an address. */
export const deliveryParamsSchema = z.object({ project_id: z.uuid(), delivery_id: z.uuid() });

/** Which deliveries are listed. */
export const deliveryQuerySchema = z.strictObject({
  state: z.enum(deliveryStates).optional(),
  channel_id: z.uuid().optional(),
  /** The last delivery of the page before. */
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Which deliveries are listed. */
export type DeliveryQuery = z.output<typeof deliveryQuerySchema>;

/** A link of a mail, as its address has it. */
export const mailLinkSchema = z.object({ token: z.string().max(MAIL_TOKEN_MAX) });
