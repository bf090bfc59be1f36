ALTER TABLE "campaign" ADD COLUMN "predecessor" TEXT;
ALTER TABLE "campaign" ADD COLUMN "predecessor_on" TEXT;
ALTER TABLE "campaign" ADD COLUMN "civic_assessment" TEXT;
