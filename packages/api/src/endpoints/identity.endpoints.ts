import { readSelf, signIn, signOut } from "@ttx/domain/identity";
import { DomainError } from "@ttx/domain/shared/errors";
import { endpoint, type Endpoint } from "../door/endpoint.ts";

export const IDENTITY_ENDPOINTS: readonly Endpoint[] = [
  endpoint("POST", "/sessions", signIn, { zh: "以账号密码换取访问令牌", en: "Exchange a person's credentials for a bearer token" }, {
    open: true,
    beforeToken: true,
    repeatable: false,
    rate: "credentials",
    status: 201,
    answer: (outcome) => {
      switch (outcome.outcome) {
        case "SIGNED_IN":
          return outcome;
        case "WRONG":
          throw new DomainError("SIGN_IN_WRONG", "unauthenticated");
        case "RESTING":
          throw new DomainError("SIGN_IN_RESTING", "too-many", { until: outcome.until });
        case "CODE_NEEDED":
          throw new DomainError("SECOND_FACTOR_CODE_NEEDED", "unauthenticated");
        case "CODE_WRONG":
          throw new DomainError("SECOND_FACTOR_CODE_WRONG", "unauthenticated");
      }
    },
  }),
  endpoint("DELETE", "/sessions/current", signOut, { zh: "退出登录", en: "Sign out" }),
  endpoint("GET", "/me", readSelf, { zh: "当前登录人", en: "Who is signed in" }),
];
