import { dirname, posix, resolve } from "node:path";
import { expect, it } from "vitest";
import { registryItem } from "./build-registry.ts";
import { listImports } from "./module-imports.ts";
import { registryWidgets } from "./registry-items.ts";
import { withThemeTokens } from "./registry-styles.ts";

const source = resolve("components/feedback");

it.each(registryWidgets)(
  "$name includes every file that its files import, under the imported paths",
  async (widget) => {
    const { files, dependencies } = await registryItem(source, widget, "/* styles */");
    const paths = files.map(({ path }) => path);
    const packages = new Set<string>();
    for (const { path, content = "" } of files.filter((file) => !file.path.endsWith(".css"))) {
      for (const name of listImports(content)) {
        if (!name.startsWith(".")) packages.add(name);
        else if (name.endsWith(".css")) expect(paths).toContain(posix.join(dirname(path), name));
        else {
          const target = posix.join(dirname(path), name);
          expect(paths.filter((one) => one === `${target}.ts` || one === `${target}.tsx`)).toHaveLength(1);
        }
      }
    }
    packages.delete("react");
    expect(dependencies.map((name) => name.split("@")[0])).toEqual([...packages]);
    expect(paths.filter((path) => /\.test\.|testing\//.test(path))).toEqual([]);
  },
);

it.each(registryWidgets)(
  "$name is a client component that imports its styles",
  async ({ name, component, file, description }) => {
    const { files } = await registryItem(source, { name, component, file, description }, "");
    const own = files.find(({ path }) => path.endsWith(file))?.content ?? "";
    expect(own).toMatch(/^"use client";\nimport "\.\.\/whetstone\.css";\n/);
    expect(own).toMatch(new RegExp(`export (function|const) ${component}\\b`));
  },
);

it("requires the diff library only with the editor", async () => {
  const items = await Promise.all(registryWidgets.map((widget) => registryItem(source, widget, "")));
  expect(items.filter(({ dependencies }) => dependencies.length > 0)).toMatchObject([
    { name: "correction-editor", dependencies: [expect.stringMatching(/^diff@\^9/)] },
  ]);
});

it("rejects styles that no longer use what it maps", () => {
  expect(() => withThemeTokens(".whetstone-widget { color: red }")).toThrow(/--whetstone-ink/);
});
