#!/usr/bin/env node
import { handOver } from "../bootstrap/hand-over.mjs";

await handOver("audit-verify.main.ts");
