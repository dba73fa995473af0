import { gzipSync } from "node:zlib";

const SCRIPT = /<script\b([^>]*)>/gi;
const PRELOAD = /<link\b([^>]*rel="(?:modulepreload|preload)"[^>]*)>/gi;

/** Addresses of the scripts that a browser of today loads with a page; `nomodule` ones are for those of ten years ago. */
export function scriptsOf(html: string): string[] {
  const loaded = [...html.matchAll(SCRIPT)].map(([, attributes = ""]) => attributes).filter((attributes) => !/\bnomodule\b/i.test(attributes));
  const preloaded = [...html.matchAll(PRELOAD)].map(([, attributes = ""]) => attributes).filter((attributes) => /rel="modulepreload"|as="script"/.test(attributes));
  const addresses = [...loaded, ...preloaded].map((attributes) => /\b(?:src|href)="([^"]+)"/.exec(attributes)?.[1]?.replaceAll("&amp;", "&"));
  return [...new Set(addresses.filter((address) => address !== undefined))];
}

/** Gzipped bytes of all scripts that a page's HTML names. Both sides are compressed here, so that a server's settings play no part. */
export async function firstLoadBytes(url: string): Promise<number> {
  const sizes = await Promise.all(scriptsOf(await fetchText(url)).map(async (address) => gzipSync(await fetchText(new URL(address, url).href), { level: 9 }).length));
  if (sizes.length === 0) throw new Error(`${url} names no script: the page is not what it should be.`);
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function fetchText(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}
