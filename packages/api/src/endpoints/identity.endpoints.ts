import {
  acceptInvitation, changePassword, confirmEmail, confirmSecondFactor, createApiKey, editOrganisation, editSelf, endMembership, enrolSecondFactor, inviteColleague,
  listApiKeys, listColleagues, listInvitations, listOrganisations, listSessions, readDemoAccounts, readInvitation, readOrganisation, readSelf, readVisitor,
  reinstateOrganisation, rejectOrganisation, renewRecoveryCodes, requestPasswordReset, resendConfirmation, resetPassword, revokeApiKey, revokeInvitation,
  revokeOtherSessions, revokeSession, setColleagueRoles, signIn, signOut, signUp, suspendOrganisation, switchMembership, verifyOrganisation,
} from "@ttx/domain/identity";
import { endpoint, type Endpoint, type Parts } from "../door/endpoint.ts";
import { signedInOrRefused } from "./sign-in.answer.ts";

/** Requests that carry a password, a code or a secret link: few at a time, and never kept for repetitions. */
const SECRET = { rate: "credentials", repeatable: false } as const;
const OPEN_SECRET = { ...SECRET, open: true } as const;

/** The account that credentials are tried on has an allowance of its own, wherever the tries come from. */
function accountIn({ body }: Parts): string | undefined {
  const identifier = typeof body === "object" && body !== null && "identifier" in body ? body.identifier : undefined;
  return typeof identifier === "string" ? `identifier:${identifier.trim().toLowerCase().slice(0, 200)}` : undefined;
}

const OWN_ACCOUNT: readonly Endpoint[] = [
  endpoint("POST", "/sign-ups", signUp, { zh: "单位注册", en: "Sign up an organisation with its first person" }, { ...OPEN_SECRET, tag: "sessions", status: 201 }),
  endpoint("POST", "/sessions", signIn, { zh: "以账号密码换取访问令牌", en: "Exchange a person's credentials for a bearer token" }, {
    ...OPEN_SECRET, beforeToken: true, status: 201, limitedBy: accountIn, answer: signedInOrRefused,
  }),
  endpoint("DELETE", "/sessions/current", signOut, { zh: "退出登录", en: "Sign out" }),
  endpoint("POST", "/email-confirmations/use", confirmEmail, { zh: "凭链接确认邮箱", en: "Confirm the mail address by the link" }, { ...OPEN_SECRET, tag: "sessions" }),
  endpoint("POST", "/email-confirmations", resendConfirmation, { zh: "重新发送确认邮件", en: "Have the confirmation mailed again" }, { tag: "me", rate: "credentials", status: 202 }),
  endpoint("POST", "/password-resets", requestPasswordReset, { zh: "申请重设密码", en: "Ask for a link to set a new password" }, { ...OPEN_SECRET, tag: "sessions", status: 202 }),
  endpoint("POST", "/password-resets/use", resetPassword, { zh: "凭链接重设密码", en: "Set a new password by the link" }, { ...OPEN_SECRET, tag: "sessions" }),
  endpoint("GET", "/session", readVisitor, { zh: "访问者：已登录者的姓名，或无", en: "The visitor: the name of whoever is signed in, or nobody" }, { open: true, tag: "sessions" }),
  endpoint("GET", "/me", readSelf, { zh: "当前登录人", en: "Who is signed in" }),
  endpoint("PATCH", "/me", editSelf, { zh: "修改本人资料", en: "Change one's name, language or mobile number" }),
  endpoint("PUT", "/me/membership", switchMembership, { zh: "切换所代表的单位", en: "Act for another of one's organisations" }),
  endpoint("GET", "/me/sessions", listSessions, { zh: "登录设备", en: "Where one is signed in" }),
  endpoint("DELETE", "/me/sessions", revokeOtherSessions, { zh: "退出其他设备", en: "Sign out all other devices" }),
  endpoint("DELETE", "/me/sessions/{sessionId}", revokeSession, { zh: "退出一台设备", en: "Sign out one device" }),
  endpoint("PUT", "/me/password", changePassword, { zh: "修改密码", en: "Change one's password" }, SECRET),
  endpoint("POST", "/me/second-factor", enrolSecondFactor, { zh: "开始启用身份验证器", en: "Begin to set up an authenticator" }, SECRET),
  endpoint("POST", "/me/second-factor/confirm", confirmSecondFactor, { zh: "以首个动态码确认身份验证器", en: "Put the authenticator in force by its first code" }, SECRET),
  endpoint("POST", "/me/recovery-codes", renewRecoveryCodes, { zh: "更换恢复码", en: "Replace one's recovery codes" }, SECRET),
  endpoint("GET", "/demo/accounts", readDemoAccounts, { zh: "演示账号（仅演示环境）", en: "Demo accounts (in the demonstration only)" }, { open: true }),
];

