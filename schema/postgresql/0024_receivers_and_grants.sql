-- Who received a complaint, who approved a commendation, and money that was granted and has not come in yet.
ALTER TABLE "complaint" ADD COLUMN "receiver" text NOT NULL DEFAULT 'town';
ALTER TABLE "commendation" ADD COLUMN "first_approver" text;
ALTER TABLE "commendation" ADD COLUMN "second_approver" text;

ALTER TABLE "allotment" ADD COLUMN "allotted_on" text;
UPDATE "allotment" SET "allotted_on" = "on";
ALTER TABLE "allotment" ALTER COLUMN "allotted_on" SET NOT NULL;
ALTER TABLE "allotment" ALTER COLUMN "on" DROP NOT NULL;
