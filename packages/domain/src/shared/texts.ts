/** Sentences by code, in both languages; `{name}` is filled from the details of the error or message. */
export type Texts = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

export function fillText(text: string, details: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? String(details[name]) : whole));
}

/** Sentences of the kernel itself. */
export const SHARED_TEXTS = {
  NOT_SIGNED_IN: { zh: "请先登录。", en: "Please sign in first." },
  SECOND_FACTOR_REQUIRED: { zh: "这项操作需要双因素登录。请先在“账号安全”中启用身份验证器，再重新登录。", en: "This act needs a session with a second factor. Set up an authenticator under account security and sign in again." },
  ORGANISATION_NOT_VERIFIED: { zh: "所在单位尚未通过核验，暂不能办理交易事项。请等待主管部门核验单位信息。", en: "Your organisation has not been verified yet and cannot trade. An administrator has to verify it first." },
  KEY_SCOPE_MISSING: { zh: "此 API 密钥没有该操作（{action}）的授权范围。", en: "This API key does not have the scope {action}." },
  NOT_PERMITTED: { zh: "您的身份无权办理这项操作，或该事项不在您的单位、辖区范围内。", en: "Your role does not permit this, or the matter lies outside your organisation or jurisdiction." },
  NOT_FOUND: { zh: "没有找到要办理的内容，可能已被撤下。", en: "Nothing was found here; it may have been withdrawn." },
  INPUT_INVALID: { zh: "有内容需要修改，尚未保存任何更改。", en: "Some entries need correction; nothing has been changed." },
  STATE_FORBIDS_EVENT: { zh: "当前状态（{state}）不能进行这项操作，可能已有人先一步办理。请刷新后查看最新状态。", en: "In the present state ({state}) this is not possible; somebody may have acted first. Reload to see the latest state." },
  CHANGED_MEANWHILE: { zh: "这项内容刚被他人更改，您的操作未生效。请刷新后重试。", en: "Somebody changed this a moment ago; your act had no effect. Reload and try again." },
  IDEMPOTENCY_KEY_REUSED: { zh: "同一幂等键被用于不同的请求。请为新请求使用新的幂等键。", en: "This idempotency key was used for another request. Use a new key for a new request." },
  CURSOR_INVALID: { zh: "分页位置无效，请从第一页重新查询。", en: "The page position is not valid; start from the first page." },
  CONTROL_CHARACTER: { zh: "内容含有不可见的控制字符，请删除后重试。", en: "The text contains control characters; please remove them." },
  AMOUNT_NOT_POSITIVE: { zh: "金额应大于 0。", en: "The amount must be more than 0." },
} as const satisfies Texts;
