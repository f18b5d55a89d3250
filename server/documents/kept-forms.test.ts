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

it("creates one form at a time, with clients in turn, however many hosts are invented; cached forms do not wait", async () => {
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

it("creates one form for all requests that wait for it", async () => {
  const ask = asking();
  await ask("first");
  const same = Array.from({ length: 50 }, () => ask("same"));
  vi.advanceTimersByTime(100);
  expect(new Set(await Promise.all(same)).size).toBe(1);
});
