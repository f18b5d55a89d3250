import { unseal } from "#lib/platform/auth/seal.ts";
import { env } from "#lib/platform/env.ts";
import type { ClaimedDelivery } from "./attempt-store.ts";
import { sealPlace } from "./channel.ts";
import { expiryOf, type MailPurpose, mailToken } from "./mail/mail-link.ts";
import { confirmationMail, notificationMail } from "./mail/mail-message.ts";
import { MAIL_NEEDS, sendMail } from "./mail/send-mail.ts";
import { signatureHeaders } from "./messages/sign.ts";
import { slackMessage } from "./messages/slack-message.ts";
import { teamsMessage } from "./messages/teams-message.ts";
import { fillTemplate } from "./messages/template.ts";
import { webhookBody } from "./messages/webhook-body.ts";
import type { Outcome } from "./next-state.ts";
import { post } from "./targets/post.ts";

/** Makes one attempt at a delivery. It never throws for what a receiver does. */
export async function deliver(claimed: ClaimedDelivery, at: Date): Promise<Outcome> {
  if (!claimed.isWanted)
    return { result: "unwanted", status: null, error: "The recipient unsubscribed or was removed." };
  return claimed.channel.kind === "email" ? deliverMail(claimed, at) : deliverPost(claimed, at);
}

async function deliverPost(claimed: ClaimedDelivery, at: Date): Promise<Outcome> {
  const { projectId, notificationId: id, channel } = claimed;
  const open = (sealed: Uint8Array | null, what: "url" | "secret") =>
    sealed && unseal(sealed, sealPlace(projectId, channel.channelId, what));
  const url = await open(channel.sealedUrl, "url");
  const secret = await open(channel.sealedSecret, "secret");
  const isRotating = channel.previousUntil !== null && channel.previousUntil > at;
  const previous = isRotating ? await open(channel.previousSecret, "secret") : null;
  if (!url || (channel.kind === "webhook" && !secret)) return unreadable;
  const secrets = [secret, previous].filter((each) => each !== null);
  const body = JSON.stringify(bodyOf(claimed));
  const signed = channel.kind === "webhook" ? signatureHeaders({ id, at, body }, secrets) : {};
  return post(
    { url, headers: { "content-type": "application/json", ...signed }, body },
    { allowed: env().NOTIFICATION_HOSTS },
  );
}

const unreadable: Outcome = {
  result: "refused",
  status: null,
  error:
    "Not sent: the channel's URL or secret cannot be read, because AUTH_SECRET is another one now. Enter the URL again, or create the channel anew.",
};

function bodyOf({ channel, payload }: ClaimedDelivery): unknown {
  switch (channel.kind) {
    case "slack":
      return slackMessage(payload);
    case "teams":
      return teamsMessage(payload);
    case "template":
      return fillTemplate(channel.config.template ?? "{}", payload);
    default:
      return webhookBody(payload);
  }
}

async function deliverMail(claimed: ClaimedDelivery, at: Date): Promise<Outcome> {
  const { deliveryId, recipient, kind, payload, project } = claimed;
  const { PUBLIC_URL: origin } = env();
  if (origin === undefined) return { result: "refused", status: null, error: `Not sent. ${MAIL_NEEDS}.` };
  const query = (purpose: MailPurpose) => new URLSearchParams({ token: tokenOf(claimed, purpose, at) });
  const message =
    kind === "email.confirm"
      ? confirmationMail(
          project.name,
          `${origin}/mail?${query("confirm")}`,
          `${origin}/mail?${query("unsubscribe")}`,
        )
      : notificationMail({ ...payload, url: movedTo(origin, payload.url) }, project.name, {
          page: `${origin}/mail?${query("unsubscribe")}`,
          oneClick: `${origin}/api/mail/unsubscribe?${query("unsubscribe")}`,
        });
  return sendMail(recipient, message, deliveryId);
}

/** A page of this installation at its public address, at whatever address it was when it was told of. */
const movedTo = (origin: string, url: string): string => {
  const { pathname, search, hash } = new URL(url);
  return origin + pathname + search + hash;
};

const tokenOf = (
  { projectId, channel, recipient, project }: ClaimedDelivery,
  purpose: MailPurpose,
  at: Date,
): string =>
  mailToken(project.tokenKey, {
    ...{ purpose, projectId, channelId: channel.channelId, email: recipient },
    expiry: expiryOf(purpose, at),
  });
