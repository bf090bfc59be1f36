-- What an office sets for itself instead of a built-in figure, each from a day on.
CREATE TABLE "setting" (
    "id" INTEGER PRIMARY KEY,
    "uid" TEXT NOT NULL UNIQUE,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "reason" TEXT NOT NULL
) STRICT;
