export { signIn, SignInInput, type SignInOutcome } from "./sign-in.ts";
export { signOut } from "./sign-out.ts";
export { readSelf } from "./read-self.ts";
export { actorOfKey, actorOfToken } from "./session-actor.ts";
export { IDENTITY_TEXTS } from "./identity.texts.ts";
export { SESSION_HOURS } from "./session.rules.ts";
