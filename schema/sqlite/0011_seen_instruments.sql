-- What a supervisor read off an instrument, to find it in the ledger.
ALTER TABLE "report_instrument" ADD COLUMN "name" TEXT;
ALTER TABLE "report_instrument" ADD COLUMN "serial" TEXT;
ALTER TABLE "report_instrument" ADD COLUMN "place" TEXT;
