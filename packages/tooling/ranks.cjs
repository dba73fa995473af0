/**
 * The features of the domain package in order of rank: a feature may use those that stand before it, by their doors.
 * `shared` and `authorisation` are the kernel: every feature uses them, they use no feature.
 */
const KERNEL = ["shared", "authorisation"];

const RANKS = [
  ...KERNEL,
  "spreadsheet",
  "reference",
  "terms",
  "notification",
  "identity",
  "document",
  "bulk-import",
  "search",
  "audit",
  "ledger",
  "deposit",
  "credit",
  "result",
  "demand",
  "valuation",
  "project-contract",
  "priority-right",
  "export-control",
  "technology-manager",
  "listing",
  "interest",
  "negotiation",
  "auction",
  "agreed-price",
  "settlement",
  "deal",
  "secrecy",
  "use-first",
  "certificate",
  "income-share",
  "evidence",
  "contract",
  "recognition",
  "contract-import",
  "review",
  "performance",
  "tax-relief",
  "statistics",
  "risk",
  "extraordinary-extension",
  "operations",
  "worklist",
  "home",
];

module.exports = { KERNEL, RANKS };