const COLLEAGUES: readonly Endpoint[] = [
  endpoint("GET", "/colleagues", listColleagues, { zh: "本单位人员", en: "People of one's organisation" }),
  endpoint("PUT", "/colleagues/{membershipId}/roles", setColleagueRoles, { zh: "调整同事角色", en: "Give a colleague other roles" }),
  endpoint("DELETE", "/colleagues/{membershipId}", endMembership, { zh: "移出本单位", en: "Take a colleague out of the organisation" }),
  endpoint("GET", "/invitations", listInvitations, { zh: "未接受的邀请", en: "Open invitations" }),
  endpoint("POST", "/invitations", inviteColleague, { zh: "邀请同事", en: "Invite a colleague by mail" }, { status: 201 }),
  endpoint("DELETE", "/invitations/{invitationId}", revokeInvitation, { zh: "撤回邀请", en: "Take an invitation back" }),
  endpoint("POST", "/invitations/look-up", readInvitation, { zh: "查看邀请", en: "What an invitation's link says" }, OPEN_SECRET),
  endpoint("POST", "/invitations/accept", acceptInvitation, { zh: "接受邀请", en: "Accept an invitation" }, OPEN_SECRET),
];

const ORGANISATIONS: readonly Endpoint[] = [
  endpoint("PUT", "/organisation", editOrganisation, { zh: "更正本单位信息", en: "Correct one's organisation's details" }, { tag: "organisations" }),
  endpoint("GET", "/organisations", listOrganisations, { zh: "辖区单位", en: "Organisations of one's jurisdiction" }),
  endpoint("GET", "/organisations/{organisationId}", readOrganisation, { zh: "单位详情", en: "One organisation" }),
  endpoint("POST", "/organisations/{organisationId}/verify", verifyOrganisation, { zh: "核验通过", en: "Verify an organisation" }),
  endpoint("POST", "/organisations/{organisationId}/reject", rejectOrganisation, { zh: "核验不通过", en: "Reject an organisation's details" }),
  endpoint("POST", "/organisations/{organisationId}/suspend", suspendOrganisation, { zh: "暂停单位", en: "Suspend an organisation" }),
  endpoint("POST", "/organisations/{organisationId}/reinstate", reinstateOrganisation, { zh: "恢复单位", en: "Reinstate an organisation" }),
  endpoint("GET", "/api-keys", listApiKeys, { zh: "本单位 API 密钥", en: "API keys of one's organisation" }),
  endpoint("POST", "/api-keys", createApiKey, { zh: "新建 API 密钥", en: "Make an API key" }, { status: 201, repeatable: false }),
  endpoint("DELETE", "/api-keys/{apiKeyId}", revokeApiKey, { zh: "撤销 API 密钥", en: "Revoke an API key" }),
];

export const IDENTITY_ENDPOINTS: readonly Endpoint[] = [...OWN_ACCOUNT, ...COLLEAGUES, ...ORGANISATIONS];
