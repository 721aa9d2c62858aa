/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <string.h>

/* A row with a natural key, incoming or existing. */
typedef struct
{
  TlId key;
  int occurrence;
  guint index;
  TlImportRow *row;
  const TlFacts *facts;
} Entry;

#define ENTRY(array, index) (&g_array_index (array, Entry, index))

/* A natural key is a name of several parts, each with the zero at its end. */
static void
write_text (GByteArray *name,
            const char *text)
{
  g_byte_array_append (name, (const guint8 *) text, (guint) strlen (text) + 1);
}

static void
write_id (GByteArray *name,
          const TlId *id)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (id, hex);
  write_text (name, hex);
}

static void
write_day (GByteArray *name,
           TlDay       day)
{
  char iso[TL_DAY_ISO_LENGTH + 1] = "";

  if (day != TL_NO_DAY)
    tl_day_to_iso (day, iso);
  write_text (name, iso);
}

static void
write_whole (GByteArray *name,
             int         whole)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, "%d", whole);
  write_text (name, digits);
}

/* The part of a natural key that a cell, or the fact that it became, stands for. */
static void
write_cell (GByteArray         *name,
            const TlField      *field,
            const TlImportCell *cell)
{
  if (cell->state != TL_IMPORT_CELL_VALUE)
    {
      write_text (name, "");
      return;
    }
  switch ((int) field->type)
    {
    case TL_FIELD_LINK:
      write_id (name, &cell->target.id);
      break;
    case TL_FIELD_DAY:
      write_day (name, cell->day);
      break;
    case TL_FIELD_WORD:
      write_text (name, tl_word_get (field->words (), cell->whole));
      break;
    case TL_FIELD_WHOLE:
      write_whole (name, cell->whole);
      break;
    default:
      write_text (name, cell->text);
      break;
    }
}

static void
write_fact (GByteArray    *name,
            const TlField *field,
            const TlFacts *facts)
{
  const TlFacts *target;
  const char *text;

  switch ((int) field->type)
    {
    case TL_FIELD_LINK:
      target = TL_IMPORT_FACT (TlFacts *, facts, field);
      if (target != NULL)
        write_id (name, &target->id);
      else
        write_text (name, "");
      break;
    case TL_FIELD_DAY:
      write_day (name, TL_IMPORT_FACT (TlDay, facts, field));
      break;
    case TL_FIELD_WORD:
      text = tl_word_get (field->words (), TL_IMPORT_FACT (int, facts, field));
      write_text (name, text != NULL ? text : "");
      break;
    case TL_FIELD_WHOLE:
      write_whole (name, TL_IMPORT_FACT (int, facts, field));
      break;
    default:
      text = TL_IMPORT_FACT (char *, facts, field);
      write_text (name, text != NULL ? text : "");
      break;
    }
}

static TlId
make_key (TlImportWork       *work,
          TlImportTable      *table,
          const TlImportCell *cells,
          const TlFacts      *facts)
{
  GByteArray *name = work->name;

  g_byte_array_set_size (name, 0);
  write_text (name, table->layout->sheet);
  write_text (name, "key");
  for (guint i = 0; i < table->layout->n_fields; i++)
    {
      const TlField *field = &table->layout->fields[i];

      if (!(field->flags & TL_FIELD_KEY))
        continue;
      if (cells != NULL)
        write_cell (name, field, &cells[i]);
      else
        write_fact (name, field, facts);
    }
  return tl_id_from_bytes (work->document, name->data, name->len);
}

/**
 * tl_import_key_find:
 * @work: a plan in the making
 * @table: a table whose rows are recognised by their natural key
 * @row: a row of it
 * @cells: what its cells say
 *
 * Works out a row's natural key, unless some of it is missing or wrong.
 */
void
tl_import_key_find (TlImportWork       *work,
                    TlImportTable      *table,
                    TlImportRow        *row,
                    const TlImportCell *cells)
{
  for (guint i = 0; i < table->layout->n_fields; i++)
    {
      const TlField *field = &table->layout->fields[i];

      if (!(field->flags & TL_FIELD_KEY))
        continue;
      if (cells[i].state == TL_IMPORT_CELL_BAD
          || (cells[i].state != TL_IMPORT_CELL_VALUE && (field->flags & TL_FIELD_REQUIRED)))
        return;
    }
  row->key = make_key (work, table, cells, NULL);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *entry_a = a, *entry_b = b;
  int order = tl_id_compare (&entry_a->key, &entry_b->key);

  if (order == 0)
    order = (entry_a->occurrence > entry_b->occurrence) - (entry_a->occurrence < entry_b->occurrence);
  if (order == 0)
    order = (entry_a->index > entry_b->index) - (entry_a->index < entry_b->index);
  return order;
}

/* A key in short: its first bytes nearly always decide the order. */
typedef struct
{
  guint64 order;
  guint index;
} Short;

