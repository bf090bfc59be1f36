CREATE TABLE "issued_paper" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "number" TEXT UNIQUE,
    "year" INTEGER,
    "title" TEXT NOT NULL,
    "paper_kind" TEXT NOT NULL,
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "subject" TEXT,
    "receiver" TEXT,
    "made_on" TEXT NOT NULL,
    "maker" TEXT,
    "pages" INTEGER NOT NULL,
    "sha256" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "issued_paper_by_unit" ON "issued_paper" ("unit_id");

CREATE TABLE "issued_paper_step" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "issued_paper_id" INTEGER NOT NULL REFERENCES "issued_paper" ("id"),
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "reason" TEXT
) STRICT;
CREATE INDEX "issued_paper_step_by_issued_paper" ON "issued_paper_step" ("issued_paper_id");
