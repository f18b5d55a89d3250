/** A claim on an Idempotency-Key: while it is held nobody else may do this request. */
export interface Claim {
  projectId: string;
  key: string;
  claimId: string;
}
