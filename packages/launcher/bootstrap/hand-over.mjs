import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { install } from "./install.mjs";
import { nodeVersionFault } from "./node-version.mjs";

/**
 * Checks Node, installs what is missing and runs a TypeScript file in this same process,
 * so that signals and exit codes need no forwarding.
 * @param {string} name of a file in ../src
 */
export async function handOver(name) {
  const root = path.resolve(fileURLToPath(new URL("../../..", import.meta.url)));
  const fault = nodeVersionFault(process.versions.node) ?? install(root);
  if (fault !== null) {
    console.error(`✗ ${fault}`);
    process.exit(1);
  }
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(path.join(root, "packages/launcher/src", name)).href);
}
