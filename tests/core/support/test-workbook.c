/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-workbook.h"

#include "tl-snapshot-builder.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  TlSnapshotBuilder *builder;
  TlId document;
  GHashTable *people;
  TlTable table;
  gboolean keys;
  GStrv headings;
  guint n_rows;
} Reader;

static GStrv
split_cells (const char *line)
{
  GStrv cells = g_strsplit (line, "|", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  return cells;
}

static TlId
make_id (Reader     *reader,
         TlTable     table,
         const char *ref)
{
  return tl_id_from_name (&reader->document, tl_layout_get (table)->sheet, ref, NULL);
}

static const TlField *
find_heading (TlTable     table,
              const char *heading)
{
  const TlTableLayout *layout = tl_layout_get (table);

  for (guint i = 0; i < layout->n_fields; i++)
    {
      if (g_ascii_strcasecmp (layout->fields[i].heading, heading) == 0)
        return &layout->fields[i];
    }
  g_error ("The sheet “%s” has no column “%s”", layout->sheet, heading);
}

static void
set_who (Reader        *reader,
         const TlField *field,
         const char    *cell)
{
  g_auto (TlValue) person = TL_VALUE_INIT;
  g_auto (TlValue) text = TL_VALUE_INIT;
  TlId id = make_id (reader, TL_TABLE_PERSON, cell);

  if (g_hash_table_contains (reader->people, cell))
    tl_value_set_id (&person, &id);
  else
    tl_value_set_text (&text, cell);
  tl_snapshot_builder_set_who (reader->builder, field, &person, &text);
}

static void
add_pairs (Reader        *reader,
           const TlField *field,
           const TlId    *row,
           const char    *cell)
{
  g_auto (GStrv) refs = g_strsplit (cell, ";", -1);

  for (guint i = 0; refs[i] != NULL; i++)
    {
      TlId target = make_id (reader, field->target, g_strstrip (refs[i]));

      tl_snapshot_builder_add_pair (reader->builder, reader->table, field, row, &target);
    }
}

static void
set_cell (Reader        *reader,
          const TlField *field,
          const TlId    *row,
          const char    *cell)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  char *end = NULL;

  switch ((int) field->type)
    {
    case TL_FIELD_WHO:
      set_who (reader, field, cell);
      return;
    case TL_FIELD_LINKS:
      add_pairs (reader, field, row, cell);
      return;
    case TL_FIELD_LINK:
      {
        TlId target = make_id (reader, field->target, cell);

        tl_value_set_id (&value, &target);
        break;
      }
    case TL_FIELD_WHOLE:
      tl_value_set_integer (&value, g_ascii_strtoll (cell, &end, 10));
      g_assert_cmpstr (end, ==, "");
      break;
    case TL_FIELD_NUMBER:
      tl_value_set_real (&value, g_ascii_strtod (cell, &end));
      g_assert_cmpstr (end, ==, "");
      break;
    default:
      if (field->type == TL_FIELD_WORD)
        {
          int word;

          if (!tl_word_find (field->words (), cell, &word))
            g_error ("“%s” isn't in the list of “%s”", cell, field->heading);
        }
      tl_value_set_text (&value, cell);
    }
  tl_snapshot_builder_set (reader->builder, field, &value);
}

static void
read_row (Reader     *reader,
          const char *line)
{
  g_auto (GStrv) cells = split_cells (line);
  g_autofree char *name = g_strdup_printf ("row %u", ++reader->n_rows);
  const char *ref = NULL;
  TlId id;

  if (reader->keys)
    {
      tl_snapshot_builder_set_key (reader->builder, cells[0], cells[1]);
      return;
    }
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (reader->headings[i] == NULL)
        g_error ("Too many cells in “%s”", line);
      if (g_ascii_strcasecmp (reader->headings[i], "Ref") == 0 && *cells[i] != '\0')
        ref = cells[i];
      /* A forum is named by its name. */
      else if (reader->table == TL_TABLE_FORUM && g_ascii_strcasecmp (reader->headings[i], "Name") == 0)
        g_set_str (&name, cells[i]);
    }

  id = make_id (reader, reader->table, ref != NULL ? ref : name);
  tl_snapshot_builder_begin_row (reader->builder, reader->table, &id, ref, ref != NULL ? 0 : 1);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (*cells[i] != '\0' && g_ascii_strcasecmp (reader->headings[i], "Ref") != 0)
        set_cell (reader, find_heading (reader->table, reader->headings[i]), &id, cells[i]);
    }
}

static void
read_line (Reader     *reader,
           const char *line)
{
  if (*line == '\0')
    {
      reader->table = TL_NO_TABLE;
      reader->keys = FALSE;
      g_clear_pointer (&reader->headings, g_strfreev);
    }
  else if (reader->headings != NULL)
    read_row (reader, line);
  else if (reader->table != TL_NO_TABLE || reader->keys)
    reader->headings = split_cells (line);
  else
    {
      reader->keys = g_str_equal (line, "Workbook");
      reader->table = tl_layout_find_sheet (line);
      if (!reader->keys && reader->table == TL_NO_TABLE)
        g_error ("There is no sheet “%s”", line);
    }
}

static void
list_people (Reader     *reader,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean inside = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0' || g_str_equal (lines[i], "People"))
        inside = *lines[i] != '\0';
      else if (inside)
        {
          g_auto (GStrv) cells = split_cells (lines[i]);

          g_hash_table_add (reader->people, g_strdup (cells[0]));
        }
    }
}

/**
 * test_workbook_read:
 * @first_text: sheets
 * @...: more sheets, then %NULL
 *
 * Returns: (transfer full): a snapshot of them; a mistake in the text ends the test
 */
TlSnapshot *
test_workbook_read (const char *first_text,
                    ...)
{
  Reader reader = { .table = TL_NO_TABLE };
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  TlSnapshot *snapshot;
  va_list texts;

  va_start (texts, first_text);
  for (const char *text = first_text; text != NULL; text = va_arg (texts, const char *))
    g_string_append_printf (all, "%s\n\n", text);
  va_end (texts);

  g_assert_true (tl_id_from_hex ("0f0e0d0c0b0a09080706050403020100", &reader.document));
  reader.builder = tl_snapshot_builder_new (&reader.document);
  reader.people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list_people (&reader, all->str);
  lines = g_strsplit (all->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '#')
        read_line (&reader, lines[i]);
    }

  snapshot = tl_snapshot_builder_end (reader.builder);
  tl_snapshot_builder_free (reader.builder);
  g_hash_table_unref (reader.people);
  g_strfreev (reader.headings);
  return snapshot;
}

/**
 * test_workbook_replace:
 * @text: sheets
 * @from: what stands in them exactly once
 * @to: what should stand there
 *
 * Returns: (transfer full): the sheets with that one thing changed
 */
char *
test_workbook_replace (const char *text,
                       const char *from,
                       const char *to)
{
  const char *found = strstr (text, from);

  if (found == NULL || strstr (found + 1, from) != NULL)
    g_error ("“%s” should stand exactly once", from);
  return g_strdup_printf ("%.*s%s%s", (int) (found - text), text, to, found + strlen (from));
}
