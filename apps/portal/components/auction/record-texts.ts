import type { Text } from "@ttx/ui/text";

export { RECORD_SIGNER_LABELS as RECORD_ROLES } from "@ttx/domain/auction/client";
export const ACCOUNT: Text = { zh: "账号标识", en: "Account" };
export const KEY: Text = { zh: "平台签名公钥指纹", en: "Fingerprint of the platform's key" };
