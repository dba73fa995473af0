import { Secret, TOTP } from "otpauth";

const STEP_SECONDS = 30;
const ISSUER = "国家技术交易网络平台";

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), digits: 6, period: STEP_SECONDS });
}

/** The otpauth:// address that an authenticator app reads from a QR code. */
export function totpAddress(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The time step a code belongs to, one step of clock error allowed either way; null for a wrong code. RFC 6238. */
export function totpStep(secret: string, code: string, at: Date): bigint | null {
  const delta = totpOf(secret, "").validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : BigInt(Math.floor(at.getTime() / 1000 / STEP_SECONDS) + delta);
}

/** The code an authenticator would show; the demo sign-in page and tests use it. */
export function totpCode(secret: string, at: Date): string {
  return totpOf(secret, "").generate({ timestamp: at.getTime() });
}

/** An instant whose code has not been used: now, or the next step when this one's has been (the check allows it that early). */
export function nextUsableStep(now: Date, lastStep: bigint | null): Date {
  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  return lastStep !== null && lastStep >= step ? new Date((step + 1) * STEP_SECONDS * 1000) : now;
}
