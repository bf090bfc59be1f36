-- The registers of the office's other duties, described in src/model.

CREATE TABLE "liaison" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "organisation_id" INTEGER REFERENCES "organisation" ("id"),
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "person" TEXT NOT NULL,
    "post" TEXT,
    "phone" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "liaison_by_organisation" ON "liaison" ("organisation_id");
CREATE INDEX "liaison_by_unit" ON "liaison" ("unit_id");

CREATE TABLE "guidance" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "organisation_id" INTEGER NOT NULL REFERENCES "organisation" ("id"),
    "on" TEXT NOT NULL,
    "adviser" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "content" TEXT,
    "due_on" TEXT,
    "answered_on" TEXT,
    "answer" TEXT
) STRICT;
CREATE INDEX "guidance_by_organisation" ON "guidance" ("organisation_id");

CREATE TABLE "task" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "goal" TEXT NOT NULL,
    "title" TEXT NOT NULL UNIQUE,
    "milestone" TEXT,
    "organisation_id" INTEGER NOT NULL REFERENCES "organisation" ("id"),
    "seat_id" INTEGER REFERENCES "seat" ("id"),
    "set_on" TEXT NOT NULL,
    "from" TEXT,
    "due_on" TEXT NOT NULL,
    "deliverable" TEXT,
    "done_on" TEXT,
    "proof" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "task_by_organisation" ON "task" ("organisation_id");
CREATE INDEX "task_by_seat" ON "task" ("seat_id");

CREATE TABLE "correction_slip" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "number" INTEGER,
    "subject" TEXT NOT NULL,
    "was" TEXT NOT NULL,
    "now" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "approver" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "papers" TEXT
) STRICT;

CREATE TABLE "handover" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "on" TEXT NOT NULL,
    "from_person" TEXT NOT NULL,
    "to_person" TEXT NOT NULL,
    "open_work" TEXT,
    "papers_out" TEXT,
    "backup_place" TEXT,
    "roles_moved" INTEGER CHECK ("roles_moved" IN (0, 1)),
    "signed_by_both" INTEGER CHECK ("signed_by_both" IN (0, 1)),
    "remarks" TEXT
) STRICT;

CREATE TABLE "survey" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "on" TEXT NOT NULL,
    "surveyor" TEXT NOT NULL,
    "area" INTEGER,
    "staff" INTEGER,
    "instruments" INTEGER,
    "mandatory" INTEGER,
    "management" TEXT,
    "opinion" TEXT,
    "reason" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "survey_by_unit" ON "survey" ("unit_id");

CREATE TABLE "creation_mode" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "trade" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "focus" TEXT,
    "decided_on" TEXT NOT NULL
) STRICT;

CREATE TABLE "unit_report" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "on" TEXT NOT NULL,
    "organisation_id" INTEGER NOT NULL REFERENCES "organisation" ("id"),
    "reporter" TEXT,
    "content" TEXT NOT NULL,
    "entered" INTEGER CHECK ("entered" IN (0, 1))
) STRICT;
CREATE INDEX "unit_report_by_unit" ON "unit_report" ("unit_id");
CREATE INDEX "unit_report_by_organisation" ON "unit_report" ("organisation_id");

CREATE TABLE "rule_template" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "trade" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT
) STRICT;

CREATE TABLE "management_rule" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "name" TEXT NOT NULL,
    "in_force_from" TEXT NOT NULL,
    "in_force_to" TEXT,
    "keeper" TEXT,
    "seen_on" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "management_rule_by_unit" ON "management_rule" ("unit_id");

CREATE TABLE "unit_complaint" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "on" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "handling" TEXT,
    "handled_on" TEXT,
    "refunded" INTEGER,
    "remarks" TEXT
) STRICT;
CREATE INDEX "unit_complaint_by_unit" ON "unit_complaint" ("unit_id");

CREATE TABLE "stall_contract" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "stallholder_id" INTEGER NOT NULL REFERENCES "stallholder" ("id"),
    "number" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "measurement_terms" INTEGER CHECK ("measurement_terms" IN (0, 1)),
    "committed_on" TEXT
) STRICT;
CREATE INDEX "stall_contract_by_stallholder" ON "stall_contract" ("stallholder_id");

CREATE TABLE "booking" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "instrument_id" INTEGER NOT NULL REFERENCES "instrument" ("id"),
    "on" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "mode" TEXT,
    "planned_on" TEXT NOT NULL,
    "done_on" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "booking_by_instrument" ON "booking" ("instrument_id");

