ALTER TABLE "account" ADD COLUMN "password_state" text;
CREATE TABLE "credential" (
    "account_id" bigint PRIMARY KEY REFERENCES "account" ("id") ON DELETE CASCADE,
    "verifier" text NOT NULL,
    "failures" bigint NOT NULL DEFAULT 0,
    "locked_until" text
);
