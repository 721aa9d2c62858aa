/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-database-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-schema.h"
#include "tl-store-error.h"

/* What the tables allow, as our own definitions say it, in a statement for each table: SQLite itself, when it checks pages,
 * makes a list of words anew for each row, which takes longer than all else that it does. */

#define TABLE "\nCREATE TABLE "
#define CHECK "CHECK ("

typedef struct
{
  const char *table;
  const char *sql;
} Values;

/* Returns the parenthesis that closes the one before @text. */
static const char *
find_end (const char *text)
{
  guint depth = 1;
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    {
      if (*text == '\'')
        quoted = !quoted;
      else if (!quoted && *text == '(')
        depth++;
      else if (!quoted && *text == ')' && --depth == 0)
        return text;
    }
  g_assert_not_reached ();
}

/* What isn't known, as a field that is empty, is allowed. */
static void
add_values (GArray     *all,
            const char *name,
            const char *end)
{
  g_autofree char *table = g_strndup (name, strcspn (name, " "));
  g_autoptr (GString) sql = g_string_new (NULL);
  const char *check = name;

  g_string_printf (sql, "SELECT 1 FROM %s", table);
  while ((check = g_strstr_len (check, end - check, CHECK)) != NULL)
    {
      const char *begin = check + strlen (CHECK);

      check = find_end (begin);
      g_string_append (sql, g_strrstr (sql->str, " WHERE ") == NULL ? " WHERE NOT (" : " OR NOT (");
      g_string_append_len (sql, begin, check - begin);
      g_string_append_c (sql, ')');
    }
  g_string_append (sql, " LIMIT 1");
  if (strstr (sql->str, " WHERE ") != NULL)
    g_array_append_vals (all, &(Values) { g_intern_string (table), g_intern_string (sql->str) }, 1);
}

static const GArray *
get_values (void)
{
  static GArray *values;

  if (g_once_init_enter_pointer (&values))
    {
      GArray *all = g_array_new (FALSE, FALSE, sizeof (Values));
      const char *table = tl_schema_get_sql ();

      while ((table = strstr (table, TABLE)) != NULL)
        {
          const char *name = table + strlen (TABLE);

          table = find_end (strchr (name, '(') + 1);
          add_values (all, name, table);
        }
      g_once_init_leave_pointer (&values, all);
    }
  return values;
}

/**
 * tl_database_check_values:
 * @self: a connection to a database whose tables have been checked
 * @error: return location for an error, whose message goes on after "… is damaged: "
 *
 * Checks that every value is one that its table allows.
 *
 * Returns: whether they are
 */
gboolean
tl_database_check_values (TlDatabase  *self,
                          GError     **error)
{
  const GArray *values = get_values ();

  for (guint i = 0; i < values->len; i++)
    {
      const Values *of = &g_array_index (values, Values, i);
      sqlite3_stmt *statement = tl_database_prepare (self, of->sql, error);
      gboolean row;

      if (statement == NULL || !tl_database_step (self, statement, &row, error))
        return FALSE;
      sqlite3_reset (statement);
      if (row)
        {
          g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                       _("its table “%s” has a value that it doesn’t allow"), of->table);
          return FALSE;
        }
    }
  return TRUE;
}
