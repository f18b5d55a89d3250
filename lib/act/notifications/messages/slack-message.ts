import type { Notification } from "#lib/domain/notification.ts";
import { clipTo } from "./clip-to.ts";

/** Slack's own limits in characters, and most fields of a section. */
const [HEADER_MAX, SECTION_MAX, FIELD_MAX, FIELDS_MAX] = [150, 3_000, 2_000, 10];

/** Text that Slack takes for neither a link nor a mention of everybody. */
export const escapeSlack = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What follows `max` is cut off before it is escaped, so that no escape is cut in two. */
function escapedTo(text: string, max: number): string {
  let kept = clipTo(text, max);
  while (escapeSlack(kept).length > max) kept = clipTo(kept, kept.length - 1);
  return escapeSlack(kept);
}

/** The message of an incoming webhook: title, text, facts and the way to the dashboard. */
export function slackMessage({ title, text, facts, url }: Notification) {
  const section = (content: object) => ({ type: "section", ...content });
  const pairs = facts.slice(0, FIELDS_MAX).map(({ label, value }) => ({
    type: "mrkdwn",
    text: escapedTo(`*${label}*\n${value}`, FIELD_MAX),
  }));
  return {
    // What notifications and screen readers say in place of the blocks.
    text: escapedTo(title, SECTION_MAX),
    blocks: [
      { type: "header", text: { type: "plain_text", text: clipTo(title, HEADER_MAX), emoji: false } },
      // Plain: what users wrote is not to be read as markup.
      ...(text === ""
        ? []
        : [section({ text: { type: "plain_text", text: clipTo(text, SECTION_MAX), emoji: false } })]),
      ...(pairs.length === 0 ? [] : [section({ fields: pairs })]),
      section({ text: { type: "mrkdwn", text: `<${escapeUrl(url)}|Open in Whetstone>` } }),
    ],
  };
}

/** A pipe would end the URL in Slack's markup. */
const escapeUrl = (url: string): string => escapeSlack(url.replaceAll("|", "%7C"));
