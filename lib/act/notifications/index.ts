export type { Channel, Delivery, DeliveryKind } from "./channel.ts";
export { type DeliveryPage, forgetDeliveries, listDeliveries } from "./delivery-store.ts";
export { canSendMail } from "./mail/send-mail.ts";
export { notify } from "./notify-store.ts";
export {
  confirmRecipient,
  findMailLink,
  type MailLinkTarget,
  unsubscribe,
} from "./recipient-store.ts";
export {
  channelJson,
  channelSchema,
  deliveryJson,
  deliverySchema,
  savedChannelJson,
  savedChannelSchema,
  sentJson,
  sentSchema,
} from "./reply.ts";
export { changeChannel, createChannel, rotateSecret } from "./save-channel.ts";
export {
  channelChangeSchema,
  channelParamsSchema,
  deliveryParamsSchema,
  deliveryQuerySchema,
  mailLinkSchema,
  newChannelSchema,
} from "./schema.ts";
export { finishSending, sendAgain, sendTest, startDue } from "./send.ts";
export { deleteChannel, listChannels } from "./store.ts";
