import type { Notification } from "#lib/domain/notification.ts";
import { clipTo } from "./clip-to.ts";

/** Teams takes 28 kB in all. */
const [TEXT_MAX, VALUE_MAX] = [4_000, 500];

/** Runs of text: unlike other texts of a card, they are not read as Markdown. */
const words = (...inlines: { text: string; weight?: "Bolder"; size?: "Large" }[]) => ({
  type: "RichTextBlock",
  inlines: inlines.map((run) => ({ type: "TextRun", ...run })),
});

/** The message of a Teams workflow that posts to a channel: an adaptive card. */
export function teamsMessage({ title, text, facts, url }: Notification) {
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          fallbackText: clipTo(title, VALUE_MAX),
          body: [
            words({ text: title, weight: "Bolder", size: "Large" }),
            ...(text === "" ? [] : [words({ text: clipTo(text, TEXT_MAX) })]),
            ...facts.map(({ label, value }) =>
              words({ text: `${label}: `, weight: "Bolder" }, { text: clipTo(value, VALUE_MAX) }),
            ),
          ],
          actions: [{ type: "Action.OpenUrl", title: "Open in Whetstone", url }],
          msteams: { width: "Full" },
        },
      },
    ],
  };
}
