import type { Texts } from "../shared/texts.ts";

export const SECRECY_TEXTS = {
  CONTENT_WITHHELD: { zh: "该内容已屏蔽，相关办理暂停。恢复后可继续。", en: "The content is withheld and what concerns it stands still. It can go on once the content is back." },
  SECRECY_NOT_PUBLIC: { zh: "该内容没有公开，不需要反映。", en: "This is not public; there is nothing to report." },
  SECRECY_REPORTER_NOT_VERIFIED: { zh: "反映后内容立即屏蔽、竞价立即停止，须以已核验单位的身份反映。请先以单位身份登录，或直接联系所在省科技管理部门。", en: "A report withholds the content and stops bidding at once, so it is made for a verified organisation. Act for one, or turn to the province's administrator directly." },
  SECRECY_TOO_MANY_REPORTS: { zh: "您还有 {most} 件反映待认定。请等待认定，或直接联系保密行政管理部门。", en: "{most} of your reports wait to be decided. Wait for them, or turn to the secrecy authority directly." },
  SECRECY_REPORTED_BEFORE: { zh: "该内容已按您的反映核查，未发现涉密，此后没有修改。有新的依据，请联系所在省科技管理部门。", en: "This was examined on your report and nothing was found; it has not changed since. With new grounds turn to the province's administrator." },
  SECRECY_DECIDED_ALREADY: { zh: "该反映已作出认定。", en: "This report has been decided already." },
} as const satisfies Texts;
