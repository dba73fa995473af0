import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskFileStore } from "./disk-file-store.ts";
import type { FileStore, ReceivedFile } from "./file-store.ts";
import { objectFileStore } from "./object-file-store.ts";

let folder: string;
let server: Server;
let requests: string[] = [];
const objects = new Map<string, Buffer>();

/** The outside world of this test: as much of an S3 store as put and read need, which checks the hash that it is told. */
async function aStore(): Promise<Server> {
  const started = createServer((request, response) => {
    const key = (request.url ?? "").split("?", 1)[0]!;
    requests.push(`${request.method} ${key}`);
    void buffer(request).then((body) => {
      const kept = objects.get(key);
      if (request.method === "PUT") {
        const wrong = createHash("sha256").update(body).digest("base64") !== request.headers["x-amz-checksum-sha256"];
        if (!wrong) objects.set(key, body);
        response.writeHead(wrong ? 400 : 200).end();
      } else if (!kept) response.writeHead(404).end();
      else response.writeHead(200, { "content-length": kept.byteLength }).end(request.method === "HEAD" ? undefined : kept);
    });
  });
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return started;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ttx-store-"));
  server = await aStore();
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function received(text: string): Promise<ReceivedFile> {
  const content = Buffer.from(text);
  const file = path.join(folder, randomUUID());
  await writeFile(file, content);
  return { path: file, sha256: createHash("sha256").update(content).digest("hex"), sizeBytes: content.byteLength, mediaType: "text/plain" };
}

const STORES: Record<string, () => FileStore> = {
  disk: () => diskFileStore(path.join(folder, "store")),
  "object store": () =>
    objectFileStore({ bucket: "files", endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, region: "us-east-1", accessKeyId: "key", secretAccessKey: "secret" }),
};

describe.each(Object.keys(STORES))("X3 documents: %s", (name) => {
  it("X3 documents: keeps a content once and gives it back", async () => {
    const store = STORES[name]!();
    const file = await received(`内容 ${name}`);
    await Promise.all([store.put(file), store.put(file)]);
    await store.put(file);
    expect((await buffer(await store.read(file.sha256))).toString()).toBe(`内容 ${name}`);
  });

  it("X3 documents: fails for a content that is not there", async () => {
    await expect(STORES[name]!().read("0".repeat(64))).rejects.toThrow();
  });
});

describe("X3 documents: what a store leaves behind", () => {
  it("X3 documents: the disk holds the content under its hash and no half file", async () => {
    const file = await received("只此一份");
    await Promise.all(Array.from({ length: 5 }, () => STORES["disk"]!().put(file)));
    expect(await readdir(path.join(folder, "store", "content", file.sha256.slice(0, 2), file.sha256.slice(2, 4)))).toEqual([file.sha256]);
  });

  it("X3 documents: a content that is there is not sent again", async () => {
    const file = await received("已经有了");
    await STORES["object store"]!().put(file);
    requests = [];
    await STORES["object store"]!().put(file);
    expect(requests.map((one) => one.split(" ")[0])).toEqual(["HEAD"]);
  });
});
