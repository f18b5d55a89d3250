import { lookup } from "node:dns/promises";
import { expect, it } from "vitest";
import { type Question, startNameServer } from "#tests/network/name-server.ts";
import { askNameServers } from "./find-addresses.ts";
import { resolveTarget } from "./resolve-target.ts";

const url = new URL("https://hooks.example.com/a");

/** Looks the URL's host up at a name server that answers so; undefined for a question that it does not answer. */
async function lookedUp(answers: (question: Question) => readonly string[] | undefined, timeMs?: number) {
  const server = await startNameServer((question) => {
    const addresses = answers(question);
    if (addresses) question.answer(addresses);
  });
  const asking = { servers: [server.address], ...(timeMs === undefined ? {} : { timeMs }) };
  const find = (hostname: string) => askNameServers(hostname, asking);
  return resolveTarget(url, [], find).finally(() => server.stop());
}

it("finds the addresses of both families", async () => {
  const found = await lookedUp(({ name, family }) => {
    expect(name).toBe("hooks.example.com");
    return family === 4 ? ["93.184.216.34", "93.184.216.35"] : ["2606:4700::1111"];
  });
  expect(found).toEqual([
    { address: "93.184.216.34", family: 4 },
    { address: "93.184.216.35", family: 4 },
    { address: "2606:4700::1111", family: 6 },
  ]);
});

it.each([
  [["93.184.216.34"], ["fd00::1"], /a private address \(fd00::1\)/],
  [["10.0.0.1"], ["2606:4700::1111"], /a private address \(10\.0\.0\.1\)/],
  [[], [], /must name a host that has an address: hooks\.example\.com/],
])("checks the answers for both families: %j and %j", async (v4, v6, words) => {
  await expect(lookedUp(({ family }) => (family === 4 ? v4 : v6))).rejects.toThrow(words);
});

it("takes one family where the other is not answered", async () => {
  const found = await lookedUp(({ family }) => (family === 4 ? ["93.184.216.34"] : undefined), 500);
  expect(found).toEqual([{ address: "93.184.216.34", family: 4 }]);
});

it("gives up on a name server that never answers", async () => {
  await expect(lookedUp(() => undefined, 50)).rejects.toThrow("ETIMEOUT for hooks.example.com");
});

it("holds up nobody else's lookups while a name server does not answer", async () => {
  const held: Question[] = [];
  const server = await startNameServer((question) => held.push(question));
  const waiting = Array.from({ length: 8 }, () =>
    askNameServers(url.hostname, { servers: [server.address] }),
  );
  await expect.poll(() => held.length).toBeGreaterThanOrEqual(16);
  expect(await lookup("localhost", { all: true })).not.toEqual([]);
  for (const question of held) question.answer(question.family === 4 ? ["93.184.216.34"] : []);
  expect(await Promise.all(waiting)).toEqual(Array(8).fill([{ address: "93.184.216.34", family: 4 }]));
  await server.stop();
});
