ALTER TABLE "unit" ADD COLUMN "opening_hours" TEXT;
