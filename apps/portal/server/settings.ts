/** What the process was told by its environment. Read once, at the start. */
export type Settings = {
  readonly dev: boolean;
  readonly port: number;
  readonly host: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly metricsToken: string | undefined;
  readonly trustProxy: boolean;
  readonly logLevel: string;
};

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env["PORT"] ?? "3000");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a port number, not "${env["PORT"]}".`);
  return {
    dev: env["NODE_ENV"] !== "production",
    port,
    host: env["HOST"] || undefined,
    databaseUrl: env["DATABASE_URL"] || undefined,
    metricsToken: env["TTX_METRICS_TOKEN"] || undefined,
    trustProxy: env["TTX_TRUST_PROXY"] === "1" || env["TTX_TRUST_PROXY"] === "true",
    logLevel: env["TTX_LOG_LEVEL"] ?? "info",
  };
}
