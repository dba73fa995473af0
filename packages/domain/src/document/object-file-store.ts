import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import type { ObjectStoreConfig } from "../shared/config.ts";
import type { FileStore } from "./file-store.ts";

/** An S3-compatible object store. The store checks the hash itself while it receives; the client is loaded only where one is configured. */
export function objectFileStore(config: ObjectStoreConfig): FileStore {
  const sdk = import("@aws-sdk/client-s3");
  let client: S3Client | undefined;
  const connect = async () => {
    const { S3Client: Client } = await sdk;
    const { accessKeyId, secretAccessKey, endpoint, region } = config;
    return (client ??= new Client({ region, credentials: { accessKeyId, secretAccessKey }, ...(endpoint ? { endpoint, forcePathStyle: true } : {}) }));
  };
  const keyOf = (sha256: string): string => `content/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
  return {
    async put({ path, sha256, sizeBytes, mediaType }) {
      const [{ HeadObjectCommand, PutObjectCommand }, s3] = [await sdk, await connect()];
      const address = { Bucket: config.bucket, Key: keyOf(sha256) };
      const there = await s3.send(new HeadObjectCommand(address)).then(
        () => true,
        (error: unknown) => {
          if (statusOf(error) === 404) return false;
          throw error;
        },
      );
      if (there) return;
      await s3.send(
        new PutObjectCommand({
          ...address, Body: createReadStream(path), ContentLength: sizeBytes, ContentType: mediaType, ChecksumSHA256: Buffer.from(sha256, "hex").toString("base64"),
        }),
      );
    },
    async read(sha256) {
      const [{ GetObjectCommand }, s3] = [await sdk, await connect()];
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: config.bucket, Key: keyOf(sha256) }));
      if (!(Body instanceof Readable)) throw new Error(`the object store has no content ${sha256}`);
      return Body;
    },
    async remove(sha256) {
      const [{ DeleteObjectCommand }, s3] = [await sdk, await connect()];
      await s3.send(new DeleteObjectCommand({ Bucket: config.bucket, Key: keyOf(sha256) }));
    },
  };
}

function statusOf(error: unknown): number | undefined {
  const metadata = typeof error === "object" && error !== null && "$metadata" in error ? error.$metadata : undefined;
  return typeof metadata === "object" && metadata !== null && "httpStatusCode" in metadata && typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined;
}