CREATE TABLE "instrument_event" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "instrument_id" INTEGER NOT NULL REFERENCES "instrument" ("id"),
    "on" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT,
    "body" TEXT,
    "returned_on" TEXT,
    "reason" TEXT NOT NULL
) STRICT;
CREATE INDEX "instrument_event_by_instrument" ON "instrument_event" ("instrument_id");

CREATE TABLE "service_point" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "name" TEXT NOT NULL UNIQUE,
    "address" TEXT NOT NULL,
    "organisation_id" INTEGER REFERENCES "organisation" ("id"),
    "body" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "hours" TEXT,
    "phone" TEXT
) STRICT;
CREATE INDEX "service_point_by_organisation" ON "service_point" ("organisation_id");

CREATE TABLE "service_visit" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "on" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "instruments" INTEGER,
    "persons" TEXT,
    "done_on" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "service_visit_by_unit" ON "service_visit" ("unit_id");

CREATE TABLE "resident_service" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "service_point_id" INTEGER REFERENCES "service_point" ("id"),
    "on" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "remarks" TEXT
) STRICT;
CREATE INDEX "resident_service_by_service_point" ON "resident_service" ("service_point_id");

CREATE TABLE "inspection_plan" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "name" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "organisation_id" INTEGER REFERENCES "organisation" ("id"),
    "team" TEXT,
    "trade" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "inspection_plan_by_organisation" ON "inspection_plan" ("organisation_id");

CREATE TABLE "self_check_request" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "round" TEXT NOT NULL,
    "asked_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "handed_in_on" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "self_check_request_by_unit" ON "self_check_request" ("unit_id");

CREATE TABLE "weighing_check" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "on" TEXT NOT NULL,
    "goods" TEXT NOT NULL,
    "price_class" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "settled_grams" INTEGER NOT NULL,
    "true_grams" INTEGER NOT NULL,
    "inspectors" TEXT NOT NULL,
    "remarks" TEXT
) STRICT;
CREATE INDEX "weighing_check_by_unit" ON "weighing_check" ("unit_id");

CREATE TABLE "nozzle_check" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "on" TEXT NOT NULL,
    "nozzle" TEXT NOT NULL,
    "shown_ml" INTEGER NOT NULL,
    "measured_ml" INTEGER NOT NULL,
    "inspectors" TEXT NOT NULL,
    "remarks" TEXT
) STRICT;
CREATE INDEX "nozzle_check_by_unit" ON "nozzle_check" ("unit_id");

CREATE TABLE "rectification_notice" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "number" INTEGER,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "inspection_id" INTEGER REFERENCES "inspection" ("id"),
    "issuer" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "content" TEXT,
    "receiver" TEXT,
    "answered_on" TEXT
) STRICT;
CREATE INDEX "rectification_notice_by_unit" ON "rectification_notice" ("unit_id");
CREATE INDEX "rectification_notice_by_inspection" ON "rectification_notice" ("inspection_id");

CREATE TABLE "supervisor" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "number" INTEGER,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "community" TEXT,
    "recruited_on" TEXT NOT NULL,
    "trained_on" TEXT,
    "appointed_on" TEXT,
    "certificate" TEXT,
    "term_to" TEXT,
    "ended_on" TEXT,
    "remarks" TEXT
) STRICT;

CREATE TABLE "assignment" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "supervisor_id" INTEGER NOT NULL REFERENCES "supervisor" ("id"),
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "road" TEXT,
    "trade" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT
) STRICT;
CREATE INDEX "assignment_by_supervisor" ON "assignment" ("supervisor_id");
CREATE INDEX "assignment_by_unit" ON "assignment" ("unit_id");

CREATE TABLE "supervisor_report" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "supervisor_id" INTEGER NOT NULL REFERENCES "supervisor" ("id"),
    "on" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "commitment" TEXT,
    "instruments" TEXT,
    "cheating" TEXT,
    "quantity" TEXT,
    "legal_units" TEXT,
    "content" TEXT,
    "answered_on" TEXT,
    "answer" TEXT
) STRICT;
CREATE INDEX "supervisor_report_by_unit" ON "supervisor_report" ("unit_id");
CREATE INDEX "supervisor_report_by_supervisor" ON "supervisor_report" ("supervisor_id");

