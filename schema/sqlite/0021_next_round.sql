-- A round that is followed by another is closed; its figures stand beside the next one's.
ALTER TABLE "campaign" ADD COLUMN "successor" TEXT;
ALTER TABLE "campaign" ADD COLUMN "closed_on" TEXT;

CREATE TABLE "past_figure" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL UNIQUE,
    "value" TEXT NOT NULL,
    "on" TEXT NOT NULL
) STRICT;
