import { describe, expect, it } from "vitest";
import { findDeployments } from "./deployments.ts";
import type { FirstUse } from "./slices/history-store.ts";

const at = (text: string) => new Date(`2026-${text}:00Z`);
const window = [at("11-01T00:00"), at("11-10T00:00")] as const;

/** A first use; the hour is known from the window's first day on. */
function use(featureName: string, modelName: string, prompt: string, first: string): FirstUse {
  const hour = at(first);
  const [promptTemplate = "", promptVersion = ""] = prompt.split(" ");
  const day = new Date(`${hour.toISOString().slice(0, 10)}T00:00:00Z`);
  return { featureName, modelName, promptTemplate, promptVersion, day, hour: day < window[0] ? null : hour };
}

const deployed = (...uses: FirstUse[]) =>
  findDeployments(uses, ...window).map(({ at: moment, kind, name, features }) =>
    [moment.toISOString().slice(5, 13), kind, name, ...features].join(" "),
  );

describe("deploymentsOf", () => {
  it("tells of prompt versions and models in the order in which they came", () => {
    expect(
      deployed(
        use("reply", "small", "short v1", "10-01T00:00"),
        use("reply", "small", "short v2", "11-03T09:00"),
        use("reply", "large", "short v2", "11-02T10:00"),
      ),
    ).toEqual(["11-02T10 model large reply", "11-02T10 prompt short v2 reply"]);
  });

  it("does not tell of what a feature begins with, also where it begins in the window", () => {
    expect(
      deployed(
        use("reply", "small", "short v1", "10-01T00:00"),
        use("summary", "large", "sum v1", "11-03T09:00"),
        use("summary", "large", "sum v2", "11-04T09:00"),
      ),
    ).toEqual(["11-04T09 prompt sum v2 summary"]);
  });

  it("gathers features that begin to use the same", () => {
    expect(
      deployed(
        use("reply", "small", "", "10-01T00:00"),
        use("summary", "small", "", "10-01T00:00"),
        use("summary", "large", "", "11-04T09:00"),
        use("reply", "large", "", "11-05T09:00"),
      ),
    ).toEqual(["11-04T09 model large reply summary"]);
  });

  it("leaves out what came before the window and after it, to the hour", () => {
    expect(
      deployed(
        use("reply", "a", "", "10-01T00:00"),
        use("reply", "b", "", "10-31T23:00"),
        use("reply", "c", "", "11-01T00:00"),
        use("reply", "d", "", "11-09T23:00"),
        use("reply", "e", "", "11-10T00:00"),
      ),
    ).toEqual(["11-01T00 model c reply", "11-09T23 model d reply"]);
  });

  it("tells nothing of nothing", () => expect(deployed()).toEqual([]));
});
