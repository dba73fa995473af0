export { evidenceZip, exportEvidence, type EvidencePack } from "./export-evidence.ts";
