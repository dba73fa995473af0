import { z } from "zod";
import { isDivision, PARTY_TYPES } from "../reference/index.ts";
import { Id, line, prose } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";
import { ROLES } from "../shared/roles.ts";
import { normaliseEMail, normaliseMobile } from "./contact.rules.ts";
import { creditCodeProblem, normaliseCreditCode } from "./credit-code.rules.ts";
import { isIdentityNumber } from "./identity-number.rules.ts";
import { isNaturalPerson, ORGANISATION_KINDS, partyTypeFits } from "./organisation-kind.rules.ts";
import { ORGANISATION_MOVES } from "./organisation.machine.ts";

/** A text that a rule turns into its normal form, or refuses with a code. */
function normalised(max: number, normalise: (text: string) => string | undefined, code: string) {
  return z.string().max(max).transform((text, ctx) => {
    const normal = normalise(text);
    if (normal !== undefined) return normal;
    ctx.addIssue({ code: "custom", params: { code } });
    return z.NEVER;
  });
}

export const EMail = normalised(300, normaliseEMail, "EMAIL_FORM");
export const Mobile = normalised(30, normaliseMobile, "MOBILE_FORM");
/** Length only: what makes a password good depends on whose it is. */
export const Password = z.string().min(1).max(200);
export const Token = z.string().min(20).max(200);
export const Language = z.enum(["zh", "en"]);
const PersonName = line(50, 2);
const Roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length).transform((roles) => [...new Set(roles)]);

/** What an organisation says of itself. */
export const OrganisationFields = z
  .object({
    name: line(120, 2),
    nameEn: line(200).optional(),
    kind: z.enum(ORGANISATION_KINDS),
    partyType: z.string().refine((code) => PARTY_TYPES.has(code), { params: { code: "PARTY_TYPE_UNKNOWN" } }),
    /** 统一社会信用代码; of a natural person the 公民身份号码. */
    creditCode: z.string().max(40).transform(normaliseCreditCode),
    divisionCode: z.string().refine(isDivision, { params: { code: "DIVISION_UNKNOWN" } }),
    address: line(200).optional(),
    legalPerson: line(50).optional(),
  })
  .superRefine(({ kind, partyType, creditCode }, ctx) => {
    if (!partyTypeFits(kind, partyType)) ctx.addIssue({ code: "custom", path: ["partyType"], params: { code: "PARTY_TYPE_NOT_OF_KIND" } });
    const problem = isNaturalPerson(partyType) ? (isIdentityNumber(creditCode) ? undefined : "IDENTITY_NUMBER_WRONG") : creditCodeProblem(creditCode);
    if (problem) ctx.addIssue({ code: "custom", path: ["creditCode"], params: { code: problem } });
  });
export type OrganisationFields = z.infer<typeof OrganisationFields>;

export const SignUpInput = z.object({
  person: z.object({ name: PersonName, email: EMail, phone: Mobile.optional(), password: Password, language: Language.default("zh") }),
  organisation: OrganisationFields,
});

export const EditOrganisationInput = OrganisationFields;

export const VerifyOrganisationInput = z.object({
  organisationId: Id,
  jurisdiction: z.string().regex(/^(\d{2}){0,3}$/).optional(),
  officeNo: z.string().regex(/^\d{2}$/).optional(),
});
export const OrganisationReasonInput = z.object({ organisationId: Id, reason: prose(500, 5) });
export const OrganisationIdInput = z.object({ organisationId: Id });

export const ListOrganisationsInput = PageInput.extend({
  text: line(100).optional(),
  state: z.enum([...new Set(ORGANISATION_MOVES.map(([, , , to]) => to))] as ["PENDING", ...("VERIFIED" | "REJECTED" | "SUSPENDED")[]]).optional(),
  kind: z.enum(ORGANISATION_KINDS).optional(),
  /** Division prefix; the actor's whole jurisdiction when left out. */
  within: z.string().regex(/^(\d{2}){0,3}$/).optional(),
});

export const InviteColleagueInput = z.object({ email: EMail, roles: Roles });
export const InvitationIdInput = z.object({ invitationId: Id });
export const InvitationTokenInput = z.object({ token: Token });
/** Name and password are for somebody new; who has an account accepts while signed in. */
export const AcceptInvitationInput = z.object({ token: Token, name: PersonName.optional(), password: Password.optional(), language: Language.default("zh") });
export const SetRolesInput = z.object({ membershipId: Id, roles: Roles });
export const MembershipIdInput = z.object({ membershipId: Id });

export const EditSelfInput = z.object({ name: PersonName.optional(), language: Language.optional(), phone: Mobile.nullable().optional() });
export const ChangePasswordInput = z.object({ current: Password, next: Password });
export const RequestPasswordResetInput = z.object({ email: EMail });
export const ConfirmEmailInput = z.object({ token: z.string().min(20).max(100) });
export const ResetPasswordInput = z.object({ token: Token, password: Password });

export const EnrolSecondFactorInput = z.object({ password: Password });
export const ConfirmSecondFactorInput = z.object({ ticket: z.string().max(1000), code: line(20, 6) });
export const RenewRecoveryCodesInput = z.object({ code: line(20, 6) });

export const SessionIdInput = z.object({ sessionId: Id });
export const SwitchMembershipInput = MembershipIdInput;

export const CreateApiKeyInput = z.object({
  name: line(60, 2),
  scopes: z.array(z.string().max(80)).min(1).max(200).transform((scopes) => [...new Set(scopes)]),
  validDays: z.coerce.number().int().min(1).max(366).default(90),
});
export const ApiKeyIdInput = z.object({ apiKeyId: Id });
