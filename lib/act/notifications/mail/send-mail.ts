import { createTransport } from "nodemailer";
import { env } from "#lib/platform/env.ts";
import type { Outcome } from "../next-state.ts";
import type { MailMessage } from "./mail-message.ts";

/** How long a step of a conversation with the mail server may take, and the whole, in milliseconds. */
const [STEP_MS, WHOLE_MS] = [10_000, 30_000];

/**
 * Whether the operator has named a mail server, a sender and where links of mails lead: without PUBLIC_URL that would be
 * up to the Host header of whoever asked for the mail.
 */
export function canSendMail(): boolean {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = env();
  return SMTP_URL !== undefined && MAIL_FROM !== undefined && PUBLIC_URL !== undefined;
}

/** What is to be done where no mail can be sent. */
export const MAIL_NEEDS = "Set SMTP_URL, MAIL_FROM and PUBLIC_URL to send mail";

/**
 * Sends a mail to one recipient, from the operator's sender.
 * @param id the same for each attempt, so that a mailbox keeps one of two.
 */
export async function sendMail(to: string, message: MailMessage, id: string): Promise<Outcome> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined || MAIL_FROM === undefined)
    return { result: "refused", status: null, error: `Not sent. ${MAIL_NEEDS}.` };
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    // Texts are texts, never names of files or addresses to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no end after ${WHOLE_MS / 1_000} s`)), WHOLE_MS);
  try {
    const domain = /@([\w.-]+)>?$/.exec(MAIL_FROM)?.[1] ?? "whetstone.invalid";
    const mail = {
      ...message,
      from: MAIL_FROM,
      to: { name: "", address: to },
      messageId: `<${id}@${domain}>`,
    };
    await Promise.race([transport.sendMail(mail), late.promise]);
    return { result: "delivered", status: 250 };
  } catch (error) {
    return mailOutcome(error);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

/** Longest reply of a mail server that is kept. */
const REPLY_MAX = 300;

/** The steps at which a server speaks of this recipient and this mail. */
const ofRecipient: ReadonlySet<string> = new Set(["RCPT TO", "DATA"]);

/** A failure as nodemailer tells of it. */
interface MailFailure {
  responseCode?: number;
  command?: string;
  message?: string;
}

/**
 * What a failure means. A refusal for good (5xx) of the recipient or of the mail concerns this recipient alone; one of
 * the sign-in or the sender is the operator's to mend, and is tried again.
 */
export function mailOutcome(failure: unknown): Outcome {
  const { responseCode, command = "", message = "unknown" } = failure as MailFailure;
  const status = responseCode ?? null;
  const error = `The mail server: ${message.replaceAll(/[\p{Cc}\s]+/gu, " ").slice(0, REPLY_MAX)}`;
  const isForGood = status !== null && status >= 500 && ofRecipient.has(command);
  return { result: isForGood ? "rejected" : "refused", status, error };
}
