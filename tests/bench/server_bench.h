// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A district's size on PostgreSQL: what the dashboard needs over 10,000 units with 100,000 instruments, against the
/// bare counts in SQL. Says so and does nothing where CHENGHENG_TEST_PG names no server.
void benchServer();
