import { spawnSync } from "node:child_process";
import { installPackages, mayInstallPackages } from "./debian.ts";
import { Fault } from "./fault.ts";
import { findProgram } from "./find-program.ts";

const NAMES = ["chromium", "/usr/bin/chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const chosen = env["TTX_CHROMIUM"];
  return findProgram(chosen ? [chosen] : NAMES, env["PATH"] ?? "");
}

export const CHROMIUM_REMEDY = "install Chromium or Google Chrome (on Debian: apt-get install chromium fonts-noto-cjk), or name the program in TTX_CHROMIUM";
export const FONTS_REMEDY = "install a font with Chinese letters (on Debian: apt-get install fonts-noto-cjk)";

/** Without fontconfig nobody can say, which counts as no. */
export function hasChineseFont(): boolean {
  if (process.platform === "darwin") return true;
  const { status, stdout } = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "";
}

/** The browser for the end-to-end tests; Debian's package is installed where that is allowed. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found !== null && (hasChineseFont() || !mayInstallPackages())) return found;
  if (mayInstallPackages() && !process.env["TTX_CHROMIUM"]) await installPackages(...(found === null ? ["chromium"] : []), "fonts-noto-cjk");
  const now = findChromium();
  if (now === null) throw new Fault(`No Chromium was found for the end-to-end tests: ${CHROMIUM_REMEDY}.`);
  return now;
}
