import { findProgram } from "./find-program.ts";
import { workspaceCommand } from "./workspace-command.ts";

/** True where packages of Debian may be installed without asking: as root, with apt-get. */
export function mayInstallPackages(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && findProgram(["apt-get"]) !== null;
}

export async function installPackages(...names: string[]): Promise<boolean> {
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  console.log(`… installing Debian's packages ${names.join(", ")}`);
  if (!(await workspaceCommand(["apt-get", "update"], quiet)).ok) return false;
  const { ok, output } = await workspaceCommand(["apt-get", "install", "-y", "--no-install-recommends", ...names], quiet);
  if (!ok) process.stdout.write(output.slice(-2_000));
  return ok;
}
