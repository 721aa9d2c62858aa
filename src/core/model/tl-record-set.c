/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-set.h"

#include "tl-action.h"
#include "tl-measure.h"
#include "tl-person.h"
#include "tl-place.h"
#include "tl-risk.h"

#include <string.h>

/* The rows of these tables are kept as objects; all others are read from snapshots. */
static const TlTable kept_tables[] = {
  TL_TABLE_PLACE, TL_TABLE_PERSON, TL_TABLE_RISK, TL_TABLE_MEASURE, TL_TABLE_ACTION,
};

struct _TlRecordSet
{
  GObject parent_instance;

  TlRecordList *lists[TL_N_TABLES];
  GHashTable *records[TL_N_TABLES];
  /* Rows that have come back and haven't been read yet. */
  GHashTable *coming[TL_N_TABLES];
  /* Whether anything has been concluded of them. */
  gboolean assessed;
};

G_DEFINE_FINAL_TYPE (TlRecordSet, tl_record_set, G_TYPE_OBJECT)

static GType
get_type_of (TlTable table)
{
  switch ((int) table)
    {
    case TL_TABLE_PLACE:
      return TL_TYPE_PLACE;
    case TL_TABLE_PERSON:
      return TL_TYPE_PERSON;
    case TL_TABLE_RISK:
      return TL_TYPE_RISK;
    case TL_TABLE_MEASURE:
      return TL_TYPE_MEASURE;
    case TL_TABLE_ACTION:
      return TL_TYPE_ACTION;
    default:
      g_assert_not_reached ();
    }
}

static void
tl_record_set_finalize (GObject *object)
{
  TlRecordSet *self = TL_RECORD_SET (object);

  for (gsize i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    {
      g_object_unref (self->lists[kept_tables[i]]);
      g_hash_table_unref (self->records[kept_tables[i]]);
      g_hash_table_unref (self->coming[kept_tables[i]]);
    }

  G_OBJECT_CLASS (tl_record_set_parent_class)->finalize (object);
}

static void
tl_record_set_class_init (TlRecordSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_record_set_finalize;
}

static void
tl_record_set_init (TlRecordSet *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    {
      self->lists[kept_tables[i]] = tl_record_list_new (get_type_of (kept_tables[i]));
      self->records[kept_tables[i]] = g_hash_table_new_full (tl_id_hash, tl_id_equal, NULL, g_object_unref);
      self->coming[kept_tables[i]] = g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, NULL);
    }
}

/* The key lives as long as the record that it identifies. */
static TlRecord *
make_record (TlRecordSet *self,
             TlTable      table,
             const TlId  *id)
{
  TlRecord *record = tl_record_new (get_type_of (table), self, id);

  g_hash_table_replace (self->records[table], (gpointer) tl_record_get_id (record), record);
  return record;
}

/**
 * tl_record_set_new:
 *
 * Returns: (transfer full): a set without records
 */
TlRecordSet *
tl_record_set_new (void)
{
  return g_object_new (TL_TYPE_RECORD_SET, NULL);
}

/**
 * tl_record_set_get_list:
 * @self: a set
 * @table: risk, person, place, measure or action
 *
 * Returns: (transfer none): the list of its records
 */
TlRecordList *
tl_record_set_get_list (TlRecordSet *self,
                        TlTable      table)
{
  return self->lists[table];
}

/**
 * tl_record_set_find:
 * @self: a set
 * @table: a table
 * @id: a row's id
 *
 * Returns: (transfer none) (nullable): its record, %NULL also for tables whose rows aren't kept as objects
 */
TlRecord *
tl_record_set_find (TlRecordSet *self,
                    TlTable      table,
                    const TlId  *id)
{
  return self->records[table] != NULL ? g_hash_table_lookup (self->records[table], id) : NULL;
}

static void
load_table (TlRecordSet *self,
            TlTable      table,
            TlSnapshot  *snapshot)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_hash_table_remove_all (self->records[table]);
  for (guint i = 0; i < tl_snapshot_count (snapshot, table); i++)
    {
      const TlFacts *facts = tl_snapshot_get (snapshot, table, i);
      TlRecord *record = make_record (self, table, &facts->id);

      tl_record_read (record, facts);
      g_ptr_array_add (records, record);
    }
  tl_record_list_fill (self->lists[table], records);
}

/**
 * tl_record_set_load:
 * @self: a set
 * @snapshot: all facts
 *
 * Replaces all records by those of a snapshot.
 */
void
tl_record_set_load (TlRecordSet *self,
                    TlSnapshot  *snapshot)
{
  self->assessed = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    load_table (self, kept_tables[i], snapshot);
}

/**
 * tl_record_set_load_outline:
 * @self: a set without records
 * @outlined: a first look at the workbook
 *
 * Makes the records of which there are facts, and tells each risk what is known of it.
 */
void
tl_record_set_load_outline (TlRecordSet  *self,
                            TlAssessment *outlined)
{
  GHashTableIter iter;
  gpointer risk;

  tl_record_set_load (self, tl_assessment_get_snapshot (outlined));
  g_hash_table_iter_init (&iter, self->records[TL_TABLE_RISK]);
  while (g_hash_table_iter_next (&iter, NULL, &risk))
    tl_risk_set_outline (risk, outlined);
}

/**
 * tl_record_set_load_rest:
 * @self: a set that has been loaded from an outline
 * @snapshot: all facts of the same moment
 *
 * Makes the records of which there were no facts yet; the others stay as they are.
 */
