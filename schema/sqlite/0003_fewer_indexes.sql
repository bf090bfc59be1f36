-- Nothing asks by these; every row of an import paid for them.
DROP INDEX IF EXISTS "instrument_by_serial";
DROP INDEX IF EXISTS "verification_by_effective_end";
