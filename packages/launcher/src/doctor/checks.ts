import { existsSync } from "node:fs";
import { nodeVersionFault } from "../../bootstrap/node-version.mjs";
import { BUILD, GENERATE, isUpToDate } from "../build.ts";
import { CHROMIUM_REMEDY, findChromium, FONTS_REMEDY, hasChineseFont } from "../chromium.ts";
import { checkDatabase } from "../database-url.ts";
import { freeBytes, NEEDED_BYTES } from "../disk-space.ts";
import { Fault } from "../fault.ts";
import { findProgram } from "../find-program.ts";
import { isReady } from "../health.ts";
import { runningLauncher } from "../launcher-lock.ts";
import { migrationState } from "../migrate.ts";
import { openDatabase } from "../open-database.ts";
import { MAIN_CLUSTER, serverFolder } from "../postgres.ts";
import { isInitialised } from "../postgres/initialise.ts";
import { DATA, PROJECT } from "../project.ts";
import { environmentFaults, type Environment } from "../settings.ts";
import { webPortFault } from "../web-port.ts";
import type { Finding } from "./findings.ts";

export type Check = (env: Environment) => Promise<Finding>;

const node: Check = async () => {
  const fault = nodeVersionFault(process.versions.node);
  return { name: "Node", verdict: fault ? "bad" : "good", words: process.versions.node, remedy: "install Node 20.19 or newer" };
};

const disk: Check = async () => {
  const free = await freeBytes(existsSync(DATA) ? DATA : PROJECT);
  return { name: "disk", verdict: free < NEEDED_BYTES ? "bad" : "good", words: `${(free / 1024 ** 3).toFixed(1)} GiB free`, remedy: "make room: 1 GiB is needed" };
};

const environment: Check = async (env) => {
  const faults = environmentFaults(env);
  return { name: "environment", verdict: faults.length > 0 ? "bad" : "good", words: faults.join(" ") || `mode ${env["TTX_MODE"] || "demo"}`, remedy: "see .env.example" };
};

const port: Check = async (env) => {
  const wanted = Number(env["PORT"] || 3000);
  const launcher = runningLauncher();
  if (launcher !== null) {
    const ready = await isReady(wanted);
    return { name: "port", verdict: ready ? "good" : "bad", words: `the exchange runs here (process ${launcher}) and ${ready ? "answers" : "does not answer"} on ${wanted}`, remedy: "look into .data/logs" };
  }
  const fault = await webPortFault(wanted);
  return { name: "port", verdict: fault ? "bad" : "good", words: fault ?? `${wanted} is free`, remedy: "see above" };
};

const database: Check = async (env) => {
  const name = "database";
  const given = env["DATABASE_URL"];
  if (given) {
    await checkDatabase(given);
    return { name, verdict: "good", words: "the server of DATABASE_URL answers" };
  }
  if (!isInitialised(serverFolder(MAIN_CLUSTER.folder))) return { name, verdict: "note", words: "the embedded PostgreSQL has no data yet", remedy: "npm start creates it" };
  const opened = await openDatabase(undefined, "use");
  await opened.close();
  return { name, verdict: "good", words: "the embedded PostgreSQL starts and answers" };
};

const migrations: Check = async (env) => {
  const name = "migrations";
  if (!env["DATABASE_URL"] && !isInitialised(serverFolder(MAIN_CLUSTER.folder))) return { name, verdict: "note", words: "none applied yet", remedy: "npm start applies them" };
  const opened = await openDatabase(env["DATABASE_URL"] || undefined, "use");
  try {
    const { missing, fault } = await migrationState(opened.url);
    if (fault !== null) return { name, verdict: "bad", words: fault };
    if (missing.length > 0) return { name, verdict: "note", words: `not yet applied: ${missing.join(", ")}`, remedy: "npm start applies them" };
    return { name, verdict: "good", words: "all applied, none changed" };
  } finally {
    await opened.close();
  }
};

const build: Check = async () => {
  const ready = isUpToDate(GENERATE) && isUpToDate(BUILD);
  return { name: "build", verdict: ready ? "good" : "note", words: ready ? "made from the sources as they stand" : "missing or older than the sources", remedy: "npm start builds" };
};

const browser: Check = async () => {
  const found = findChromium();
  return { name: "Chromium (end-to-end tests)", verdict: found ? "good" : "note", words: found ?? "not found", remedy: CHROMIUM_REMEDY };
};

const fonts: Check = async () => {
  const there = hasChineseFont();
  return { name: "Chinese fonts (screenshots, PDF)", verdict: there ? "good" : "note", words: there ? "installed" : "not found", remedy: FONTS_REMEDY };
};

const redis: Check = async (env) => {
  const given = Boolean(env["REDIS_URL"]);
  const words = given ? "REDIS_URL is set: the queue runs on Redis" : findProgram(["redis-server", "valkey-server"]) ? "the queue runs on PostgreSQL; the queue tests also on Redis" : "the queue runs on PostgreSQL";
  return { name: "queue", verdict: "good", words };
};

const CHECKS: readonly [string, Check][] = Object.entries({ Node: node, disk, environment, port, database, migrations, build, Chromium: browser, fonts, queue: redis });

/** Every check, one after another; one that cannot even be made is itself a finding. */
export async function examine(env: Environment, tell: (finding: Finding) => void): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, check] of CHECKS) {
    const finding = await check(env).catch((error: unknown): Finding => ({ name, verdict: "bad", words: error instanceof Fault ? error.message : String(error) }));
    findings.push(finding);
    tell(finding);
  }
  return findings;
}
