import type { Text } from "@ttx/ui/text";

export const T = {
  title: { zh: "账号与安全", en: "Account and security" },
  profile: { zh: "个人资料", en: "About you" },
  email: { zh: "登录邮箱", en: "E-mail to sign in" },
  memberships: { zh: "所在单位", en: "Your organisations" },
  password: { zh: "登录密码", en: "Password" },
  passwordText: { zh: "修改后，其他设备会退出登录。", en: "Other devices are signed out when you change it." },
  sessions: { zh: "登录设备", en: "Where you are signed in" },
  endOthers: { zh: "退出其他所有设备", en: "Sign out all other devices" },
  endOthersText: { zh: "除本机外，所有设备将立即退出登录。", en: "All devices but this one will be signed out at once." },
} as const satisfies Record<string, Text>;
