-- The official forms' fields of complaints and reports, what moves their clocks, and where a case comes from.
ALTER TABLE "complaint" ADD COLUMN "twin_id" INTEGER REFERENCES "complaint" ("id");
CREATE INDEX "complaint_by_twin" ON "complaint" ("twin_id");
ALTER TABLE "complaint" ADD COLUMN "person" TEXT;
ALTER TABLE "complaint" ADD COLUMN "phone" TEXT;
ALTER TABLE "complaint" ADD COLUMN "address" TEXT;
ALTER TABLE "complaint" ADD COLUMN "may_publish" INTEGER CHECK ("may_publish" IN (0, 1));
ALTER TABLE "complaint" ADD COLUMN "may_entrust" INTEGER CHECK ("may_entrust" IN (0, 1));
ALTER TABLE "complaint" ADD COLUMN "respondent_contact" TEXT;
ALTER TABLE "complaint" ADD COLUMN "respondent_phone" TEXT;
ALTER TABLE "complaint" ADD COLUMN "respondent_address" TEXT;
ALTER TABLE "complaint" ADD COLUMN "instrument_id" INTEGER REFERENCES "instrument" ("id");
CREATE INDEX "complaint_by_instrument" ON "complaint" ("instrument_id");
ALTER TABLE "complaint" ADD COLUMN "problem_id" INTEGER REFERENCES "problem" ("id");
CREATE INDEX "complaint_by_problem" ON "complaint" ("problem_id");
ALTER TABLE "complaint" ADD COLUMN "facts" TEXT;
ALTER TABLE "complaint" ADD COLUMN "refusal_item" TEXT;
ALTER TABLE "complaint" ADD COLUMN "end_ground" TEXT;

CREATE TABLE "complaint_step" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "complaint_id" INTEGER NOT NULL REFERENCES "complaint" ("id"),
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "persons" TEXT,
    "content" TEXT
) STRICT;
CREATE INDEX "complaint_step_by_complaint" ON "complaint_step" ("complaint_id");

ALTER TABLE "enforcement_case" ADD COLUMN "inspection_id" INTEGER REFERENCES "inspection" ("id");
CREATE INDEX "enforcement_case_by_inspection" ON "enforcement_case" ("inspection_id");
ALTER TABLE "enforcement_case" ADD COLUMN "supervisor_report_id" INTEGER REFERENCES "supervisor_report" ("id");
CREATE INDEX "enforcement_case_by_supervisor_report" ON "enforcement_case" ("supervisor_report_id");
ALTER TABLE "enforcement_case" ADD COLUMN "instrument_id" INTEGER REFERENCES "instrument" ("id");
CREATE INDEX "enforcement_case_by_instrument" ON "enforcement_case" ("instrument_id");
ALTER TABLE "enforcement_case" ADD COLUMN "violated" TEXT;
