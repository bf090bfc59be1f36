ALTER TABLE "account" ADD COLUMN "password_state" TEXT;
CREATE TABLE "credential" (
    "account_id" INTEGER PRIMARY KEY REFERENCES "account" ("id") ON DELETE CASCADE,
    "verifier" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TEXT
) STRICT;
