-- Numbers of records that are gone are not given again.
CREATE INDEX "journal_change_gone" ON "journal_change" ("kind") WHERE "new" IS NULL;
