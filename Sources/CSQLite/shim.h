#pragma once

#include <sqlite3.h>

/// `SQLITE_TRANSIENT` is a cast macro that Swift does not import: SQLite copies the value before it returns.
static inline sqlite3_destructor_type meguri_sqlite_transient(void) {
    return SQLITE_TRANSIENT;
}
