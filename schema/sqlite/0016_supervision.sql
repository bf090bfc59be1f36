-- Areas of supervisors, what an inspection saw, problems that reports and opinions raised, and the units' own daily care.

ALTER TABLE "unit" ADD COLUMN "community" TEXT;
ALTER TABLE "unit" ADD COLUMN "dossier_on" TEXT;
ALTER TABLE "assignment" ADD COLUMN "community" TEXT;
ALTER TABLE "inspection" ADD COLUMN "supervisors" TEXT;
ALTER TABLE "inspection" ADD COLUMN "displayed" TEXT;
ALTER TABLE "inspection" ADD COLUMN "complaint_book" TEXT;
ALTER TABLE "report_instrument" ADD COLUMN "problem_id" INTEGER REFERENCES "problem" ("id");
ALTER TABLE "acceptance_opinion" ADD COLUMN "problem_id" INTEGER REFERENCES "problem" ("id");
CREATE INDEX "report_instrument_by_problem" ON "report_instrument" ("problem_id");
CREATE INDEX "acceptance_opinion_by_problem" ON "acceptance_opinion" ("problem_id");
ALTER TABLE "dated_change" ADD COLUMN "reported_by" TEXT;

CREATE TABLE "survey_instrument" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "survey_id" INTEGER NOT NULL REFERENCES "survey" ("id"),
    "name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "mandatory" INTEGER CHECK ("mandatory" IN (0, 1))
) STRICT;
CREATE INDEX "survey_instrument_by_survey" ON "survey_instrument" ("survey_id");

CREATE TABLE "fair_scale_check" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "on" TEXT NOT NULL,
    "instrument_id" INTEGER REFERENCES "instrument" ("id"),
    "weight_grams" INTEGER,
    "shown_grams" INTEGER,
    "result" TEXT NOT NULL,
    "checker" TEXT NOT NULL,
    "remarks" TEXT
) STRICT;
CREATE INDEX "fair_scale_check_by_unit" ON "fair_scale_check" ("unit_id");
CREATE INDEX "fair_scale_check_by_instrument" ON "fair_scale_check" ("instrument_id");
