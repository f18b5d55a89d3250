import { expect, it } from "vitest";
import { someNotification } from "../testing/notification.ts";
import { confirmationMail, notificationMail } from "./mail-message.ts";

const links = { page: "https://w.example/mail?token=a.b&c", oneClick: "https://w.example/api/mail/a.b" };

it("says the same as text and as HTML, with the ways to unsubscribe", () => {
  const { subject, text, html, headers } = notificationMail(someNotification(), "Demo\r\nBcc: x", links);
  expect(subject).toBe("[Demo Bcc: x] Positive rate of <support> & co fell");
  expect(text).toContain('From 82% to 61%, "since" v7.\n*Look* at');
  expect(text).toContain("Feature: support <b>bold</b>\nRatings: n = 214\n\nhttps://whetstone.example/demo");
  expect(text).toMatch(/Unsubscribe: https:\/\/w\.example\/mail\?token=a\.b&c$/);
  expect(html).toContain("Positive rate of &lt;support&gt; &amp; co fell</h1>");
  expect(html).toContain("&quot;since&quot; v7.<br>*Look*");
  expect(html).toContain("support &lt;b&gt;bold&lt;/b&gt;");
  expect(html).toContain('href="https://w.example/mail?token=a.b&amp;c"');
  expect(html).not.toContain("<support>");
  expect(headers).toEqual({
    "List-Unsubscribe": "<https://w.example/api/mail/a.b>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
  });
});

it("leaves out what there is none of", () => {
  const { text, html } = notificationMail(someNotification({ text: "", facts: [] }), "Demo", links);
  expect(text).toMatch(/^Positive rate of <support> & co fell\n\nhttps:/);
  expect(html).not.toContain("<table");
});

it("asks an address once, with who wants it and what happens otherwise", () => {
  const { subject, text, html, headers } = confirmationMail(
    "A <b>",
    "https://w.example/mail?token=a&b",
    "https://w.example/mail?token=never&x",
  );
  expect(subject).toBe("Confirm notifications of A <b>");
  expect(text).toContain("https://w.example/mail?token=a&b\n\nIf you do not want them, do nothing");
  expect(text).toMatch(/again:\nhttps:\/\/w\.example\/mail\?token=never&x$/);
  expect(html).toContain('href="https://w.example/mail?token=never&amp;x"');
  expect(html).toContain("“A &lt;b&gt;”");
  expect(html).toContain('href="https://w.example/mail?token=a&amp;b"');
  expect(Object.keys(headers)).toEqual(["Auto-Submitted"]);
});