CREATE TABLE "report_instrument" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "supervisor_report_id" INTEGER NOT NULL REFERENCES "supervisor_report" ("id"),
    "instrument_id" INTEGER REFERENCES "instrument" ("id"),
    "finding" TEXT NOT NULL,
    "description" TEXT NOT NULL
) STRICT;
CREATE INDEX "report_instrument_by_supervisor_report" ON "report_instrument" ("supervisor_report_id");
CREATE INDEX "report_instrument_by_instrument" ON "report_instrument" ("instrument_id");

CREATE TABLE "complaint" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "number" INTEGER,
    "kind" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "respondent" TEXT,
    "subject" TEXT NOT NULL,
    "request" TEXT,
    "deadline" TEXT,
    "handed_on" TEXT,
    "accepted_on" TEXT,
    "refused_on" TEXT,
    "refusal_ground" TEXT,
    "ended_on" TEXT,
    "outcome" TEXT,
    "answered_on" TEXT,
    "answer" TEXT
) STRICT;
CREATE INDEX "complaint_by_unit" ON "complaint" ("unit_id");

CREATE TABLE "enforcement_case" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "number" TEXT NOT NULL UNIQUE,
    "source" TEXT NOT NULL,
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "party" TEXT,
    "complaint_id" INTEGER REFERENCES "complaint" ("id"),
    "problem_id" INTEGER REFERENCES "problem" ("id"),
    "filed_on" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "decided_on" TEXT,
    "decision" TEXT,
    "penalty" INTEGER,
    "executed_on" TEXT,
    "closed_on" TEXT
) STRICT;
CREATE INDEX "enforcement_case_by_unit" ON "enforcement_case" ("unit_id");
CREATE INDEX "enforcement_case_by_complaint" ON "enforcement_case" ("complaint_id");
CREATE INDEX "enforcement_case_by_problem" ON "enforcement_case" ("problem_id");

CREATE TABLE "training" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL UNIQUE,
    "audience" TEXT NOT NULL,
    "batch" TEXT,
    "on" TEXT NOT NULL,
    "place" TEXT,
    "topics" TEXT NOT NULL,
    "teacher" TEXT,
    "organisation_id" INTEGER REFERENCES "organisation" ("id"),
    "hours" INTEGER,
    "remarks" TEXT
) STRICT;
CREATE INDEX "training_by_organisation" ON "training" ("organisation_id");

CREATE TABLE "training_attendance" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "training_id" INTEGER NOT NULL REFERENCES "training" ("id"),
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "supervisor_id" INTEGER REFERENCES "supervisor" ("id"),
    "person" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "present" INTEGER CHECK ("present" IN (0, 1))
) STRICT;
CREATE INDEX "training_attendance_by_training" ON "training_attendance" ("training_id");
CREATE INDEX "training_attendance_by_unit" ON "training_attendance" ("unit_id");
CREATE INDEX "training_attendance_by_supervisor" ON "training_attendance" ("supervisor_id");

CREATE TABLE "activity" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "place" TEXT,
    "host" TEXT,
    "organisation_id" INTEGER REFERENCES "organisation" ("id"),
    "minutes" TEXT,
    "decisions" TEXT,
    "remarks" TEXT
) STRICT;
CREATE INDEX "activity_by_organisation" ON "activity" ("organisation_id");

CREATE TABLE "activity_attendance" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "activity_id" INTEGER NOT NULL REFERENCES "activity" ("id"),
    "group" TEXT NOT NULL,
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "person" TEXT NOT NULL,
    "heads" INTEGER NOT NULL
) STRICT;
CREATE INDEX "activity_attendance_by_activity" ON "activity_attendance" ("activity_id");
CREATE INDEX "activity_attendance_by_unit" ON "activity_attendance" ("unit_id");

CREATE TABLE "follow_up" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "activity_id" INTEGER NOT NULL REFERENCES "activity" ("id"),
    "content" TEXT NOT NULL,
    "organisation_id" INTEGER NOT NULL REFERENCES "organisation" ("id"),
    "due_on" TEXT NOT NULL,
    "done_on" TEXT,
    "result" TEXT
) STRICT;
CREATE INDEX "follow_up_by_activity" ON "follow_up" ("activity_id");
CREATE INDEX "follow_up_by_organisation" ON "follow_up" ("organisation_id");

CREATE TABLE "media_item" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL,
    "medium" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "outlet" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "link" TEXT,
    "activity_id" INTEGER REFERENCES "activity" ("id")
) STRICT;
CREATE INDEX "media_item_by_activity" ON "media_item" ("activity_id");

CREATE TABLE "material" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "name" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "made_on" TEXT NOT NULL,
    "remarks" TEXT
) STRICT;

