import { createContext, runInContext, Script } from "node:vm";
import { expect, it } from "vitest";
import { classicEntry, takingFromEntry } from "./classic-script.ts";

const entry = `
const count = (globalThis.runs = (globalThis.runs ?? 0) + 1);
const word = "shared";
globalThis.later = () => import("./embed/later-123.js");
export { word as a, count as b };
`;

/** A page with only what the script reads. */
function pageWith(currentScript: { src: string } | null) {
  const querySelector = () => ({ src: "https://w.example/embed.js?v=2" });
  return createContext({ document: { currentScript, querySelector } });
}

it("is a script that needs no type, and runs once", () => {
  const page = pageWith({ src: "https://w.example/embed.js" });
  expect(() => new Script(classicEntry(entry))).not.toThrow();
  runInContext(classicEntry(entry), page);
  runInContext(classicEntry(entry), page);
  expect(page.runs).toBe(1);
  expect(Object.keys(page)).toEqual(["document", "runs", "later"]);
});

it("loads chunks from its own origin, whatever the page's URL is", () => {
  const code = classicEntry(entry).replace("import(", "globalThis.fetched = (");
  for (const script of [{ src: "https://w.example/sub/embed.js" }, null]) {
    const page = pageWith(script);
    Object.assign(page, { URL });
    runInContext(code, page);
    page.later();
    const folder = script ? "https://w.example/sub" : "https://w.example";
    expect(page.fetched).toBe(`${folder}/embed/later-123.js`);
  }
});

it("shares code with its chunks", () => {
  const page = pageWith(null);
  runInContext(classicEntry(entry), page);
  const chunk = takingFromEntry(`import { a as w, b as c } from "../embed.js";\nglobalThis.seen = w + c;`);
  runInContext(`{${chunk}}`, page);
  expect(page.seen).toBe("shared1");
});

it("leaves imports between chunks unchanged", () => {
  const code = `import { x } from "./other.js";`;
  expect(takingFromEntry(code)).toBe(code);
});

it("is rejected if it imports anything", () => {
  expect(() => classicEntry(`import { a } from "./embed/shared.js";`)).toThrow(/must not import.*shared\.js/);
});
