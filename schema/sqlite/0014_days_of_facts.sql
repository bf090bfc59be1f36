-- Days from which facts hold that were undated until now.
ALTER TABLE "inspection_plan" ADD COLUMN "made_on" TEXT;
ALTER TABLE "stallholder" ADD COLUMN "committed_on" TEXT;
ALTER TABLE "budget_line" ADD COLUMN "approved_on" TEXT;
