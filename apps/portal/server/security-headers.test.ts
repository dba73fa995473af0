import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, inlineScriptHashes, newNonce } from "./security-headers.ts";

const sha = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

describe("X6 server: content security policy", () => {
  it("hashes inline scripts exactly as they stand, Chinese and line breaks included, and skips those with an address", () => {
    const html = `<script src="/_next/a.js" async=""></script><script>self.__next_f.push([1,"挂牌\\n"])</script>\n<script id="x">\nlet a = 1;\n</script><script></script><script>self.__next_f.push([1,"挂牌\\n"])</script>`;
    expect(inlineScriptHashes(html)).toEqual([sha(`self.__next_f.push([1,"挂牌\\n"])`), sha("\nlet a = 1;\n")]);
  });

  it("allows one style attribute, the hiding one that React's stream writes round a piece of a drawing, and no other", () => {
    expect(contentSecurityPolicy([], { dev: false })).toContain(`style-src 'self' 'unsafe-hashes' '${sha("display:none")}';`);
  });

  it("never allows inline scripts at large", () => {
    const policy = contentSecurityPolicy([newNonce()], { dev: false });
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}';/);
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    expect(policy).toContain("frame-ancestors 'none'");
  });
});
