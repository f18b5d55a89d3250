import { runQuietly } from "./run-quietly.mjs";

/**
 * Runs npm with the given Node: the npm that started this process, if one did.
 * @param {string} node path of the binary
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, advice: string }} options
 */
export function npm(node, args, options) {
  const quiet = [...args, "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const entry = process.env.npm_execpath;
  // npx and other package managers set this too.
  if (entry?.endsWith("npm-cli.js")) return runQuietly(node, [entry, ...quiet], options);
  return runQuietly("npm", quiet, options);
}

/**
 * The environment without the variables of an outer `npm run`, which would point an inner npm to the wrong
 * package.
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutNpm() {
  const foreign = /^npm_(package|lifecycle|config_(local_prefix|prefix|global))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
