/** A claim on an Idempotency-Key: while it is valid, nobody else can process the same request. */
export interface Claim {
  projectId: string;
  key: string;
  claimId: string;
}
