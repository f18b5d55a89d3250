import { type AppCommand, makeFromFolders } from "./make-app.ts";
import { makeFromZero } from "./make-from-zero.ts";
import type { EmbedProject } from "./prepare-project.ts";

/** An external app that installs the package like any other project. */
export interface EmbedApp {
  name: string;
  /**
   * Creates it in `folder`: installed, checked and built. Throws with the output of the command that failed.
   */
  make(folder: string, project: EmbedProject): Promise<void>;
  servers: readonly AppServer[];
}

/** A server for an app, or a part of it, on PORT. */
export interface AppServer {
  /** Its name in specs: that of the app, or of the example in it. */
  name: string;
  /** Its host name in browsers. A new key only works from localhost and its subdomains. */
  host: string;
  /** A script and its arguments, run in the app's folder. */
  line: readonly string[];
}

const tsc: AppCommand = { line: ["node_modules/typescript/bin/tsc", "--noEmit"] };
const vite = "node_modules/vite/bin/vite.js";
const next = "node_modules/next/dist/bin/next";

const server = (name: string, ...line: string[]): AppServer => ({ name, host: `${name}.localhost`, line });
/** Serves the pages that the tests add to an example. */
const widgets = "widgets-server.mjs";
/** Every example except Next's has one. */
const exampleServer = (name: string): AppServer => server(name, "server.mjs");

/**
 * A production build, and a build with React's development checks, in which strict mode runs everything
 * twice.
 */
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

/** All apps, slowest to create first. */
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

/**
 * The selection for `npm test`, which has to finish within minutes; `npm run test:embed` tests all of them.
 */
export const quickApps: readonly EmbedApp[] = embedApps.filter(({ name }) =>
  ["react-19", "zero", "page"].includes(name),
);
