-- The first schema of a campaign. Never edited once landed: a change is a further numbered file.
-- Each register has the key for joins, the uid for life, the version that saves are checked against, the
-- journal entry of its last change and, where it is searched, the search key; then its fields as they are
-- described in src/model. Dates are ISO text, flags 0 or 1, empty is NULL.

CREATE TABLE "campaign" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "campaign_type" TEXT,
    "applicant" TEXT NOT NULL,
    "notice_number" TEXT,
    "plan_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "remarks" TEXT
) STRICT;

CREATE TABLE "edition" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT
) STRICT;

CREATE TABLE "organisation" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "name" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "duties" TEXT
) STRICT;

CREATE TABLE "seat" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "body" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisation_id" INTEGER NOT NULL REFERENCES "organisation" ("id"),
    "post" TEXT,
    "position" INTEGER
) STRICT;
CREATE INDEX "seat_by_organisation" ON "seat" ("organisation_id");

CREATE TABLE "seat_holder" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "seat_id" INTEGER NOT NULL REFERENCES "seat" ("id"),
    "person" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "phone" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "seat_holder_by_seat" ON "seat_holder" ("seat_id");

CREATE TABLE "unit" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "registration_number" INTEGER,
    "name" TEXT NOT NULL UNIQUE,
    "credit_code" TEXT UNIQUE,
    "trade" TEXT NOT NULL,
    "address" TEXT,
    "road" TEXT,
    "station_id" INTEGER REFERENCES "organisation" ("id"),
    "head" TEXT,
    "head_phone" TEXT,
    "manager" TEXT,
    "manager_phone" TEXT,
    "benchmark" INTEGER CHECK ("benchmark" IN (0, 1)),
    "participation" TEXT NOT NULL,
    "remarks" TEXT
) STRICT;
CREATE INDEX "unit_by_station" ON "unit" ("station_id");
CREATE INDEX "unit_by_registration_number" ON "unit" ("registration_number");

CREATE TABLE "unit_alias" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "alias" TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX "unit_alias_by_unit" ON "unit_alias" ("unit_id");

CREATE TABLE "stallholder" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "stall" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "committed" INTEGER CHECK ("committed" IN (0, 1)),
    "remarks" TEXT
) STRICT;
CREATE INDEX "stallholder_by_unit" ON "stallholder" ("unit_id");

CREATE TABLE "commitment" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "signed_on" TEXT NOT NULL,
    "signatory" TEXT,
    "displayed" TEXT,
    "seen_on" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "commitment_by_unit" ON "commitment" ("unit_id");

CREATE TABLE "instrument" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "name" TEXT NOT NULL,
    "category" TEXT,
    "model" TEXT,
    "range" TEXT,
    "accuracy" TEXT,
    "serial" TEXT,
    "maker" TEXT,
    "place" TEXT,
    "purpose" TEXT,
    "legal_kind" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "cycle_months" INTEGER,
    "delivery" TEXT,
    "filing" TEXT,
    "sticker" TEXT,
    "seal" TEXT,
    "machine" TEXT,
    "nozzle" TEXT,
    "oil" TEXT,
    "seal_number" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "instrument_by_unit" ON "instrument" ("unit_id");
CREATE INDEX "instrument_by_serial" ON "instrument" ("serial");

CREATE TABLE "verification" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "instrument_id" INTEGER NOT NULL REFERENCES "instrument" ("id"),
    "verified_on" TEXT NOT NULL,
    "valid_until" TEXT,
    "result" TEXT NOT NULL,
    "certificate" TEXT,
    "body" TEXT,
    "effective_end" TEXT
) STRICT;
CREATE INDEX "verification_by_instrument" ON "verification" ("instrument_id", "verified_on");
CREATE INDEX "verification_by_effective_end" ON "verification" ("effective_end");

CREATE TABLE "inspection" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "inspectors" TEXT NOT NULL,
    "sheet" INTEGER NOT NULL,
    "edition" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "conclusion" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "inspection_by_unit" ON "inspection" ("unit_id", "on");

CREATE TABLE "problem" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "instrument_id" INTEGER REFERENCES "instrument" ("id"),
    "inspection_id" INTEGER REFERENCES "inspection" ("id"),
    "item" TEXT,
    "fault" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "found_on" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "source" TEXT NOT NULL
) STRICT;
CREATE INDEX "problem_by_unit" ON "problem" ("unit_id");
CREATE INDEX "problem_by_instrument" ON "problem" ("instrument_id");
CREATE INDEX "problem_by_inspection" ON "problem" ("inspection_id");

CREATE TABLE "problem_step" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "problem_id" INTEGER NOT NULL REFERENCES "problem" ("id"),
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "persons" TEXT NOT NULL,
    "evidence" TEXT,
    "new_due_on" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "problem_step_by_problem" ON "problem_step" ("problem_id");

CREATE TABLE "milestone_fact" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "milestone" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "evidence" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "milestone_fact_by_milestone" ON "milestone_fact" ("milestone");

CREATE TABLE "dated_change" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "value" TEXT,
    "reason" TEXT
) STRICT;
CREATE INDEX "dated_change_by_subject" ON "dated_change" ("subject");

CREATE TABLE "import_batch" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "rows" INTEGER,
    "accepted" INTEGER,
    "updated" INTEGER,
    "skipped" INTEGER,
    "rejected" INTEGER,
    "state" TEXT
) STRICT;

CREATE TABLE "attachment" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "item" TEXT,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER,
    "original_sha256" TEXT,
    "taken_on" TEXT,
    "taken_at" TEXT,
    "caption" TEXT
) STRICT;
CREATE INDEX "attachment_by_subject" ON "attachment" ("subject");
CREATE INDEX "attachment_by_sha256" ON "attachment" ("sha256");

-- The journal: one entry an intent, chained by hashes, with the rows it changed.
CREATE TABLE "journal_entry" (
    "seq" INTEGER PRIMARY KEY,
    "intent_id" TEXT NOT NULL UNIQUE,
    "who" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "reason" TEXT,
    "digest" TEXT NOT NULL,
    "prev" TEXT NOT NULL,
    "hash" TEXT NOT NULL
) STRICT;

CREATE TABLE "journal_change" (
    "entry" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "row_uid" TEXT NOT NULL,
    "old" TEXT,
    "new" TEXT,
    PRIMARY KEY ("entry", "position")
) STRICT, WITHOUT ROWID;
CREATE INDEX "journal_change_by_row" ON "journal_change" ("row_uid");

-- How long the journal is and how it ends; one row. Writers lock it first.
CREATE TABLE "campaign_head" (
    "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
    "entries" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
) STRICT;
INSERT INTO "campaign_head" ("id", "entries", "hash")
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Bytes of attachments under their SHA-256, in pieces of at most 1 MB.
CREATE TABLE "attachment_chunk" (
    "sha256" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    PRIMARY KEY ("sha256", "position")
) STRICT;

-- What somebody is typing; outside the journal.
CREATE TABLE "draft" (
    "owner" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    PRIMARY KEY ("owner", "key")
) STRICT;

CREATE TABLE "schema_migration" (
    "version" INTEGER PRIMARY KEY,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "applied_at" TEXT NOT NULL
) STRICT;
