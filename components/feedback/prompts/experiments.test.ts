import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answering, setUp } from "./testing/prompt-client.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe("where an experiment runs", () => {
  const arm = (variant: string, version: string) => ({
    ...{ variant, weight: 0.5, version, kind: "text", text: `${version} {{name}}`, variables: ["name"] },
    ...{ model_name: `model-${variant}`, model_params: null },
  });
  const experiment = {
    ...{ experiment: "shorter", salt: "mW8yV0n2Xb7QkRr3aJc5sT1uE6hLz9pD4gKfYwAoNiM", traffic: 0.25 },
    arms: [arm("control", "v3"), arm("short", "v4")],
  };
  const user = (name: string) => ({ variables: { name: "Ada" }, user: name });

  // As docs/experiments.md has it of this salt and this traffic.
  it.each([
    ["user-1", "control", "v3"],
    ["Ada Lovelace", "short", "v4"],
  ])("gives %s the version of %s, and logs both", async (name, variant, version) => {
    const { get, answer } = setUp();
    answer(() => answering({ experiment }));
    expect(await get("greet", user(name))).toEqual({
      ...{ kind: "text", text: `${version} Ada`, version, variant },
      ...{ modelName: `model-${variant}`, modelParams: null },
      track: {
        ...{ prompt_template: "greet", prompt_version: version, experiment: "shorter", variant },
        ...{ prompt_variables: { name: "Ada" }, user_id: name },
      },
    });
  });

  it.each<[string, object]>([
    ["who is not in it", user("user-2")],
    ["who is nobody", { variables: { name: "Ada" } }],
  ])("gives the label's version to somebody %s", async (_, options) => {
    const { get, answer } = setUp();
    answer(() => answering({ experiment }));
    const prompt = await get("greet", options);
    expect(prompt).toMatchObject({ text: "Hi Ada", version: "v3", variant: null });
    expect(Object.keys(prompt.track)).not.toContain("experiment");
  });

  it("deals by the session where there is no user, and goes on while the server is away", async () => {
    const { get, server, answer } = setUp();
    answer(() => answering({ experiment }));
    await get("greet");
    answer(() => Promise.reject(new TypeError("fetch failed")));
    await vi.advanceTimersByTimeAsync(400_000);
    const prompt = await get("greet", { session: "Ada Lovelace", variables: { name: "Ada" } });
    expect(prompt).toMatchObject({ text: "v4 Ada", track: { variant: "short", session_id: "Ada Lovelace" } });
    expect(server.received).toHaveLength(2);
  });

  it("counts nobody who got the fallback, as an arm of another kind", async () => {
    const { get, answer } = setUp();
    const messages = [{ role: "user", content: "Hello" }];
    const arms = experiment.arms.map((one) => ({ ...one, kind: "chat", text: undefined, messages }));
    answer(() => answering({ experiment: { ...experiment, arms } }));
    const prompt = await get("greet", { ...user("user-1"), fallback: "Hi" });
    expect(prompt).toMatchObject({ text: "Hi", variant: null });
    expect(prompt.track).toEqual({
      ...{ prompt_template: "greet", prompt_version: "fallback", user_id: "user-1" },
    });
  });

  it.each<[string, object]>([
    [
      "an arm without a text",
      { ...experiment, arms: [experiment.arms[0], { variant: "short", weight: 0.5 }] },
    ],
    ["an arm that is none", { ...experiment, arms: [experiment.arms[0], null] }],
    ["no salt", { ...experiment, salt: undefined }],
    ["no arms", { ...experiment, arms: undefined }],
  ])("takes one with %s for none", async (_, broken) => {
    const { get, answer } = setUp();
    answer(() => answering({ experiment: broken }));
    expect(await get("greet", user("user-1"))).toMatchObject({ version: "v3", variant: null });
  });
});
