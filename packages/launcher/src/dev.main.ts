import { watch } from "node:fs";
import path from "node:path";
import { Fault } from "./fault.ts";
import { PROJECT } from "./project.ts";
import { runCommand } from "./run-command.ts";
import { runExchange } from "./run-exchange.ts";
import type { Stack } from "./stack.ts";
import { workspaceCommand } from "./workspace-command.ts";

/** The portal's server is bundled anew when its own files change; pages are reloaded by Next.js itself, the worker by tsx. */
async function bundleServer(): Promise<string> {
  const { ok, output } = await workspaceCommand([process.execPath, "--eval", `process.chdir("apps/portal"); await import(process.cwd() + "/scripts/build-server.mjs")`, "--input-type=module"]);
  if (!ok) {
    process.stderr.write(output);
    throw new Fault("The portal's server could not be bundled; its own words stand above.");
  }
  return "the portal's server, for development";
}

function rebuildOnChange(stack: Stack): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const changed = async (): Promise<void> => {
    try {
      await bundleServer();
      await Promise.all(stack.portals.map((portal) => portal.restart()));
      console.log("✓ the portal's server was bundled anew and started again");
    } catch (error) {
      console.error(error instanceof Error ? `✗ ${error.message}` : error);
    }
  };
  const watcher = watch(path.join(PROJECT, "apps/portal/server"), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void changed(), 200);
  });
  return () => {
    clearTimeout(waiting);
    watcher.close();
  };
}

await runCommand(() => runExchange({ development: true, prepare: bundleServer, beside: rebuildOnChange }));
