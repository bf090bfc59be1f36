-- Who of the office follows a problem or a complaint up; goes over to a successor (HAND-1).

ALTER TABLE "problem" ADD COLUMN "handler" TEXT;
ALTER TABLE "complaint" ADD COLUMN "handler" TEXT;
