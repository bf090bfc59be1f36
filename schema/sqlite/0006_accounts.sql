CREATE TABLE "account" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "login" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "station_id" INTEGER REFERENCES "organisation" ("id"),
    "from" TEXT NOT NULL,
    "to" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "account_by_station" ON "account" ("station_id");
