import { accessSync, constants } from "node:fs";
import path from "node:path";

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of these programs that is there: a path as it stands, a bare name looked up on the PATH. */
export function findProgram(names: readonly (string | undefined)[], searchPath = process.env["PATH"] ?? ""): string | null {
  for (const name of names) {
    if (!name) continue;
    const places = name.includes("/") ? [name] : searchPath.split(path.delimiter).filter(Boolean).map((folder) => path.join(folder, name));
    const found = places.find(mayRun);
    if (found !== undefined) return found;
  }
  return null;
}
