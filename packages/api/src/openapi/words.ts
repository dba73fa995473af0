import { RATE_LIMITS } from "../door/rate-limits.ts";
import { BODY_LIMIT_BYTES } from "../door/read-parts.ts";
import type { Words } from "../door/endpoint.ts";

export const API_VERSION = "1.0.0";

export const WORDS = {
  title: { zh: "国家技术交易网络平台接口", en: "National Technology Exchange API" },
  mayCall: { zh: "可调用者：", en: "May be called by: " },
  scope: { zh: "API 密钥须有授权范围：", en: "An API key needs the scope " },
  verifiedOnly: { zh: "所在单位须已通过核验。", en: "The organisation has to be verified." },
  demoOnly: { zh: "仅在演示、测试模式下存在；生产模式没有这个地址。", en: "Exists in demo and test mode only; in production there is no such address." },
  bearerToken: { zh: "个人访问令牌：以账号密码调用 `POST /sessions` 取得，退出或撤销后立即失效。", en: "A person's token from `POST /sessions`; it ends at once when the session is revoked." },
  apiKey: { zh: "单位 API 密钥（以 `ttx_` 开头）：由单位管理员创建，只能用于所授予的范围。", en: "An organisation's API key, beginning with `ttx_`; made by its administrator, good only for the scopes given to it." },
  idempotency: {
    zh: "同一个键的重复请求不会再次生效，并得到与第一次相同的回答；同一个键用于不同的请求会被拒绝（409）。键保留三十天。",
    en: "A repeated request with the same key has no second effect and gets the first answer; the same key with another request is refused (409). Keys are kept for thirty days.",
  },
  requestId: { zh: "本次请求的编号；咨询时请提供。", en: "Number of this request, to quote when asking for help." },
  retryAfter: { zh: "多少秒后可以重试。", en: "Seconds to wait before trying again." },
  problem: {
    zh: "按 RFC 9457 说明拒绝的原因。code 固定不变，供程序判断；detail 是给人看的一句话；errors 指出有问题的字段。请求正文上限 {limit} 字节。",
    en: "Why a request was refused, after RFC 9457. code never changes and is for programs; detail is a sentence for people; errors names the fields that are wrong. A request body has {limit} bytes at most.",
  },
} as const satisfies Record<string, Words>;

export const RESPONSE_WORDS: Readonly<Record<string, Words>> = {
  "200": { zh: "已办理。", en: "Done." },
  "401": { zh: "没有登录，或令牌、密钥无效。", en: "Not signed in, or the token or key is not valid." },
  "403": { zh: "身份无权办理，或请求来源不被接受。", en: "Not permitted, or the origin of the request is not accepted." },
  "404": { zh: "没有找到。", en: "Not found." },
  "409": { zh: "状态已变化，或幂等键被用于别的请求。", en: "The state has changed meanwhile, or the idempotency key was used for another request." },
  "422": { zh: "内容不合要求，或依规则不予办理。", en: "The content is not acceptable, or a rule refuses the act." },
  "429": { zh: "请求过于频繁。", en: "Too many requests." },
  default: { zh: "未能办理。", en: "Not done." },
};

const rates = (words: Record<keyof typeof RATE_LIMITS, string>, unit: string): string => Object.entries(RATE_LIMITS).map(([rate, limit]) => `- ${words[rate as keyof typeof RATE_LIMITS]}: ${limit} ${unit}`).join("\n");

/** What holds for every address, in Markdown. */
export const GUIDE: Words = {
  zh: `网页和程序使用同一套接口：网页上的每一个动作，都是对这里某个地址的一次调用。

## 身份
在请求头中携带 \`Authorization: Bearer …\`：个人访问令牌（\`POST /sessions\`）或单位 API 密钥（以 \`ttx_\` 开头）。

## 约定
- 金额是以元为单位的十进制文本，最多两位小数，例如 \`"1234.56"\`；不使用浮点数。
- 时刻为 ISO 8601（UTC）；日期为北京时间的日历日 \`YYYY-MM-DD\`。
- 列表逐页读取：\`limit\`（最多 100）与 \`cursor\`（上一页的 \`nextCursor\`，为 null 时没有更多内容）。
- 写操作可带 \`Idempotency-Key\`；重复请求不会再次生效。
- 拒绝以 \`application/problem+json\`（RFC 9457）回答；代码一览见 /docs/problems。语言由 \`Accept-Language\` 决定。
- 请求正文为 JSON，上限 ${BODY_LIMIT_BYTES} 字节。

## 频率
每个账号、密钥或地址每分钟：
${rates({ ordinary: "一般接口", search: "检索接口", credentials: "登录与密码", bid: "报价" }, "次")}
超过时以 429 回答，\`Retry-After\` 说明多少秒后可以重试。`,
  en: `Pages and programs use the same door: whatever a page does is a call of one of these addresses.

## Who is calling
Send \`Authorization: Bearer …\` with a person's token (\`POST /sessions\`) or an organisation's API key (it begins with \`ttx_\`).

## Conventions
- Amounts are decimal text in yuan with two places at most, for instance \`"1234.56"\`; never a float.
- Instants are ISO 8601 in UTC; days are calendar days in China, \`YYYY-MM-DD\`.
- Lists come in pages: \`limit\` (100 at most) and \`cursor\` (the \`nextCursor\` of the page before, which is null at the end).
- Changes take an \`Idempotency-Key\`; a repeated request has no second effect.
- A refusal is \`application/problem+json\` (RFC 9457); every code stands at /docs/problems. \`Accept-Language\` chooses the language.
- A request body is JSON of ${BODY_LIMIT_BYTES} bytes at most.

## Limits
For each account, key or address, per minute:
${rates({ ordinary: "ordinary", search: "search", credentials: "signing in and passwords", bid: "bids" }, "requests")}
Beyond that the answer is 429, and \`Retry-After\` says how many seconds to wait.`,
};
