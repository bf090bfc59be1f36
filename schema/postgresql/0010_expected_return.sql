-- The day an instrument sent out for verification or repair should be back.
ALTER TABLE "instrument_event" ADD COLUMN "expected_on" text;
