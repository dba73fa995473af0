import type { Text } from "@ttx/ui/text";

export const N = {
  follow: { zh: "关注", en: "Follow" },
  following: { zh: "已关注", en: "Following" },
  stop: { zh: "取消关注", en: "Unfollow" },
  signIn: { zh: "登录后关注", en: "Sign in to follow" },
  told: { zh: "有变化时会在消息和邮件中告诉您。", en: "You will be told of changes by message and mail." },
  share: { zh: "分享", en: "Share" },
  address: { zh: "网址", en: "Address" },
  copy: { zh: "复制网址", en: "Copy the address" },
  copied: { zh: "已复制", en: "Copied" },
  scan: { zh: "扫描二维码打开本页", en: "Scan to open this page" },
  print: { zh: "打印", en: "Print" },
  compare: { zh: "对比", en: "Compare" },
} as const satisfies Record<string, Text>;
