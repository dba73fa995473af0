import { availableParallelism } from "node:os";
import { z } from "zod";

/** production: no demo clock, no default secret. demo and test: the clock may be moved and the development mailbox is shown. */
export const Mode = z.enum(["production", "demo", "test"]);
export type Mode = z.infer<typeof Mode>;

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  TTX_MODE: Mode.default("production"),
  /** 32 bytes, base64: encrypts second-factor secrets and sealed reserves. */
  TTX_SECRET_KEY: z.string().refine((text) => Buffer.from(text, "base64").length === 32, "32 bytes in base64 expected"),
  TTX_PUBLIC_URL: z.url().default("http://localhost:3000"),
  /** Where uploads are received, and where files are kept unless TTX_S3_BUCKET names an object store. */
  TTX_STORAGE_DIR: z.string().min(1),
  TTX_S3_BUCKET: z.string().optional(),
  TTX_S3_ENDPOINT: z.url().optional().or(z.literal("")),
  TTX_S3_REGION: z.string().default("us-east-1"),
  TTX_S3_ACCESS_KEY_ID: z.string().optional(),
  TTX_S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Searches that the database works on at a time; others wait for their turn. Meant to be as many as it has processors, and one. */
  TTX_SEARCHES_AT_ONCE: z.coerce.number().int().min(1).max(50).default(availableParallelism() + 1),
  TTX_POOL_SIZE: z.coerce.number().int().min(2).max(50).default(8),
  REDIS_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("no-reply@localhost"),
});

/** An S3-compatible object store. */
export type ObjectStoreConfig = {
  readonly bucket: string;
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

export type Config = {
  readonly databaseUrl: string;
  readonly mode: Mode;
  readonly secretKey: Buffer;
  readonly publicUrl: string;
  readonly storageDir: string;
  readonly objectStore?: ObjectStoreConfig | undefined;
  readonly poolSize: number;
  readonly searchesAtOnce: number;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
};

/** Reads the process's environment once; throws a sentence that names every variable that is missing or wrong. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`).join(", ");
    throw new Error(`Wrong or missing environment variables: ${faults}`);
  }
  const values = parsed.data;
  return {
    databaseUrl: values.DATABASE_URL,
    mode: values.TTX_MODE,
    secretKey: Buffer.from(values.TTX_SECRET_KEY, "base64"),
    publicUrl: values.TTX_PUBLIC_URL.replace(/\/$/, ""),
    storageDir: values.TTX_STORAGE_DIR,
    objectStore: objectStoreOf(values),
    poolSize: values.TTX_POOL_SIZE,
    searchesAtOnce: values.TTX_SEARCHES_AT_ONCE,
    redisUrl: values.REDIS_URL || undefined,
    smtpUrl: values.SMTP_URL || undefined,
    mailFrom: values.MAIL_FROM,
  };
}

function objectStoreOf(values: z.infer<typeof Environment>): ObjectStoreConfig | undefined {
  const { TTX_S3_BUCKET: bucket, TTX_S3_ENDPOINT: endpoint, TTX_S3_REGION: region, TTX_S3_ACCESS_KEY_ID: accessKeyId, TTX_S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (!bucket) return undefined;
  if (!accessKeyId || !secretAccessKey) throw new Error("Wrong or missing environment variables: TTX_S3_BUCKET needs TTX_S3_ACCESS_KEY_ID and TTX_S3_SECRET_ACCESS_KEY");
  return { bucket, endpoint: endpoint || undefined, region, accessKeyId, secretAccessKey };
}
