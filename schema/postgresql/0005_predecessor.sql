ALTER TABLE "campaign" ADD COLUMN "predecessor" text;
ALTER TABLE "campaign" ADD COLUMN "predecessor_on" text;
ALTER TABLE "campaign" ADD COLUMN "civic_assessment" text;
