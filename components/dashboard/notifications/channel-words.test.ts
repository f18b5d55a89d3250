import { expect, it } from "vitest";
import type { Channel, Delivery } from "#lib/act/notifications/index.ts";
import { channelBadge, channelTarget, deliveryProgress } from "./channel-words.ts";

const at = new Date("2026-11-30T12:00:00Z");
const channel: Channel = {
  channelId: "c",
  kind: "webhook",
  name: "Hook",
  config: { host: "hooks.example.com" },
  kinds: [],
  state: "active",
  ...{ disabledReason: null, heldReason: null, failingSince: null, previousUntil: null },
  ...{ createdBy: "Ada", createdAt: at, recipients: [] },
};

it.each<[Partial<Channel>, string | undefined]>([
  [{}, undefined],
  [{ failingSince: at }, "Failing"],
  [{ failingSince: at, state: "disabled" }, "Disabled"],
])("marks %j as %s", (more, label) => expect(channelBadge({ ...channel, ...more })?.label).toBe(label));

it("says where a channel sends to", () => {
  expect(channelTarget(channel)).toBe("hooks.example.com");
  const recipients: Channel["recipients"] = [
    { email: "ada@example.com", state: "confirmed" },
    { email: "bob@example.com", state: "asked" },
  ];
  expect(channelTarget({ ...channel, kind: "email", recipients })).toBe("1 of 2 addresses confirmed");
});

it.each<[Partial<Delivery>, string]>([
  [{ attempts: 0, nextAttemptAt: at }, "0 attempts · next 30 Nov 2026, 12:00"],
  [
    { attempts: 1, attemptedAt: at, lastStatus: 500, nextAttemptAt: new Date("2026-11-30T12:05:00Z") },
    "status 500 · 1 attempt · last 30 Nov 2026, 12:00 · next 30 Nov 2026, 12:05",
  ],
  [{ attempts: 10, attemptedAt: at }, "10 attempts · last 30 Nov 2026, 12:00"],
])("%j: %s", (more, words) => {
  const none = { nextAttemptAt: null, attemptedAt: null, lastStatus: null };
  expect(deliveryProgress({ ...none, ...more } as Delivery, "UTC")).toBe(words);
});
