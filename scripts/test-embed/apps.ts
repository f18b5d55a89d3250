import { type AppCommand, makeFromTemplates } from "./make-app.ts";
import { makeFromZero } from "./make-from-zero.ts";
import type { EmbedProject } from "./prepare-project.ts";

/** An app outside the house, which installs the package as anybody does. */
export interface EmbedApp {
  name: string;
  /** Where browsers find it. Other hosts than localhost are none from which a new key works. */
  host: string;
  /** Makes it in `folder`: installed, checked and built. Throws with what the failing command said. */
  make(folder: string, project: EmbedProject): Promise<void>;
  /** What serves it on PORT: a script and its arguments, run in its folder. */
  serve: readonly string[];
}

const tsc: AppCommand = { line: ["node_modules/typescript/bin/tsc", "--noEmit"] };
const vite = "node_modules/vite/bin/vite.js";
const next = "node_modules/next/dist/bin/next";

/** A build for users, and beside it one with React's development checks, where strict mode runs everything twice. */
const viteBuilds: readonly AppCommand[] = [
  tsc,
  { line: [vite, "build"] },
  {
    line: [vite, "build", "--mode", "development", "--outDir", "dist/development", "--base", "./"],
    env: { NODE_ENV: "development" },
  },
];
const serveDist = ["server.mjs", "dist"];

/** All apps; those whose making takes longest come first. */
export const embedApps: readonly EmbedApp[] = [
  {
    name: "next",
    host: "next.localhost",
    make: makeFromTemplates(
      ["react", "backend", "next"],
      [{ line: [next, "typegen"] }, tsc, { line: [next, "build"] }],
    ),
    serve: [next, "start"],
  },
  {
    name: "react-19",
    host: "react-19.localhost",
    make: makeFromTemplates(["react", "backend", "vite"], viteBuilds),
    serve: serveDist,
  },
  {
    name: "react-18",
    host: "react-18.localhost",
    make: makeFromTemplates(["react", "backend", "vite", "react-18"], viteBuilds),
    serve: serveDist,
  },
  { name: "zero", host: "localhost", make: makeFromZero, serve: serveDist },
  {
    name: "page",
    host: "page.localhost",
    make: makeFromTemplates(["react", "backend", "page"], []),
    serve: ["server.mjs", "."],
  },
];

/** What stands for all in `npm test`, which has to be done in minutes; the others are left to `npm run test:embed`. */
export const quickApps: readonly EmbedApp[] = embedApps.filter(({ name }) =>
  ["react-19", "zero", "page"].includes(name),
);
