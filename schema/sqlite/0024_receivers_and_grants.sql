-- Who received a complaint, who approved a commendation, and money that was granted and has not come in yet.
ALTER TABLE "complaint" ADD COLUMN "receiver" TEXT NOT NULL DEFAULT 'town';
ALTER TABLE "commendation" ADD COLUMN "first_approver" TEXT;
ALTER TABLE "commendation" ADD COLUMN "second_approver" TEXT;

CREATE TABLE "allotment_with_grant" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "allotted_on" TEXT NOT NULL,
    "on" TEXT,
    "payer" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "document" TEXT NOT NULL
) STRICT;
INSERT INTO "allotment_with_grant"
    SELECT "id", "uid", "version", "seq", "search_key", "on", "on", "payer", "amount", "document" FROM "allotment";
DROP TABLE "allotment";
ALTER TABLE "allotment_with_grant" RENAME TO "allotment";
