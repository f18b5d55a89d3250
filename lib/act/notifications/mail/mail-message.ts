import type { Notification } from "#lib/domain/notification.ts";

/** A mail, but for whom it is from and to. */
export interface MailMessage {
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** Where the links of a mail lead. */
export interface MailLinks {
  /** The page that asks whether to unsubscribe. */
  page: string;
  /** What mail programs post to (RFC 8058). */
  oneClick: string;
}

const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

const asLines = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>");

/** A notification as a mail, as text and as HTML, which one click unsubscribes from. */
export function notificationMail(notification: Notification, project: string, links: MailLinks): MailMessage {
  const { title, text, facts, url } = notification;
  const why = `You get this because your address is on a notification channel of the project “${project}” in Whetstone.`;
  const table = facts
    .map(
      ({ label, value }) =>
        `<tr><th align="left" valign="top" style="padding:2px 16px 2px 0;font-weight:normal;color:#555">${escapeHtml(label)}</th><td style="padding:2px 0">${asLines(value)}</td></tr>`,
    )
    .join("");
  return {
    subject: `[${oneLine(project)}] ${title}`,
    text: [
      title,
      ...(text === "" ? [] : [text]),
      ...(facts.length === 0 ? [] : [facts.map(({ label, value }) => `${label}: ${value}`).join("\n")]),
      url,
      `-- \n${why}\nUnsubscribe: ${links.page}`,
    ].join("\n\n"),
    html: page(
      title,
      `${text === "" ? "" : `<p>${asLines(text)}</p>`}${table === "" ? "" : `<table role="presentation" cellspacing="0" style="font-size:14px">${table}</table>`}
<p><a href="${escapeHtml(url)}">Open in Whetstone</a></p>
<p style="color:#666;font-size:12px">${escapeHtml(why)} <a href="${escapeHtml(links.page)}" style="color:#666">Unsubscribe</a></p>`,
    ),
    headers: {
      "List-Unsubscribe": `<${links.oneClick}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  };
}

/** The mail that asks an address whether it wants notifications. Who does nothing gets nothing more for now. */
export function confirmationMail(project: string, link: string, never: string): MailMessage {
  const asks = `Somebody who manages the project “${project}” in Whetstone wants its notifications sent to this address.`;
  const otherwise =
    "If you do not want them, do nothing: you will get none. The link works for 7 days. Never be asked by this project again:";
  return {
    subject: `Confirm notifications of ${oneLine(project)}`,
    text: `${asks}\n\nConfirm that you want them:\n${link}\n\n${otherwise}\n${never}`,
    html: page(
      "Confirm notifications",
      `<p>${escapeHtml(asks)}</p>
<p><a href="${escapeHtml(link)}">Confirm that you want them</a></p>
<p style="color:#666;font-size:12px">${otherwise} <a href="${escapeHtml(never)}" style="color:#666">Unsubscribe</a></p>`,
    ),
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="font:15px/1.5 system-ui,sans-serif;max-width:36em;margin:0 auto;padding:16px">
<h1 style="font-size:18px">${escapeHtml(title)}</h1>
${body}
</body></html>`;
