import { seal } from "#lib/platform/auth/seal.ts";
import { now } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { type Channel, sealPlace } from "./channel.ts";
import { canSendMail, MAIL_NEEDS } from "./mail/send-mail.ts";
import { newSigningSecret } from "./messages/sign.ts";
import { setRecipients } from "./recipient-store.ts";
import type { ChannelChange, NewChannel } from "./schema.ts";
import {
  type ChannelColumns,
  disableChannel,
  enableChannel,
  findChannel,
  insertChannel,
  replaceSecret,
  updateChannel,
} from "./store.ts";
import { resolveTarget, TargetRefused } from "./targets/resolve-target.ts";
import { readTargetUrl } from "./targets/target-url.ts";

/** How long messages are signed with the secret before, too, in milliseconds. */
const ROTATION_MS = 24 * 3_600_000;

/** Who changes a channel, and where they open this installation. */
export interface ChannelEditor {
  name: string;
  origin: string;
}

/** A channel, and the secret of a new webhook, which is shown once. */
export interface SavedChannel {
  channel: Channel;
  secret: string | null;
}

/**
 * Creates a channel.
 * @throws Problem 400 for a URL that must not be posted to; 409 if the name is taken, or no mail can be sent.
 */
export async function createChannel(
  projectId: string,
  sent: NewChannel,
  editor: ChannelEditor,
): Promise<SavedChannel> {
  const channelId = newId();
  const secret = sent.kind === "webhook" ? newSigningSecret() : null;
  if (sent.kind === "email") requireMail("kind");
  const columns: ChannelColumns = {
    ...{ kind: sent.kind, name: sent.name, kinds: sent.kinds, config: {} },
    ...(sent.kind === "email" ? {} : await urlColumns(projectId, channelId, sent.url)),
    ...(secret === null
      ? {}
      : { sealedSecret: await seal(secret, sealPlace(projectId, channelId, "secret")) }),
  };
  if (sent.kind === "template") columns.config.template = sent.template;
  const channel = await insertChannel(projectId, channelId, columns, editor.name, async (tx) => {
    if (sent.kind === "email") await setRecipients(tx, projectId, channelId, sent.recipients, editor.origin);
  });
  return { channel, secret };
}

/**
 * Changes a channel, and enables or disables it.
 * @throws Problem 400 for what its kind does not have, or a URL that must not be posted to; 404 if there is none.
 */
export async function changeChannel(
  projectId: string,
  channelId: string,
  change: ChannelChange,
  editor: ChannelEditor,
): Promise<Channel> {
  const before = await findChannel(projectId, channelId);
  requireFitting(before, change);
  if (change.recipients) requireMail("recipients");
  const { name, kinds, url, template, recipients, state } = change;
  const target = url === undefined ? undefined : await urlColumns(projectId, channelId, url);
  const config = { ...before.config, ...target?.config, ...(template === undefined ? {} : { template }) };
  const columns = {
    ...(name === undefined ? {} : { name }),
    ...(kinds === undefined ? {} : { kinds }),
    ...target,
    config,
  };
  return updateChannel(projectId, channelId, columns, async (tx) => {
    if (recipients) await setRecipients(tx, projectId, channelId, recipients, editor.origin);
    if (state === "active") await enableChannel(tx, projectId, channelId);
    if (state === "disabled") await disableChannel(tx, projectId, channelId, null);
  });
}

/** What only some kinds of channels have. */
const fieldsOf: Readonly<Record<Channel["kind"], readonly (keyof ChannelChange)[]>> = {
  webhook: ["url"],
  slack: ["url"],
  teams: ["url"],
  template: ["url", "template"],
  email: ["recipients"],
};

function requireFitting({ kind }: Channel, change: ChannelChange): void {
  const own = (["url", "template", "recipients"] as const).filter((field) => change[field] !== undefined);
  const wrong = own.find((field) => !fieldsOf[kind].includes(field));
  if (wrong === undefined) return;
  const message = `is nothing that a channel of the kind ${kind} has`;
  throw new Problem("invalid_body", `${wrong} ${message}.`, { errors: [{ path: wrong, message }] });
}

/**
 * Replaces the secret of a webhook. For a day messages are signed with both.
 * @returns the new one, which is shown once.
 */
export async function rotateSecret(projectId: string, channelId: string): Promise<string> {
  const secret = newSigningSecret();
  const sealed = await seal(secret, sealPlace(projectId, channelId, "secret"));
  await replaceSecret(projectId, channelId, sealed, new Date(now().getTime() + ROTATION_MS));
  return secret;
}

/** A URL as it is kept: encrypted, with its host to show; refused if it must not be posted to. */
async function urlColumns(projectId: string, channelId: string, text: string) {
  const allowed = env().NOTIFICATION_HOSTS;
  const url = readTargetUrl(text, allowed);
  if (typeof url === "string") throw urlRefused(url);
  await resolveTarget(url, allowed).catch((error: unknown) => {
    throw error instanceof TargetRefused ? urlRefused(error.message) : error;
  });
  const sealedUrl = await seal(url.href, sealPlace(projectId, channelId, "url"));
  return { sealedUrl, config: { host: url.host } as Channel["config"] };
}

const urlRefused = (message: string): Problem =>
  new Problem("invalid_body", `url ${message}.`, { errors: [{ path: "url", message }] });

function requireMail(path: "kind" | "recipients"): void {
  if (canSendMail()) return;
  const errors = [{ path, message: `cannot get mail from this installation. ${MAIL_NEEDS}` }];
  throw new Problem("conflict", `This installation sends no mail. ${MAIL_NEEDS}.`, { errors });
}
