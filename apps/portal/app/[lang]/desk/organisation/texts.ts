import type { Text } from "@ttx/ui/text";

export const T = {
  title: { zh: "本单位", en: "My organisation" },
  none: { zh: "您当前没有代表任何单位", en: "You act for no organisation" },
  noneText: { zh: "请让单位管理员向您发送邀请，或在“账号与安全”中切换单位。", en: "Ask an administrator to invite you, or switch to another organisation under account and security." },
  facts: { zh: "单位信息", en: "Details" },
  edit: { zh: "更正单位信息", en: "Correct the details" },
  people: { zh: "人员与角色", en: "People and roles" },
  invite: { zh: "邀请同事", en: "Invite a colleague" },
  keys: { zh: "API 密钥", en: "API keys" },
  keysText: { zh: "让本单位的系统通过接口办理事项。", en: "Let your own systems act through the API." },
  manageKeys: { zh: "管理 API 密钥", en: "Manage API keys" },
  send: { zh: "提交更正", en: "Send the correction" },
  sending: { zh: "正在提交…", en: "Sending…" },
  editIntro: { zh: "更正后重新等待核验。核验通过后，单位信息不能自行更改。", en: "After a correction the organisation waits to be verified (again). Verified details cannot be changed by yourself." },
  closed: { zh: "单位信息已核验，不能自行更改。如有变更，请联系主管部门。", en: "The details are verified and cannot be changed by yourself. Contact the authority." },
} as const satisfies Record<string, Text>;
