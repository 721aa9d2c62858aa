/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-database-private.h"

/* What any statement may call; the checks in the tables need the first few. */
static const char * const functions[] = { "length", "date", "abs", "count", "max", NULL };
static const char * const pragmas[] = { "quick_check", "integrity_check", "foreign_key_check", "table_list", "table_xinfo",
                                         "foreign_key_list", NULL };

static const struct
{
  int limit;
  int most;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 512 << 20 },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 50 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 5 },
  { SQLITE_LIMIT_VDBE_OP, 100000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 8 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 1000 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const struct
{
  int option;
  int value;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

/* Reading and writing rows is all that statements may do, whatever a file's own definitions ask for. */
static int
authorise_cb (gpointer    data,
              int         action,
              const char *first,
              const char *second,
              const char *database,
              const char *source)
{
  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_TRANSACTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
      return g_str_has_prefix (first, "sqlite_") ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_FUNCTION:
      return g_strv_contains (functions, second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
      return g_strv_contains (pragmas, first) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

/**
 * tl_database_set_options:
 * @handle: SQLite's own handle
 *
 * Turns off what only a hostile file would use.
 */
void
tl_database_set_options (sqlite3 *handle)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (handle, options[i].option, options[i].value, NULL);
}

/**
 * tl_database_set_limits:
 * @handle: SQLite's own handle
 *
 * Lets statements be no longer than ours are.
 */
void
tl_database_set_limits (sqlite3 *handle)
{
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].limit, limits[i].most);
}

/**
 * tl_database_set_guard:
 * @handle: SQLite's own handle
 * @guarded: whether statements may do no more than read and write rows
 *
 * Lets it do only what any statement of ours may, or what none may but those that are run freely.
 */
void
tl_database_set_guard (sqlite3  *handle,
                       gboolean  guarded)
{
  sqlite3_set_authorizer (handle, guarded ? authorise_cb : NULL, NULL);
}