void
tl_record_set_load_rest (TlRecordSet *self,
                         TlSnapshot  *snapshot)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    {
      if (g_list_model_get_n_items (G_LIST_MODEL (self->lists[kept_tables[i]])) == 0)
        load_table (self, kept_tables[i], snapshot);
    }
}

/* A row that comes back says only that it does: what it was is read with what is concluded next. */
static gboolean
is_coming_back (TlRecordSet  *self,
                const TlEdit *edit)
{
  return g_hash_table_contains (self->coming[tl_layout_find_table (edit->table)], &edit->row)
         || (strcmp (edit->column, TL_COLUMN_LIVE) == 0 && edit->old_value.type == TL_VALUE_INTEGER
             && edit->new_value.type == TL_VALUE_INTEGER && edit->new_value.integer != 0);
}

static guint
await_row (TlRecordSet    *self,
           TlTable         table,
           const TlChange *change,
           guint           first)
{
  const TlEdit *edit = tl_change_get_edit (change, first);
  const TlId row = edit->row;
  guint next = first;

  if (strcmp (edit->column, TL_COLUMN_LIVE) == 0 && edit->new_value.integer == 0)
    g_hash_table_remove (self->coming[table], &row);
  else
    g_hash_table_add (self->coming[table], g_memdup2 (&row, sizeof row));
  while (next < tl_change_get_n_edits (change) && tl_id_equal (&tl_change_get_edit (change, next)->row, &row)
         && tl_layout_find_table (tl_change_get_edit (change, next)->table) == table)
    next++;
  return next;
}

/* The edits of one row stand together, existence first. */
static guint
apply_row (TlRecordSet    *self,
           TlTable         table,
           const TlChange *change,
           guint           first)
{
  const TlEdit *edit = tl_change_get_edit (change, first);
  TlRecord *record = tl_record_set_find (self, table, &edit->row);
  gboolean is_new = record == NULL, is_gone = FALSE;
  const TlId row = edit->row;
  guint next = first;

  if (is_new)
    record = make_record (self, table, &row);
  g_object_ref (record);
  g_object_freeze_notify (G_OBJECT (record));
  for (; next < tl_change_get_n_edits (change); next++)
    {
      edit = tl_change_get_edit (change, next);
      if (!tl_id_equal (&edit->row, &row) || tl_layout_find_table (edit->table) != table)
        break;
      if (strcmp (edit->column, TL_COLUMN_LIVE) == 0)
        is_gone = edit->new_value.type != TL_VALUE_INTEGER || edit->new_value.integer == 0;
      else if (!is_gone)
        tl_record_set_column (record, edit->column, &edit->new_value);
    }
  g_object_thaw_notify (G_OBJECT (record));

  if (is_gone)
    {
      tl_record_list_remove (self->lists[table], record);
      g_hash_table_remove (self->records[table], &row);
    }
  else if (is_new)
    tl_record_list_add (self->lists[table], record);
  else
    tl_record_list_touch (self->lists[table], record);
  g_object_unref (record);
  return next;
}

/**
 * tl_record_set_apply:
 * @self: a set
 * @change: a change that the writer has applied
 *
 * Brings the records that the change touched up to date; the others stay silent.
 */
void
tl_record_set_apply (TlRecordSet    *self,
                     const TlChange *change)
{
  for (guint i = 0; i < tl_change_get_n_edits (change);)
    {
      TlTable table = tl_layout_find_table (tl_change_get_edit (change, i)->table);

      if (table == TL_NO_TABLE || self->lists[table] == NULL)
        i++;
      else if (is_coming_back (self, tl_change_get_edit (change, i)))
        i = await_row (self, table, change, i);
      else
        i = apply_row (self, table, change, i);
    }
}

static void
take_awaited (TlRecordSet *self,
              TlTable      table,
              TlSnapshot  *snapshot)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->coming[table]);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const TlFacts *facts = tl_snapshot_find (snapshot, table, id);
      TlRecord *record;

      if (facts == NULL)
        continue;
      record = make_record (self, table, id);
      tl_record_read (record, facts);
      tl_record_list_add (self->lists[table], record);
      g_hash_table_iter_remove (&iter);
    }
}

/**
 * tl_record_set_set_assessment:
 * @self: a set
 * @assessment: what is concluded now
 * @all: whether any risk may differ from what was concluded before, or only those that the assessment's latest update
 *   touched
 *
 * Tells each risk what is concluded of it. Those that changed are spliced together, so that lists above sort them again;
 * where nothing was concluded before, all have changed, and lists above are told of the assessment.
 */
void
tl_record_set_set_assessment (TlRecordSet  *self,
                              TlAssessment *assessment,
                              gboolean      all)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer risk;

  for (gsize i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    take_awaited (self, kept_tables[i], tl_assessment_get_snapshot (assessment));
  g_hash_table_iter_init (&iter, self->records[TL_TABLE_RISK]);
  while (g_hash_table_iter_next (&iter, NULL, &risk))
    {
      gboolean same = !all && !tl_assessment_may_differ (assessment, tl_record_get_id (risk));

      if (tl_risk_set_assessment (risk, assessment, same) && self->assessed)
        g_hash_table_add (changed, risk);
    }
  tl_record_list_touch_all (self->lists[TL_TABLE_RISK], changed);
  self->assessed = TRUE;
}
