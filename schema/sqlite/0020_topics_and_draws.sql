-- Topics expected of each role, hearing before a list, drawn units, and the paper a notice was put up with.
CREATE TABLE "training_topic" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "from" TEXT,
    "remarks" TEXT
) STRICT;

CREATE TABLE "drawn_unit" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "acceptance_visit_id" INTEGER NOT NULL REFERENCES "acceptance_visit" ("id"),
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "place" INTEGER NOT NULL,
    "remarks" TEXT
) STRICT;
CREATE INDEX "drawn_unit_by_acceptance_visit" ON "drawn_unit" ("acceptance_visit_id");
CREATE INDEX "drawn_unit_by_unit" ON "drawn_unit" ("unit_id");

ALTER TABLE "list_entry" ADD COLUMN "no_statement" INTEGER CHECK ("no_statement" IN (0, 1));
ALTER TABLE "public_notice" ADD COLUMN "issued_paper_id" INTEGER REFERENCES "issued_paper" ("id");
CREATE INDEX "public_notice_by_issued_paper" ON "public_notice" ("issued_paper_id");
