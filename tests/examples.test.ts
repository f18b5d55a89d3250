import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** An example that is longer is no example any more. */
const LINES_MAX = 100;

const root = "examples";
const examples = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const read = (...path: string[]) => readFileSync(join(...path), "utf8");

/** The packages that a package.json names, with their versions. */
function packages(file: string): [string, string][] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file));
  return Object.entries({ ...dependencies, ...devDependencies });
}
const ours = Object.fromEntries(packages("package.json"));
/** Pinned newer than the app's own, whose tools need TypeScript's JavaScript API. */
const NEWER = ["typescript"];

describe.each(examples.map(({ name }) => name))("examples/%s", (name) => {
  const folder = join(root, name);

  it("is short, and says in ten lines how to run it", () => {
    const exclude = (path: string) => /node_modules|dist|\.next/.test(path);
    const files = globSync("**/*.{js,mjs,ts,tsx,vue}", { cwd: folder, exclude });
    const lines = files
      .flatMap((file) => read(folder, file).split("\n"))
      .filter((line) => line.trim() !== "");
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.length).toBeLessThanOrEqual(LINES_MAX);
    const readme = read(folder, "README.md").trimEnd().split("\n");
    expect(readme.length).toBeLessThanOrEqual(12);
    expect(readme.join("\n")).toContain("npm install ./$(npm pack -s http://localhost:3000/whetstone.tgz)");
    expect(read(root, "README.md")).toContain(`](${name})`);
  });

  it("pins its packages, in the versions of the app where it has them too", () => {
    const named = packages(join(folder, "package.json"));
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const shared = named.filter(([each]) => each in ours && !NEWER.includes(each));
    expect(shared.filter(([each, version]) => ours[each] !== version)).toEqual([]);
  });
});
