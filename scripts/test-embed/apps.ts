/** A command that is run by Node in an app's folder. */
export interface AppCommand {
  /** A script and its arguments. */
  line: readonly string[];
  env?: Record<string, string>;
}

/** An app outside the house, which installs the package as anybody does. */
export interface EmbedApp {
  name: string;
  /** Folders of tests/embed/apps, each laid over those before it. */
  templates: readonly string[];
  /** What is run once its packages are there: types and builds. */
  builds: readonly AppCommand[];
  /** What serves it on PORT. */
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
    templates: ["react", "backend", "next"],
    builds: [{ line: [next, "typegen"] }, tsc, { line: [next, "build"] }],
    serve: [next, "start"],
  },
  {
    name: "react-19",
    templates: ["react", "backend", "vite"],
    builds: viteBuilds,
    serve: serveDist,
  },
  {
    name: "react-18",
    templates: ["react", "backend", "vite", "react-18"],
    builds: viteBuilds,
    serve: serveDist,
  },
];
