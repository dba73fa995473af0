import path from "node:path";
import { Fault } from "./fault.ts";
import { secretFile } from "./secret-file.ts";

export type Mode = "demo" | "test" | "production";
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Settings {
  readonly mode: Mode;
  readonly port: number;
  readonly publicUrl: string;
  /** A server of one's own; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
}

/** What production asks for, because a secret must never have a default there. */
const REQUIRED_IN_PRODUCTION: Readonly<Record<string, string>> = {
  NEXTAUTH_SECRET: "NEXTAUTH_SECRET is missing: production mode needs a secret of its own that signs sessions, for instance from `openssl rand -base64 32`.",
  TTX_PUBLIC_URL: "TTX_PUBLIC_URL is missing: production mode needs the address that people open, for instance https://exchange.example.org.",
  TTX_SECRET_KEY: "TTX_SECRET_KEY is missing: production mode needs a key of 32 bytes in base64 that encrypts second factors and sealed reserves, for instance from `openssl rand -base64 32`.",
};

/** Everything that is wrong with the environment, one sentence each. */
export function environmentFaults(env: Environment): string[] {
  const faults: string[] = [];
  const mode = env["TTX_MODE"] || "demo";
  if (!["demo", "test", "production"].includes(mode)) faults.push(`TTX_MODE is "${mode}": it has to be demo, test or production.`);
  if (mode === "production") {
    for (const [name, sentence] of Object.entries(REQUIRED_IN_PRODUCTION)) if (!env[name]) faults.push(sentence);
  }
  const port = env["PORT"];
  if (port && !(Number.isInteger(Number(port)) && Number(port) > 0 && Number(port) < 65_536)) faults.push(`PORT is "${port}": it has to be a number from 1 to 65535.`);
  const key = env["TTX_SECRET_KEY"];
  if (key && Buffer.from(key, "base64").length !== 32) faults.push("TTX_SECRET_KEY is not a key of 32 bytes in base64; `openssl rand -base64 32` makes one.");
  const address = env["TTX_PUBLIC_URL"];
  if (address && !(URL.canParse(address) && /^https?:$/.test(new URL(address).protocol))) faults.push(`TTX_PUBLIC_URL is "${address}": it has to be an address that begins with https:// or http://.`);
  return faults;
}

export function readSettings(env: Environment): Settings {
  const faults = environmentFaults(env);
  if (faults.length > 0) throw new Fault(faults.join("\n✗ "));
  const port = Number(env["PORT"] || 3000);
  return {
    mode: (env["TTX_MODE"] || "demo") as Mode,
    port,
    publicUrl: (env["TTX_PUBLIC_URL"] || `http://localhost:${port}`).replace(/\/$/, ""),
    databaseUrl: env["DATABASE_URL"] || undefined,
  };
}

/** The environment of portal and worker. Outside of production, missing secrets are made once and kept below `dataFolder`. */
export function processEnvironment(env: Environment, settings: Settings, databaseUrl: string, dataFolder: string): NodeJS.ProcessEnv {
  const secret = (name: string, file: string): string => {
    const given = env[name];
    if (given) return given;
    if (settings.mode === "production") throw new Fault(REQUIRED_IN_PRODUCTION[name] ?? `${name} is missing.`);
    return secretFile(path.join(dataFolder, "secrets", file));
  };
  return {
    ...env,
    DATABASE_URL: databaseUrl,
    TTX_MODE: settings.mode,
    PORT: String(settings.port),
    TTX_PUBLIC_URL: settings.publicUrl,
    NEXTAUTH_URL: settings.publicUrl,
    NEXTAUTH_SECRET: secret("NEXTAUTH_SECRET", "nextauth-secret"),
    TTX_SECRET_KEY: secret("TTX_SECRET_KEY", "secret-key"),
    TTX_STORAGE_DIR: env["TTX_STORAGE_DIR"] || path.join(dataFolder, "files"),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
