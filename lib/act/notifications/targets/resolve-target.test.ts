import { expect, it, vi } from "vitest";
import { resolveTarget } from "./resolve-target.ts";

const v4 = (address: string) => ({ address, family: 4 });
const url = new URL("https://hooks.example.com/a");

it("gives every address of a host whose addresses are all public", async () => {
  const found = [v4("93.184.216.34"), { address: "2606:4700::1111", family: 6 }];
  expect(await resolveTarget(url, [], async () => found)).toEqual(found);
});

it.each([
  [[v4("10.0.0.1")], /a private address \(10\.0\.0\.1\)/],
  [[v4("93.184.216.34"), v4("127.0.0.1")], /a loopback address \(127\.0\.0\.1\)/],
  [[v4("93.184.216.34"), { address: "::ffff:10.0.0.1", family: 6 }], /a private address/],
  [[], /must name a host that has an address: hooks\.example\.com/],
])("refuses a host with %j", async (found, words) => {
  await expect(resolveTarget(url, [], async () => found)).rejects.toThrow(words);
});

it("says that a host cannot be found", async () => {
  const find = () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
  await expect(resolveTarget(url, [], find)).rejects.toThrow("ENOTFOUND for hooks.example.com");
});

it("asks nobody about an address, and connects to one that the operator allows", async () => {
  const find = vi.fn();
  const local = new URL("http://127.0.0.1:9000/");
  await expect(resolveTarget(local, [], find)).rejects.toThrow("a loopback address");
  expect(await resolveTarget(local, ["127.0.0.1"], find)).toEqual([v4("127.0.0.1")]);
  expect(await resolveTarget(new URL("http://[::1]/"), ["[::1]"], find)).toEqual([
    { address: "::1", family: 6 },
  ]);
  expect(find).not.toHaveBeenCalled();
});

it("asks nobody for a name of this machine, and the system alone for a host that the operator allows", async () => {
  const find = vi.fn();
  for (const name of ["localhost", "a.localhost", "localhost."])
    await expect(resolveTarget(new URL(`https://${name}/`), [], find)).rejects.toThrow("a loopback address");
  expect(find).not.toHaveBeenCalled();
  // No name server knows it: RFC 6761.
  const found = await resolveTarget(new URL("http://localhost/"), ["localhost"]);
  expect(found.map(({ address }) => address)).toContainEqual(expect.stringMatching(/^(127\.0\.0\.1|::1)$/));
});
