import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export const PNPM = "pnpm@12.21.0";
const STAMP = "node_modules/.ttx-install-stamp";

/** Every file that decides what an installation contains. @param {string} root @returns {string[]} */
function manifests(root) {
  const packages = ["apps", "packages"].flatMap((group) => {
    const folder = path.join(root, group);
    if (!existsSync(folder)) return [];
    return readdirSync(folder).sort().map((name) => path.join(group, name, "package.json"));
  });
  return ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ...packages].filter((file) => existsSync(path.join(root, file)));
}

/** @param {string} root @returns {string} what the installation would be made from, in one hash */
export function installStamp(root) {
  const hash = createHash("sha256");
  hash.update(`${PNPM} ${process.platform} ${process.arch} ${process.versions.modules}\n`);
  for (const file of manifests(root)) hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

/** @param {string} root @returns {boolean} */
export function isInstalled(root) {
  const file = path.join(root, STAMP);
  return existsSync(file) && readFileSync(file, "utf8") === installStamp(root);
}

/**
 * Installs the dependencies when the lockfile, a manifest or the platform differs from the last installation.
 * @param {string} root @returns {string | null} what to tell the person, or null when all is installed
 */
export function install(root) {
  if (isInstalled(root)) return null;
  const started = performance.now();
  console.log("… installing dependencies (the first time takes a minute or two)");
  const frozen = existsSync(path.join(root, "pnpm-lock.yaml")) ? ["--frozen-lockfile"] : [];
  const result = spawnSync("npx", ["--yes", PNPM, "install", ...frozen], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, CI: process.env["CI"] ?? "true", npm_config_verify_deps_before_run: "false" },
  });
  if (result.error) return `npx could not be started (${result.error.message}); npm comes with Node, so check that both are on the PATH.`;
  if (result.signal !== null) return `The installation was stopped by ${result.signal}.`;
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}`);
    return installFault(`${result.stdout}${result.stderr}`);
  }
  writeFileSync(path.join(root, STAMP), installStamp(root));
  console.log(`✓ dependencies installed (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return null;
}

/** @param {string} output of pnpm @returns {string} */
export function installFault(output) {
  if (output.includes("ERR_PNPM_OUTDATED_LOCKFILE")) {
    return `The lockfile does not match the manifests: run "npx ${PNPM} install" once and keep the changed pnpm-lock.yaml.`;
  }
  if (/ENOSPC/.test(output)) return "The disk is full: the dependencies could not be installed.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ERR_PNPM_META_FETCH_FAIL/.test(output)) {
    return "The package registry cannot be reached: check the network connection and the registry configured for npm.";
  }
  return "The dependencies could not be installed; the installer's own words stand above.";
}
