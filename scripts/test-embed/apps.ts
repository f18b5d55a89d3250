import { type AppCommand, makeFromFolders } from "./make-app.ts";
import { makeFromZero } from "./make-from-zero.ts";
import type { EmbedProject } from "./prepare-project.ts";

/** An app outside the house, which installs the package as anybody does. */
export interface EmbedApp {
  name: string;
  /** Makes it in `folder`: installed, checked and built. Throws with what the failing command said. */
  make(folder: string, project: EmbedProject): Promise<void>;
  servers: readonly AppServer[];
}

/** What serves an app, or a part of it, on PORT. */
export interface AppServer {
  /** By which specs know it: an app's own name, or that of the example in it. */
  name: string;
  /** Where browsers find it. Other hosts than localhost are none from which a new key works. */
  host: string;
  /** A script and its arguments, run in the app's folder. */
  line: readonly string[];
}

const tsc: AppCommand = { line: ["node_modules/typescript/bin/tsc", "--noEmit"] };
const vite = "node_modules/vite/bin/vite.js";
const next = "node_modules/next/dist/bin/next";

const server = (name: string, ...line: string[]): AppServer => ({ name, host: `${name}.localhost`, line });
/** What serves the pages that the tests lay beside an example. */
const widgets = "widgets-server.mjs";
/** What each example but Next's has. */
const exampleServer = (name: string): AppServer => server(name, "server.mjs");

/** A build for users, and beside it one with React's development checks, where strict mode runs everything twice. */
const withWidgets = ["--config", "vite.widgets.config.ts"];
const viteBuilds: readonly AppCommand[] = [
  tsc,
  { line: [vite, "build", ...withWidgets] },
  {
    line: [
      vite,
      "build",
      ...withWidgets,
      "--mode",
      "development",
      "--outDir",
      "dist/development",
      "--base",
      "./",
    ],
    env: { NODE_ENV: "development" },
  },
];

/** All apps; those whose making takes longest come first. */
export const embedApps: readonly EmbedApp[] = [
  {
    name: "next",
    make: makeFromFolders(
      "next",
      ["widgets", "backend", "next"],
      [{ line: [next, "typegen"] }, tsc, { line: [next, "build"] }],
    ),
    servers: [server("next", next, "start")],
  },
  {
    name: "react-19",
    make: makeFromFolders("react-vite", ["widgets", "backend", "vite"], viteBuilds),
    servers: [server("react-19", widgets, "dist"), exampleServer("react-vite")],
  },
  {
    name: "react-18",
    make: makeFromFolders("react-vite", ["widgets", "backend", "vite", "react-18"], viteBuilds),
    servers: [server("react-18", widgets, "dist")],
  },
  {
    name: "ai-sdk-chat",
    make: makeFromFolders("ai-sdk-chat", [], [tsc, { line: [vite, "build"] }]),
    servers: [exampleServer("ai-sdk-chat")],
  },
  {
    name: "vue",
    make: makeFromFolders("vue", [], [{ line: [vite, "build"] }]),
    servers: [exampleServer("vue")],
  },
  {
    name: "zero",
    make: makeFromZero,
    servers: [{ name: "zero", host: "localhost", line: [widgets, "dist"] }],
  },
  {
    name: "page",
    make: makeFromFolders("plain-page", ["widgets", "backend", "page"], []),
    servers: [server("page", widgets, "."), exampleServer("plain-page")],
  },
];

/** What stands for all in `npm test`, which has to be done in minutes; the others are left to `npm run test:embed`. */
export const quickApps: readonly EmbedApp[] = embedApps.filter(({ name }) =>
  ["react-19", "zero", "page"].includes(name),
);
