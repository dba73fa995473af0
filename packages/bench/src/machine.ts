import { cpus, release, totalmem, type as systemType } from "node:os";
import { readFileSync } from "node:fs";

/** What a figure is worth depends on where it was measured. */
export function machineLine(): string {
  const [first, ...others] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `machine: ${others.length + 1} × ${first?.model.trim() ?? "unknown processor"}, ${memory}, ${systemName()}, Node ${process.versions.node}`;
}

function systemName(): string {
  try {
    const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
    if (name) return `${name} (${systemType()} ${release()})`;
  } catch {
    // not a Linux with that file
  }
  return `${systemType()} ${release()}`;
}
