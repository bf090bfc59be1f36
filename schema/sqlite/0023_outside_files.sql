CREATE TABLE "outside_file" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL,
    "path" TEXT NOT NULL UNIQUE,
    "on" TEXT NOT NULL,
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "activity_id" INTEGER REFERENCES "activity" ("id"),
    "keeper" TEXT NOT NULL,
    "sha256" TEXT,
    "size" INTEGER,
    "remarks" TEXT
) STRICT;
CREATE INDEX "outside_file_by_unit" ON "outside_file" ("unit_id");
CREATE INDEX "outside_file_by_activity" ON "outside_file" ("activity_id");
