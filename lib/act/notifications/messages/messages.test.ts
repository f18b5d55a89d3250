import { describe, expect, it } from "vitest";
import { notificationSchema } from "#lib/domain/notification.ts";
import { someNotification } from "../testing/notification.ts";
import { clipTo } from "./clip-to.ts";
import { slackMessage } from "./slack-message.ts";
import { teamsMessage } from "./teams-message.ts";
import { fillTemplate, templateFault } from "./template.ts";
import { webhookBody } from "./webhook-body.ts";

const notification = someNotification({ notification_id: "alert:r1:firing" });

it("is a webhook of type, timestamp and data, with the words beside them", () => {
  expect(webhookBody(notification)).toEqual({
    type: "alert.firing",
    timestamp: "2026-11-30T12:00:00.000Z",
    title: notification.title,
    text: notification.text,
    facts: notification.facts,
    url: notification.url,
    data: { rule: "r1", rate: 0.61 },
  });
});

describe("as a message of Slack", () => {
  it("has a title, plain text, escaped facts and a link", () => {
    expect(slackMessage(notification)).toEqual({
      text: "Positive rate of &lt;support&gt; &amp; co fell",
      blocks: [
        { type: "header", text: { type: "plain_text", text: notification.title, emoji: false } },
        { type: "section", text: { type: "plain_text", text: notification.text, emoji: false } },
        {
          type: "section",
          fields: [
            { type: "mrkdwn", text: "*Feature*\nsupport &lt;b&gt;bold&lt;/b&gt;" },
            { type: "mrkdwn", text: "*Ratings*\nn = 214" },
          ],
        },
        {
          type: "section",
          text: {
            type: "mrkdwn",
            text: "<https://whetstone.example/demo/trends?from=2026-11-01&amp;feature=a%7Cb|Open in Whetstone>",
          },
        },
      ],
    });
  });

  it("mentions nobody, whatever a text says", () => {
    const json = JSON.stringify(slackMessage(someNotification({ title: "<!channel> <@U1>", text: "" })).text);
    expect(json).toBe('"&lt;!channel&gt; &lt;@U1&gt;"');
  });

  it("stays within Slack's limits", () => {
    const fact = { label: "l".repeat(100), value: "&".repeat(500) };
    const long = someNotification({
      ...{ title: "t".repeat(200), text: "😀".repeat(2_000), facts: Array.from({ length: 20 }, () => fact) },
    });
    const { blocks } = slackMessage(long) as {
      blocks: { text?: { text: string }; fields?: { text: string }[] }[];
    };
    expect(blocks.map(({ text, fields }) => text?.text.length ?? fields?.length)).toEqual([
      ...[150, 2_999, 10, expect.any(Number)],
    ]);
    expect(blocks[1]?.text?.text.isWellFormed()).toBe(true);
    for (const { text } of blocks[2]?.fields ?? []) {
      expect(text.length).toBeLessThanOrEqual(2_000);
      expect(text).toMatch(/&amp;…$/);
    }
  });
});

it("is an adaptive card for Teams, in runs that are not read as Markdown", () => {
  const { type, attachments } = teamsMessage(notification);
  expect(type).toBe("message");
  expect(attachments[0]?.content).toMatchObject({
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      { type: "RichTextBlock", inlines: [{ type: "TextRun", text: notification.title }] },
      { type: "RichTextBlock", inlines: [{ text: notification.text }] },
      { inlines: [{ text: "Feature: " }, { text: "support <b>bold</b>" }] },
      { inlines: [{ text: "Ratings: " }, { text: "n = 214" }] },
    ],
    actions: [{ type: "Action.OpenUrl", url: notification.url }],
  });
  expect(JSON.stringify(attachments)).not.toContain('"TextBlock"');
});

describe("a template", () => {
  it.each([
    ['{"content": "{{title}}: {{ url }}"}', { content: `${notification.title}: ${notification.url}` }],
    ['{"a": ["{{facts}}"]}', { a: [notification.facts] }],
    ['{"a": "{{data}}", "b": 1}', { a: notification.data, b: 1 }],
    ['{"a": "of {{data}}"}', { a: 'of {"rule":"r1","rate":0.61}' }],
    ['"{{text}}"', notification.text],
    ['{"{{title}}": null}', { "{{title}}": null }],
  ])("%s", (template, filled) => {
    expect(templateFault(template)).toBeNull();
    expect(fillTemplate(template, notification)).toEqual(filled);
  });

  it("does not fill what a value brought", () => {
    const tricky = someNotification({ title: '{{text}}", "x": "', text: "secret" });
    expect(fillTemplate('{"a": "Now {{title}}"}', tricky)).toEqual({ a: 'Now {{text}}", "x": "' });
  });

  it.each([
    ["{{title}}", "must be JSON"],
    ['{"a": {{facts}}}', "must be JSON"],
    ['{"a": "{{titel}}"}', "the unknown variable {{titel}}"],
    ['{"a": "{{constructor}}"}', "the unknown variable {{constructor}}"],
    ['{"a": "{{}}"}', "the unknown variable {{}}"],
    ['{"a": "{{title"}', "must close every {{ by }}"],
    [`{"a": "{{${" ".repeat(101)}title}}"}`, "must close every {{ by }}"],
    [`"${"x".repeat(10_000)}"`, "at most 10000 characters"],
    ["[".repeat(21) + "]".repeat(21), "more than 20 levels"],
  ])("%s is refused", (template, words) => expect(templateFault(template)).toContain(words));
});

it.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["a😀b", 3, "a…"],
])("clips %s to %i", (text, max, clipped) => expect(clipTo(text, max)).toBe(clipped));

it.each([
  ["notification_id", "a.b"],
  ["notification_id", ""],
  ["title", "two\nlines"],
  ["title", ""],
  ["url", "/demo"],
  ["url", "javascript:alert(1)"],
  ["happened_at", "yesterday"],
])("is no notification with the %s %j", (field, value) => {
  expect(notificationSchema.safeParse({ ...notification, [field]: value }).success).toBe(false);
  expect(notificationSchema.safeParse(notification).success).toBe(true);
});
