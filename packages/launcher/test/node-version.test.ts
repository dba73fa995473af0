import { describe, expect, it } from "vitest";
import { nodeVersionFault } from "../bootstrap/node-version.mjs";

describe("X2 start: Node's version", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("%s will do", (version) => expect(nodeVersionFault(version)).toBeNull());

  it.each(["18.20.0", "20.18.3", "16.0.0"])("%s is refused in one sentence", (version) => {
    expect(nodeVersionFault(version)).toBe(`Node 20.19 or newer is needed; this is Node ${version}. Install a newer Node and run the command again.`);
  });
});
