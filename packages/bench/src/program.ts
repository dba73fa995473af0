import { spawn } from "node:child_process";
import { PROJECT } from "./project.ts";

/** Runs a program of Node to its end; its complaints are shown, a bad end is an error. */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv, cwd = PROJECT): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(" ")} ended with exit code ${code}:\n${output}`))));
  });
}
