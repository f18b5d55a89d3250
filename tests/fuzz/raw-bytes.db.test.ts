import { join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { collectionListeners } from "#server/collection-listener.ts";
import { edgeServer } from "#server/edge.ts";
import { toLimits } from "#server/limits/limits.ts";
import { listen } from "#server/listen.ts";
import { readMethods, requireMethod } from "#server/methods.ts";
import { namePage } from "#server/name-page.ts";
import { testDatabase } from "../database/database.ts";
import { sendRaw } from "../network/raw-connection.ts";
import { rawRequests } from "./raw-requests.ts";

const COUNT = 20_000;
const AT_ONCE = 64;
/** Longer than that is a hang, in milliseconds. */
const HANG_MS = 1_000;

testDatabase();

const { server, answerWith } = edgeServer({
  trustedProxies: [],
  say: () => {},
  webSockets: false,
  limits: toLimits({ connectionsPerAddress: 500, pagesAtOnce: 8 }),
});
let port: number;
beforeAll(async () => {
  const listenerOf = collectionListeners((_, handler) => handler);
  const methods = await readMethods(join(import.meta.dirname, "../../app/api"));
  answerWith((request, response) => {
    requireMethod(request, methods, false);
    namePage(request);
    const collect = listenerOf(request);
    return collect ? collect(request, response) : response.end("a page");
  });
  port = await listen(server, 0, "127.0.0.1");
  return () => void server.close();
});

it(`answers or closes each of ${COUNT} connections with odd bytes, and nothing escapes`, async () => {
  const escaped: unknown[] = [];
  const note = (error: unknown) => escaped.push(error);
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, note);
    onTestFinished(() => void process.off(event, note));
  }
  const requests = rawRequests(20_261_130, COUNT);
  const [faults, slow]: [string[], Uint8Array[]] = [[], []];
  let answered = 0;
  const worker = async () => {
    for (const bytes of requests) {
      const { text, ms } = await sendRaw(port, bytes);
      if (/^HTTP\/1\.1 5/m.test(text)) faults.push(`${Buffer.from(bytes).toString("latin1")}: ${text}`);
      if (ms > HANG_MS) slow.push(bytes);
      if (text !== "") answered++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  // A machine that was busy with something else answers the same bytes at once; what hangs, hangs again.
  for (const bytes of slow)
    expect((await sendRaw(port, bytes)).ms, Buffer.from(bytes).toString("latin1")).toBeLessThan(HANG_MS);
  expect(faults).toEqual([]);
  expect(escaped).toEqual([]);
  expect(answered).toBeGreaterThan(COUNT * 0.9);
});
