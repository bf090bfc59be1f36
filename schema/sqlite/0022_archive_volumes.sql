-- A piece of the archive keeps its number for good: a wrong one is voided, never taken out.
ALTER TABLE "archive_piece" ADD COLUMN "voided_on" TEXT;
ALTER TABLE "archive_piece" ADD COLUMN "void_reason" TEXT;

CREATE TABLE "archive_volume" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "box" TEXT NOT NULL UNIQUE,
    "fonds" TEXT,
    "year" INTEGER NOT NULL,
    "retention" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "packed_on" TEXT,
    "packer" TEXT,
    "checker" TEXT,
    "remarks" TEXT
) STRICT;
