/** Where a request came from; part of the record of the act. */
export type Origin = {
  readonly requestId: string;
  readonly ip?: string | undefined;
  readonly userAgent?: string | undefined;
  /** Present when the caller asked that a repetition of the request has no second effect. */
  readonly idempotency?: { readonly scope: string; readonly key: string; readonly endpoint: string } | undefined;
};
