import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { isAlive } from "./pid-file.ts";

/** Folders of throwaway clusters, `<name>-<pid of its launcher>`, whose launcher is gone. */
export function abandonedFolders(home: string): string[] {
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter((name) => {
      const pid = Number(/-(\d+)$/.exec(name)?.[1]);
      return Number.isInteger(pid) && pid > 0 && !isAlive(pid);
    })
    .map((name) => path.join(home, name));
}
