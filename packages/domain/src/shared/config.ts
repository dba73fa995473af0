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
  TTX_STORAGE_DIR: z.string().min(1),
  TTX_POOL_SIZE: z.coerce.number().int().min(2).max(50).default(8),
  REDIS_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("no-reply@localhost"),
});

export type Config = {
  readonly databaseUrl: string;
  readonly mode: Mode;
  readonly secretKey: Buffer;
  readonly publicUrl: string;
  readonly storageDir: string;
  readonly poolSize: number;
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
    poolSize: values.TTX_POOL_SIZE,
    redisUrl: values.REDIS_URL || undefined,
    smtpUrl: values.SMTP_URL || undefined,
    mailFrom: values.MAIL_FROM,
  };
}
