import type { Text } from "@ttx/ui/text";

/** Who signs the record of a bidding. */
export const RECORD_ROLES: Record<"AUCTIONEER" | "RECORDER" | "BUYER", Text> = {
  AUCTIONEER: { zh: "拍卖师（主持人）", en: "Auctioneer" },
  RECORDER: { zh: "记录人", en: "Recorder" },
  BUYER: { zh: "受让方", en: "Buyer" },
};
export const ACCOUNT: Text = { zh: "账号标识", en: "Account" };
export const KEY: Text = { zh: "平台签名公钥指纹", en: "Fingerprint of the platform's key" };