CREATE TABLE "handout" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "material_id" INTEGER NOT NULL REFERENCES "material" ("id"),
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "receiver" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL
) STRICT;
CREATE INDEX "handout_by_material" ON "handout" ("material_id");
CREATE INDEX "handout_by_unit" ON "handout" ("unit_id");

CREATE TABLE "column_post" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "link" TEXT
) STRICT;

CREATE TABLE "public_notice" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "place" TEXT NOT NULL,
    "objections" TEXT
) STRICT;

CREATE TABLE "awareness_survey" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "on" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asked" INTEGER NOT NULL,
    "aware" INTEGER NOT NULL,
    "method" TEXT
) STRICT;

CREATE TABLE "list_entry" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "unit_id" INTEGER NOT NULL REFERENCES "unit" ("id"),
    "colour" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "drafted_on" TEXT NOT NULL,
    "enforcement_case_id" INTEGER REFERENCES "enforcement_case" ("id"),
    "finding" TEXT,
    "notified_on" TEXT,
    "statement" TEXT,
    "town_approved_on" TEXT,
    "bureau_approved_on" TEXT,
    "published_on" TEXT,
    "end_on" TEXT,
    "removed_on" TEXT
) STRICT;
CREATE INDEX "list_entry_by_unit" ON "list_entry" ("unit_id");
CREATE INDEX "list_entry_by_enforcement_case" ON "list_entry" ("enforcement_case_id");

CREATE TABLE "application" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "drafted_on" TEXT NOT NULL,
    "drafter" TEXT,
    "remarks" TEXT
) STRICT;

CREATE TABLE "application_step" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "application_id" INTEGER NOT NULL REFERENCES "application" ("id"),
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "organisation_id" INTEGER REFERENCES "organisation" ("id"),
    "persons" TEXT,
    "opinion" TEXT
) STRICT;
CREATE INDEX "application_step_by_application" ON "application_step" ("application_id");
CREATE INDEX "application_step_by_organisation" ON "application_step" ("organisation_id");

CREATE TABLE "acceptance_visit" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "on" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "drawn" TEXT,
    "organiser_points" TEXT,
    "conclusion" TEXT,
    "remarks" TEXT
) STRICT;

CREATE TABLE "acceptance_opinion" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "acceptance_visit_id" INTEGER NOT NULL REFERENCES "acceptance_visit" ("id"),
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "content" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "done_on" TEXT,
    "result" TEXT
) STRICT;
CREATE INDEX "acceptance_opinion_by_acceptance_visit" ON "acceptance_opinion" ("acceptance_visit_id");
CREATE INDEX "acceptance_opinion_by_unit" ON "acceptance_opinion" ("unit_id");

CREATE TABLE "annual_report" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL UNIQUE,
    "year" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "content" TEXT,
    "sent_on" TEXT
) STRICT;

CREATE TABLE "budget_line" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "year" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "remarks" TEXT
) STRICT;

CREATE TABLE "allotment" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "on" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "document" TEXT NOT NULL
) STRICT;

CREATE TABLE "expense" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "on" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "voucher" TEXT NOT NULL UNIQUE,
    "handler" TEXT NOT NULL,
    "remarks" TEXT
) STRICT;

CREATE TABLE "commendation" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "kind" TEXT NOT NULL,
    "unit_id" INTEGER REFERENCES "unit" ("id"),
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_on" TEXT NOT NULL,
    "first_approval" TEXT,
    "second_approval" TEXT,
    "decision" TEXT,
    "decided_on" TEXT,
    "certificate" TEXT
) STRICT;
CREATE INDEX "commendation_by_unit" ON "commendation" ("unit_id");

CREATE TABLE "experience" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "title" TEXT NOT NULL UNIQUE,
    "on" TEXT NOT NULL,
    "author" TEXT,
    "content" TEXT
) STRICT;

CREATE TABLE "archive_piece" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "search_key" TEXT,
    "number" INTEGER,
    "year" INTEGER NOT NULL,
    "retention" TEXT NOT NULL,
    "matter" TEXT,
    "document_number" TEXT,
    "responsible" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dated" TEXT NOT NULL,
    "secrecy" TEXT,
    "pages" INTEGER NOT NULL,
    "box" TEXT,
    "remarks" TEXT
) STRICT;

ALTER TABLE "unit" ADD COLUMN "benchmark_reason" TEXT;
ALTER TABLE "unit" ADD COLUMN "benchmark_on" TEXT;
