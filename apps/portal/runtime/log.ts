import { pino } from "pino";

/** For what goes wrong inside Next; the server in front logs every request. */
export const log = pino({ level: process.env["TTX_LOG_LEVEL"] ?? "info", base: { service: "portal" }, timestamp: pino.stdTimeFunctions.isoTime });