static int
compare_shorts (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Short *short_a = a, *short_b = b;
  const TlImportRow *rows = data;
  int order;

  if (short_a->order != short_b->order)
    return short_a->order < short_b->order ? -1 : 1;
  order = tl_id_compare (&rows[short_a->index].key, &rows[short_b->index].key);
  return order != 0 ? order : (short_a->index > short_b->index) - (short_a->index < short_b->index);
}

/* Incoming rows by key, numbered within each key in the sheet's order. */
static GArray *
list_incoming (TlImportTable *table)
{
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), table->n_rows);
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (Short), table->n_rows);

  for (guint i = 0; i < table->n_rows; i++)
    {
      Short key = { .index = i };

      memcpy (&key.order, table->rows[i].key.bytes, sizeof key.order);
      key.order = GUINT64_FROM_BE (key.order);
      if (!tl_id_is_none (&table->rows[i].key))
        g_array_append_val (order, key);
    }
  g_array_sort_with_data (order, compare_shorts, table->rows);
  for (guint i = 0; i < order->len; i++)
    {
      TlImportRow *row = &table->rows[g_array_index (order, Short, i).index];
      Entry entry = { row->key, 1, row->index, row, NULL };

      if (i > 0 && tl_id_equal (&row->key, &ENTRY (entries, i - 1)->key))
        entry.occurrence = ENTRY (entries, i - 1)->occurrence + 1;
      row->occurrence = entry.occurrence;
      g_array_append_val (entries, entry);
    }
  return entries;
}

/* Existing rows by key, those aside that a ref has already found. */
static GArray *
list_existing (TlImportWork  *work,
               TlImportTable *table)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) claimed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < table->n_rows; i++)
    {
      if (table->rows[i].existing != NULL)
        g_hash_table_add (claimed, (gpointer) table->rows[i].existing);
    }
  for (guint i = 0; i < tl_snapshot_count (work->existing, table->table); i++)
    {
      const TlFacts *facts = tl_snapshot_get (work->existing, table->table, i);
      Entry entry = { make_key (work, table, NULL, facts), facts->occurrence, i, NULL, facts };

      if (!g_hash_table_contains (claimed, facts))
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* A new ref may be given to a row that had none, but never takes another row's place. */
static gboolean
match (Entry *incoming,
       Entry *existing)
{
  if (incoming->row->existing != NULL || existing->row != NULL
      || (incoming->row->ref != NULL && existing->facts->ref != NULL))
    return FALSE;
  incoming->row->existing = existing->facts;
  existing->row = incoming->row;
  return TRUE;
}

/* Rows with one key: first those with the same occurrence, then what is left in order. */
static void
match_run (Entry *incoming,
           guint  n_incoming,
           Entry *existing,
           guint  n_existing)
{
  guint next_any = 0, next_without_ref = 0;

  for (guint i = 0, j = 0; i < n_incoming && j < n_existing;)
    {
      if (incoming[i].occurrence == existing[j].occurrence)
        {
          match (&incoming[i], &existing[j]);
          i++;
          j++;
        }
      else if (incoming[i].occurrence < existing[j].occurrence)
        i++;
      else
        j++;
    }

  for (guint i = 0; i < n_incoming; i++)
    {
      guint *next = incoming[i].row->ref != NULL ? &next_without_ref : &next_any;

      if (incoming[i].row->existing != NULL)
        continue;
      while (*next < n_existing && !match (&incoming[i], &existing[*next]))
        (*next)++;
    }
}

static guint
count_run (GArray *entries,
           guint   start)
{
  guint end = start + 1;

  while (end < entries->len && tl_id_equal (&ENTRY (entries, end)->key, &ENTRY (entries, start)->key))
    end++;
  return end - start;
}

static void
make_id (TlImportWork  *work,
         TlImportTable *table,
         TlImportRow   *row,
         TlImportCell  *cells)
{
  row->id = tl_import_identity_make_id (work, table, row);
}

/**
 * tl_import_key_match:
 * @work: a plan in the making
 * @table: a table whose rows are recognised by their natural key
 * @error: that it was stopped
 *
 * Finds the existing row of each incoming one that has none yet, and gives each its id.
 *
 * Returns: whether it came to the end
 */
gboolean
tl_import_key_match (TlImportWork   *work,
                     TlImportTable  *table,
                     GError        **error)
{
  g_autoptr (GArray) incoming = list_incoming (table);
  g_autoptr (GArray) existing = list_existing (work, table);

  for (guint i = 0, j = 0; i < incoming->len && j < existing->len;)
    {
      int order = tl_id_compare (&ENTRY (incoming, i)->key, &ENTRY (existing, j)->key);
      guint n_incoming = order <= 0 ? count_run (incoming, i) : 0;
      guint n_existing = order >= 0 ? count_run (existing, j) : 0;

      if (order == 0)
        match_run (ENTRY (incoming, i), n_incoming, ENTRY (existing, j), n_existing);
      i += n_incoming;
      j += n_existing;
    }
  return tl_import_rows_share (work, table, make_id, FALSE, error);
}
