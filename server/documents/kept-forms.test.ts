import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keptForms } from "./kept-forms.ts";
import { ORIGIN, toEtag, toTemplate } from "./template.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout"] }));
afterEach(() => vi.useRealTimers());

const template = toTemplate("text/html", Buffer.from(`<p>${ORIGIN}</p>`));

/** Requests the document with a given host, as a given client. */
function asking() {
  const formOf = keptForms();
  return (host: string, client = "a") => {
    const origin = `http://${host}`;
    return formOf(client, template, origin, toEtag(template, origin));
  };
}

it("makes one form at a time, in turns by client, however many hosts strangers invent; what is kept waits for nobody", async () => {
  const ask = asking();
  const first = await ask("first");
  expect(gunzipSync(first.gzipped).toString()).toBe("<p>http://first</p>");
  const made: string[] = [];
  const wait = (host: string, client: string) => ask(host, client).then(() => made.push(host));
  const invented = Array.from({ length: 20 }, (_, n) => wait(`invented${n}`, "stranger"));
  const other = wait("other", "b");
  expect(await ask("first")).toBe(first);
  expect(made).toEqual([]);
  vi.advanceTimersByTime(100);
  await invented[0];
  vi.advanceTimersByTime(100);
  await other;
  expect(made).toEqual(["invented0", "other"]);
  await expect(Promise.all([ask("one more", "stranger"), ask("and another", "stranger")])).rejects.toThrow(
    "Too many requests are queued",
  );
});

it("makes one form for all who wait for the same", async () => {
  const ask = asking();
  await ask("first");
  const same = Array.from({ length: 50 }, () => ask("same"));
  vi.advanceTimersByTime(100);
  expect(new Set(await Promise.all(same)).size).toBe(1);
});
