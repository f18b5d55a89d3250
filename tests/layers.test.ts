import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** A breach of each rule: the file that commits it, what it imports, and the rule that must catch it. */
const breaches: [file: string, imports: string, rule: string][] = [
  ["lib/domain/breach.ts", "#lib/platform/door.ts", "domain-is-pure"],
  ["lib/observe/a/breach.ts", "#lib/decide/a/index.ts", "stages-do-not-meet"],
  ["lib/evaluate/a/breach.ts", "#lib/observe/a/index.ts", "stages-do-not-meet"],
  ["lib/decide/a/breach.ts", "#lib/act/a/index.ts", "stages-do-not-meet"],
  ["lib/act/a/breach.ts", "#lib/evaluate/a/index.ts", "stages-do-not-meet"],
  ["lib/observe/b/breach.ts", "#lib/observe/a/inner.ts", "stage-capabilities-use-doors"],
  ["lib/act/b/breach.ts", "#lib/use-cases/use-case.ts", "stages-look-down"],
  ["lib/observe/c/breach.ts", "#lib/platform/db/client.ts", "only-stores-touch-the-database"],
  ["lib/decide/b/breach.ts", "#lib/platform/door.ts", "decisions-are-pure"],
  ["lib/evaluate/b/breach.ts", "node:fs", "decisions-touch-no-node"],
  ["lib/use-cases/breach.ts", "#lib/observe/a/inner.ts", "use-cases-enter-by-doors"],
  ["lib/use-cases/breach-of-data.ts", "#lib/platform/db/client.ts", "use-cases-have-no-database"],
  ["lib/platform/breach.ts", "#lib/observe/a/index.ts", "platform-is-the-ground"],
  ["components/ui/breach.ts", "#lib/observe/a/index.ts", "components-draw"],
  ["components/charts/breach.ts", "../../app/page.ts", "components-are-not-pages"],
  ["components/charts/breach-of-dashboard.ts", "../dashboard/page-part.ts", "charts-draw-for-any-page"],
  ["components/format/breach.ts", "../charts/mark.ts", "formats-stand-alone"],
  ["components/feedback/breach.ts", "#lib/domain/noun.ts", "feedback-stands-alone"],
  ["components/feedback/ai-sdk/breach.ts", "#lib/domain/noun.ts", "feedback-middleware-stands-alone"],
  ["components/feedback/openfeature/breach.ts", "#lib/domain/noun.ts", "feedback-provider-stands-alone"],
  ["components/dashboard/breach.ts", "../feedback/inner.ts", "feedback-has-its-doors"],
  ["app/breach.ts", "#lib/observe/a/inner.ts", "app-enters-by-doors"],
  ["app/api/breach.ts", "#lib/platform/db/client.ts", "app-has-no-database"],
  ["app/(dashboard)/breach.ts", "#lib/platform/clock.ts", "a-page-reads-the-clock-once"],
  ["scripts/connect.ts", "pg", "connections-are-made-one-way"],
  ["lib/platform/jobs/connect.ts", "pg-boss", "connections-are-made-one-way"],
  ["scripts/breach.ts", "./circle.ts", "no-circular"],
  ["scripts/lost.ts", "./nowhere.ts", "no-unresolved"],
];

/** What the breaches import; each is innocent by itself. */
const innocent = [
  "lib/domain/noun.ts",
  "lib/platform/door.ts",
  "lib/platform/clock.ts",
  "lib/platform/db/client.ts",
  "lib/use-cases/use-case.ts",
  ...["observe", "evaluate", "decide", "act"].flatMap((stage) => [
    `lib/${stage}/a/index.ts`,
    `lib/${stage}/a/inner.ts`,
  ]),
  "components/feedback/inner.ts",
  "components/dashboard/page-part.ts",
  "components/charts/mark.ts",
  "app/page.ts",
];

describe("the layer rules", () => {
  const root = resolve(import.meta.dirname, "..");
  const house = mkdtempSync(join(tmpdir(), "layers-"));
  let found: { severity: string; rule: string; from: string }[] = [];
  let exitCode: number | null = null;

  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), content);
  };

  beforeAll(() => {
    for (const file of ["package.json", "tsconfig.json", ".dependency-cruiser.cjs"])
      cpSync(join(root, file), join(house, file));
    symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
    for (const file of innocent) write(file, "export const here = 1;\n");
    for (const [file, imports] of breaches)
      write(file, `import * as reached from "${imports}";\nexport { reached };\n`);
    write("scripts/circle.ts", 'export * from "./breach.ts";\n');
    const cruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
    const folders = ["app", "components", "lib", "scripts"];
    const run = spawnSync(process.execPath, [cruise, "-T", "err", ...folders], {
      cwd: house,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
      maxBuffer: 1e8,
    });
    exitCode = run.status;
    const lines = run.stdout.matchAll(/^\s*(\w+) ([\w-]+): (\S+)/gm);
    found = [...lines].map(([, severity = "", rule = "", from = ""]) => ({ severity, rule, from }));
  }, 60_000);

  afterAll(() => rmSync(house, { recursive: true }));

  it.each(breaches)("%s importing %s is an error: %s", (file, _, rule) => {
    expect(found).toContainEqual({ severity: "error", rule, from: file });
    expect(exitCode).not.toBe(0);
  });

  it("let everything else pass", () => {
    const innocents = found.filter(({ from }) => innocent.includes(from));
    expect(innocents).toEqual([]);
  });
});
