-- What a supervisor read off an instrument, to find it in the ledger.
ALTER TABLE "report_instrument" ADD COLUMN "name" text;
ALTER TABLE "report_instrument" ADD COLUMN "serial" text;
ALTER TABLE "report_instrument" ADD COLUMN "place" text;
