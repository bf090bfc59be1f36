-- Where instruments stand: departments of a unit.
CREATE TABLE "department" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "name" TEXT NOT NULL,
    "head" TEXT,
    "phone" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "department_by_unit" ON "department" ("unit_id");

ALTER TABLE "instrument_event" ADD COLUMN "seal_number" TEXT;
ALTER TABLE "outside_file" ADD COLUMN "place" TEXT;
