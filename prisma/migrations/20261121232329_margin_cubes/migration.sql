-- AlterEnum: sums over what they are not cut by. The next migration adds them up: a value cannot be used in
-- the transaction that adds it.
ALTER TYPE "SliceCube" ADD VALUE 'all';
ALTER TYPE "SliceCube" ADD VALUE 'feature';
ALTER TYPE "SliceCube" ADD VALUE 'model';
ALTER TYPE "SliceCube" ADD VALUE 'prompt';
ALTER TYPE "SliceCube" ADD VALUE 'tenants';
ALTER TYPE "SliceCube" ADD VALUE 'languages';
ALTER TYPE "SliceCube" ADD VALUE 'segments';
