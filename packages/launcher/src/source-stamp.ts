import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Made by a build or a test, or of no influence on one. */
const IGNORED = /(^|\/)(node_modules|dist|\.next|\.turbo|\.data|generated|test-results|coverage)(\/|$)|(^|\/)(e2e|test)\/|\.test\.tsx?$|\.md$|\.tsbuildinfo$|(^|\/)next-env\.d\.ts$/;

/** The files below `places` that decide what a build gives, sorted. */
export function sourceFiles(root: string, places: readonly string[]): string[] {
  const found: string[] = [];
  const visit = (relative: string): void => {
    if (IGNORED.test(relative)) return;
    const absolute = path.join(root, relative);
    if (!existsSync(absolute)) return;
    if (!statSync(absolute).isDirectory()) {
      found.push(relative);
      return;
    }
    for (const name of readdirSync(absolute)) visit(`${relative}/${name}`);
  };
  places.forEach(visit);
  return found.sort();
}

/** One hash of names and contents. */
export function sourceStamp(root: string, places: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of sourceFiles(root, places)) hash.update(`${file}\0`).update(readFileSync(path.join(root, file))).update("\0");
  return hash.digest("hex");
}

export type Stamps = Readonly<Record<string, string>>;

export function readStamps(file: string): Stamps {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Stamps;
  } catch {
    return {}; // none yet, or cut off by a crash: the work is done again
  }
}

export function writeStamp(file: string, name: string, stamp: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...readStamps(file), [name]: stamp }, null, 2)}\n`);
}
