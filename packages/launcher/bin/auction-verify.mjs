#!/usr/bin/env node
import { handOver } from "../bootstrap/hand-over.mjs";

await handOver("auction-verify.main.ts");
