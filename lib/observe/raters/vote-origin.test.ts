import { expect, it } from "vitest";
import { browserOf } from "#tests/fixtures/sender.ts";
import { type PageSubmitter, toSubmitter } from "./submitter.ts";
import { agentFamily, voteOrigin } from "./vote-origin.ts";

const chrome = (version: string) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`;

it("treats two versions of a browser as one agent, and two browsers as two", () => {
  expect(agentFamily(chrome("131.0.0.0"))).toBe(agentFamily(chrome("132.0.6834.83")));
  expect(agentFamily("curl/8.5.0")).not.toBe(agentFamily(chrome("131.0.0.0")));
  expect(agentFamily(null)).toBe("");
});

const project = (key: number) =>
  ({
    projectId: "0193c000-0000-7000-8000-000000000001",
    userHashKey: Buffer.alloc(32, key),
    tokenKey: Buffer.alloc(32, 9),
  }) as never;

it("distinguishes addresses by hashes with the project's key, with one per network", () => {
  const of = (address: string, key = 1) =>
    voteOrigin(toSubmitter(browserOf(project(key), "a", { address })) as PageSubmitter).address;
  expect(of("192.0.2.1")).toBe(of("192.0.2.1"));
  expect(of("192.0.2.1")).not.toBe(of("192.0.2.2"));
  expect(of("192.0.2.1")).not.toBe(of("192.0.2.1", 2));
  expect(of("2001:db8::1")).toBe(of("2001:db8::2"));
});
