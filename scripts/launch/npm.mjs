import { runQuietly } from "./run-quietly.mjs";

/**
 * Runs npm, the one that started this process if one did, under the given Node.
 * @param {string} node path of the binary
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, advice: string }} options
 */
export function npm(node, args, options) {
  const quiet = [...args, "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const entry = process.env.npm_execpath;
  // npx and other package managers name themselves here too.
  if (entry?.endsWith("npm-cli.js")) return runQuietly(node, [entry, ...quiet], options);
  return runQuietly("npm", quiet, options);
}

/**
 * The environment without what an outer `npm run` put in: it would tell an inner npm about the wrong package.
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutNpm() {
  const foreign = /^npm_(package|lifecycle|config_(local_prefix|prefix|global))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
