/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "tl-field-text.h"

/* A row that names another one. */
typedef struct
{
  TlImportTable *table;
  TlImportRow *row;
  guint field;
} Naming;

typedef struct
{
  TlImportWork *work;
  GHashTable *namings;
  GPtrArray *queue;
} Dropping;

static void
add_naming (Dropping             *self,
            const TlImportTarget *target,
            const Naming         *naming)
{
  GArray *namings;

  /* A row that exists stays, whatever becomes of its new values. */
  if (target->row == NULL || target->existing != NULL)
    return;
  namings = g_hash_table_lookup (self->namings, target->row);
  if (namings == NULL)
    {
      namings = g_array_new (FALSE, FALSE, sizeof (Naming));
      g_hash_table_insert (self->namings, target->row, namings);
    }
  g_array_append_val (namings, *naming);
}

static void
list_namings (Dropping      *self,
              TlImportTable *table)
{
  TlImportCell cells[TL_IMPORT_MAX_FIELDS];

  for (guint i = 0; i < table->n_rows; i++)
    {
      if (table->rows[i].dropped)
        continue;
      tl_import_row_read (self->work, table, &table->rows[i], cells, FALSE);
      for (guint j = 0; j < table->layout->n_fields; j++)
        {
          Naming naming = { table, &table->rows[i], j };

          add_naming (self, &cells[j].target, &naming);
          for (guint k = 0; cells[j].targets != NULL && k < cells[j].targets->len; k++)
            add_naming (self, &g_array_index (cells[j].targets, TlImportTarget, k), &naming);
        }
      tl_import_cells_clear (table, cells);
    }
}

static void
drop (Dropping    *self,
      TlImportRow *row)
{
  row->dropped = TRUE;
  g_ptr_array_add (self->queue, row);
}

static void
drop_bad (Dropping *self)
{
  for (TlTable id = 0; id < TL_N_TABLES; id++)
    {
      TlImportTable *table = &self->work->tables[id];

      for (guint i = 0; i < table->n_rows; i++)
        {
          if (table->rows[i].bad && !table->rows[i].dropped)
            drop (self, &table->rows[i]);
        }
    }
}

static void
drop_naming (Dropping     *self,
             const Naming *naming)
{
  const TlField *field = &naming->table->layout->fields[naming->field];
  const char *written;
  g_autofree char *quoted = NULL;
  g_autofree char *message = NULL;

  if (naming->row->dropped)
    return;
  written = tl_sheet_get_cell (naming->table->sheet, naming->row->index,
                               (guint) naming->table->columns[naming->field]);
  quoted = tl_field_text_quote (written);
  message = g_strdup_printf (_("left out as well, because %s names a row that was left out"), quoted);
  g_ptr_array_add (self->work->plan->dependents,
                   tl_import_locate (naming->table, naming->row, field->heading, written, message));
  drop (self, naming->row);
}

static void
drop_dependents (Dropping *self)
{
  for (guint i = 0; i < self->queue->len; i++)
    {
      const GArray *namings = g_hash_table_lookup (self->namings, g_ptr_array_index (self->queue, i));

      for (guint j = 0; namings != NULL && j < namings->len; j++)
        drop_naming (self, &g_array_index (namings, Naming, j));
    }
  g_ptr_array_set_size (self->queue, 0);
}

/**
 * tl_import_check_dropped:
 * @work: a plan in the making, with all that is wrong reported
 *
 * Drops the rows that have a problem, the new rows that name a dropped one, and so on.
 */
void
tl_import_check_dropped (TlImportWork *work)
{
  g_autoptr (GHashTable) namings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  Dropping self = { work, namings, queue };

  drop_bad (&self);
  if (queue->len == 0)
    return;
  for (TlTable id = 0; id < TL_N_TABLES; id++)
    list_namings (&self, &work->tables[id]);

  /* Where a dropped row keeps its old place in the tree, another row's new one may not fit any more. */
  do
    {
      drop_bad (&self);
      drop_dependents (&self);
    }
  while (!tl_import_check_places (work));
}
