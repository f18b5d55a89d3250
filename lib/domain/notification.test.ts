import { expect, it } from "vitest";
import { notificationSchema } from "./notification.ts";

const sound = {
  ...{
    notification_id: "alert:1",
    kind: "alert.firing",
    title: "Fell",
    text: "a\nb",
    happened_at: "2026-11-30T12:00:00Z",
  },
  ...{ facts: [{ label: "Feature", value: "😀" }], url: "https://w.example/demo", data: { rate: 0.5 } },
};
const half = "😀".slice(0, 1);

it("takes a sound notification", () => expect(notificationSchema.parse(sound)).toEqual(sound));

it.each([
  ["title", { title: half }],
  ["text", { text: "a\0" }],
  ["facts", { facts: [{ label: "a", value: half }] }],
  ["data", { data: { a: [{ b: "\0" }] } }],
  ["data", { data: { [half]: 1 } }],
  ["data", { data: { a: "é".repeat(16_000) } }],
])("refuses what cannot be kept or sent, by its %s", (path, more) => {
  const { error } = notificationSchema.safeParse({ ...sound, ...more });
  expect(error?.issues.map((issue) => issue.path[0])).toEqual([path]);
});
