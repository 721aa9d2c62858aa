/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-join-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-erase-text.h"
#include "tl-join-places.h"
#include "tl-join-values.h"
#include "tl-layout.h"
#include "tl-store-join.h"

#define ATTACHMENT "attachment"

struct _TlJoinPlan
{
  TlSnapshot *existing;
  TlSnapshot *other;
  /* What was brought in of the other workbook before, "table:row:column". */
  GHashTable *brought;
  const TlPlaceFacts *place;
  TlChange *change;
  TlImportCounts counts[TL_N_TABLES];
  guint n_matched[TL_N_TABLES];
  GPtrArray *notes;

  /* Rows of ours that rows of theirs are, by their ids; rows of theirs that aren't brought in. */
  GHashTable *same_places;
  GHashTable *same_people;
  GHashTable *left_out;
  /* The refs of each table, and the highest number for letters that has been looked for. */
  GHashTable *refs;
  GHashTable *highest;
};

/* The row that is worked on, and whether it goes on. */
typedef struct
{
  TlJoinPlan *plan;
  const TlTableLayout *layout;
  TlTable table;
  const TlFacts *theirs;
  const TlFacts *ours;
  TlId id;
  gboolean required;
  gboolean broken;
  gboolean changes;
  GHashTable *now;
  TlChange *edits;
} Row;

/* A row has the same id however often its workbook is brought in, and another one in each workbook. */
static TlId
make_id (const TlJoinPlan *self,
         const char       *table,
         const TlId       *row)
{
  char document[TL_ID_HEX_LENGTH + 1], hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (tl_snapshot_get_document (self->other), document);
  tl_id_to_hex (row, hex);
  return tl_id_from_name (tl_snapshot_get_document (self->existing), "workbook", document, table, hex, NULL);
}

static char *
make_key (const char *table,
          const TlId *row,
          const char *column)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (row, hex);
  return g_strdup_printf ("%s:%s:%s", table, hex, column);
}

static const TlValue *
find_brought (const TlJoinPlan *self,
              const char       *table,
              const TlId       *row,
              const char       *column)
{
  g_autofree char *key = make_key (table, row, column);

  return g_hash_table_lookup (self->brought, key);
}

/* ── Which rows are the same ──────────────────────────────────────────────── */

static void
match_people (TlJoinPlan *self)
{
  self->same_people = g_hash_table_new (tl_id_hash, tl_id_equal);
  for (guint i = 0; i < tl_snapshot_count (self->other, TL_TABLE_PERSON); i++)
    {
      const TlPersonFacts *theirs = tl_snapshot_get (self->other, TL_TABLE_PERSON, i);
      TlId id = make_id (self, "person", &theirs->base.id);

      if (tl_snapshot_find (self->existing, TL_TABLE_PERSON, &id) != NULL
          || tl_erase_text_contains (theirs->name, TL_ERASED_TEXT))
        continue;
      for (guint j = 0; j < tl_snapshot_count (self->existing, TL_TABLE_PERSON); j++)
        {
          const TlPersonFacts *ours = tl_snapshot_get (self->existing, TL_TABLE_PERSON, j);

          if (g_str_equal (ours->name, theirs->name) && g_str_equal (ours->role, theirs->role))
            {
              g_hash_table_insert (self->same_people, (gpointer) &theirs->base.id, (gpointer) ours);
              break;
            }
        }
    }
}

static const TlFacts *
find_same (TlTable        table,
           const TlFacts *row,
           TlJoinPlan    *self)
{
  if (table == TL_TABLE_PLACE)
    return g_hash_table_lookup (self->same_places, &row->id);
  return table == TL_TABLE_PERSON ? g_hash_table_lookup (self->same_people, &row->id) : NULL;
}

static gboolean
link_cb (TlTable        table,
         const TlFacts *row,
         TlId          *id,
         gpointer       data)
{
  TlJoinPlan *self = ((Row *) data)->plan;
  const TlFacts *same = find_same (table, row, self);

  if (g_hash_table_contains (self->left_out, &row->id))
    return FALSE;
  *id = same != NULL ? same->id : make_id (self, tl_layout_get (table)->name, &row->id);
  return TRUE;
}

/* ── Refs ─────────────────────────────────────────────────────────────────── */

static char *
make_ref_key (TlTable     table,
              const char *ref)
{
  return g_strdup_printf ("%u:%s", (guint) table, ref);
}

static void
note_ref (TlJoinPlan *self,
          TlTable     table,
          const char *ref)
{
  gsize length = strlen (ref);
  g_autofree char *letters = NULL;
  guint64 number;

  g_hash_table_add (self->refs, make_ref_key (table, ref));
  while (length > 0 && g_ascii_isdigit (ref[length - 1]))
    length--;
  number = g_ascii_strtoull (ref + length, NULL, 10);
  letters = g_strndup (ref, length);
  if (number < G_MAXUINT / 2)
    {
      char *key = make_ref_key (table, letters);
      guint highest = GPOINTER_TO_UINT (g_hash_table_lookup (self->highest, key));

      g_hash_table_insert (self->highest, key, GUINT_TO_POINTER (MAX (highest, (guint) number)));
    }
}

static void
note_refs (TlJoinPlan *self)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      for (guint i = 0; i < tl_snapshot_count (self->existing, table); i++)
        {
          const TlFacts *row = tl_snapshot_get (self->existing, table, i);

          if (row->ref != NULL)
            note_ref (self, table, row->ref);
        }
    }
}

/* A ref that is free stays; one that is taken becomes the next number behind the same letters. */
static char *
make_ref (TlJoinPlan *self,
          TlTable     table,
          const char *ref)
{
  g_autofree char *taken = make_ref_key (table, ref);
  g_autofree char *letters = NULL, *key = NULL;
  gsize length = strlen (ref);
  char *free_ref;

  if (!g_hash_table_contains (self->refs, taken))
    free_ref = g_strdup (ref);
  else
    {
      while (length > 0 && g_ascii_isdigit (ref[length - 1]))
        length--;
      letters = g_strndup (ref, length);
      key = make_ref_key (table, letters);
      free_ref = g_strdup_printf ("%s%u", letters,
                                  MAX (GPOINTER_TO_UINT (g_hash_table_lookup (self->highest, key)), 1) + 1);
    }
  note_ref (self, table, free_ref);
  return free_ref;
}

/* ── One row ──────────────────────────────────────────────────────────────── */

static void
now_cb (const char    *column,
        const TlValue *value,
        gboolean       broken,
        gpointer       data)
{
  TlValue *copy = g_new0 (TlValue, 1);

  tl_value_copy (value, copy);
  g_hash_table_insert (((Row *) data)->now, g_strdup (column), copy);
}

static gboolean
is_nothing (const TlValue *value)
{
  return value == NULL || value->type == TL_VALUE_NULL;
}

static gboolean
is_same_value (const TlValue *one,
               const TlValue *other)
{
  return (is_nothing (one) && is_nothing (other))
         || (one != NULL && other != NULL && tl_value_equal (one, other));
}

/* A place that is in none of theirs is in the chosen one. */
static gboolean
is_top (const Row  *row,
        const char *column)
{
  const TlPlaceFacts *place = (const TlPlaceFacts *) row->theirs;

  return row->table == TL_TABLE_PLACE && strcmp (column, "parent") == 0 && place->parent == NULL
         && place->kind != TL_PLACE_KIND_SHIFT && place->kind != TL_PLACE_KIND_STAFF_GROUP;
}

/* What somebody has changed here since it was last brought in stays, unless it has been changed there too. */
static void
value_cb (const char    *column,
          const TlValue *value,
          gboolean       broken,
          gpointer       data)
{
  Row *row = data;
  const TlValue *before = find_brought (row->plan, row->layout->name, &row->id, column);
  g_auto (TlValue) chosen = TL_VALUE_INIT;

  if (is_top (row, column))
    {
      tl_value_set_id (&chosen, &row->plan->place->base.id);
      value = &chosen;
    }
  row->broken |= broken && row->required;
  if (row->ours == NULL ? is_nothing (value)
                        : is_same_value (value, before) || is_same_value (value, g_hash_table_lookup (row->now, column)))
    return;
  row->changes = TRUE;
  tl_change_set (row->edits, row->layout->name, &row->id, column, value);
}

static void
read_pairs (Row           *row,
            const TlField *field)
{
  const TlFactsList *list = (gconstpointer) ((const guint8 *) row->theirs + field->offset);
  g_autofree char *pairs = tl_field_get_pairs (row->table, field);

  for (guint i = 0; i < list->n; i++)
    {
      const TlFacts *target = TL_FACTS_AT (*list, TlFacts, i);
      TlId id, pair;

      if (!link_cb (field->target, target, &id, row))
        continue;
      pair = tl_field_get_pair_id (row->table, field, &row->id, &id);
      if (find_brought (row->plan, pairs, &pair, TL_COLUMN_LIVE) != NULL)
        continue;
      row->changes = TRUE;
      tl_change_add_row (row->edits, pairs, &pair);
      tl_change_set_id (row->edits, pairs, &pair, row->layout->name, &row->id);
      tl_change_set_id (row->edits, pairs, &pair, tl_layout_get (field->target)->name, &id);
    }
}

static void
free_value (gpointer value)
{
  tl_value_clear (value);
  g_free (value);
}

static void
read_fields (Row *row)
{
  for (guint i = 0; i < row->layout->n_fields; i++)
    {
      const TlField *field = &row->layout->fields[i];

      row->required = (field->flags & TL_FIELD_REQUIRED) != 0;
      if (field->type == TL_FIELD_LINKS)
        {
          read_pairs (row, field);
          continue;
        }
      if (row->ours != NULL)
        tl_join_values_read (field, row->ours, tl_join_values_keep_links, now_cb, row);
      tl_join_values_read (field, row->theirs, link_cb, value_cb, row);
    }
}

static void
take_edits (TlJoinPlan     *self,
            const TlChange *edits)
{
  for (guint i = 0; i < tl_change_get_n_edits (edits); i++)
    {
      const TlEdit *edit = tl_change_get_edit (edits, i);

      if (strcmp (edit->column, TL_COLUMN_LIVE) == 0)
        tl_change_add_row (self->change, edit->table, &edit->row);
      else
        tl_change_set (self->change, edit->table, &edit->row, edit->column, &edit->new_value);
    }
}

static void
add_attachments (TlJoinPlan            *self,
                 const TlEvidenceFacts *theirs,
                 const TlId            *evidence)
{
  for (guint i = 0; i < theirs->attachments.n; i++)
    {
      const TlAttachmentFacts *file = TL_FACTS_AT (theirs->attachments, TlAttachmentFacts, i);
      TlId id = make_id (self, ATTACHMENT, &file->id);
      g_auto (TlValue) content = TL_VALUE_INIT;

      if (find_brought (self, ATTACHMENT, &id, TL_COLUMN_LIVE) != NULL)
        continue;
      tl_value_set_bytes (&content, file->content, sizeof file->content);
      tl_change_add_row (self->change, ATTACHMENT, &id);
      tl_change_set_id (self->change, ATTACHMENT, &id, "evidence", evidence);
      tl_change_set_text (self->change, ATTACHMENT, &id, "name", file->name);
      tl_change_set_text (self->change, ATTACHMENT, &id, "media_type", file->media_type);
      tl_change_set (self->change, ATTACHMENT, &id, "content", &content);
    }
}

static void
begin_row (Row *row)
{
  g_autofree char *ref = NULL;

  if (row->ours != NULL)
    return;
  tl_change_add_row (row->edits, row->layout->name, &row->id);
  if (row->theirs->ref != NULL)
    {
      ref = make_ref (row->plan, row->table, row->theirs->ref);
      tl_change_set_text (row->edits, row->layout->name, &row->id, "ref", ref);
    }
}

/* A row that was brought in before and has been removed here stays removed, with all that needs it. */
static void
plan_row (TlJoinPlan    *self,
          TlTable        table,
          const TlFacts *theirs)
{
  const TlTableLayout *layout = tl_layout_get (table);
  g_autoptr (GHashTable) now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  g_autoptr (TlChange) edits = tl_change_new (TL_CHANGE_KIND_IMPORT);
  Row row = { .plan = self, .layout = layout, .table = table, .theirs = theirs, .now = now, .edits = edits };

  if (find_same (table, theirs, self) != NULL)
    {
      self->n_matched[table]++;
      return;
    }
  row.id = make_id (self, layout->name, &theirs->id);
  row.ours = tl_snapshot_find (self->existing, table, &row.id);
  if (row.ours == NULL && find_brought (self, layout->name, &row.id, TL_COLUMN_LIVE) != NULL)
    row.broken = TRUE;
  else
    read_fields (&row);
  if (row.broken)
    {
      g_hash_table_add (self->left_out, (gpointer) &theirs->id);
      self->counts[table].left_out++;
      return;
    }
  begin_row (&row);
  if (row.ours == NULL)
    self->counts[table].added++;
  else if (row.changes)
    self->counts[table].changed++;
  else
    self->counts[table].unchanged++;
  take_edits (self, edits);
  if (table == TL_TABLE_EVIDENCE)
    add_attachments (self, (const TlEvidenceFacts *) theirs, &row.id);
}

/* ── The whole ────────────────────────────────────────────────────────────── */

static void
write_notes (TlJoinPlan *self)
{
  guint n_left_out = 0;

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    n_left_out += self->counts[table].left_out;
  if (n_left_out > 0)
    g_ptr_array_add (self->notes,
                     g_strdup_printf (ngettext ("%u row was brought in before and has been removed here since, or needs "
                                                "one that has; it stays out.",
                                                "%u rows were brought in before and have been removed here since, or need "
                                                "one that has; they stay out.", n_left_out), n_left_out));
  if (g_strcmp0 (tl_snapshot_get_framework (self->existing), tl_snapshot_get_framework (self->other)) != 0)
    g_ptr_array_add (self->notes, g_strdup (_("The other workbook uses another framework. This one’s stays.")));
}

/**
 * tl_join_plan_new:
 * @existing: a workbook
 * @other: another workbook, with an id of its own
 * @brought: (element-type utf8 TlValue): what was brought in of it before, by [struct@Tl.OtherWorkbook]
 * @place: which place of @existing the other is of
 *
 * Plans how to bring all of the other workbook's facts in, as one change. Its top place is @place; people are the same
 * where name and role are; nothing is taken for the same by its ref, and refs that are taken become the next numbers.
 * Brought in again only what has changed there changes. Settings and framework stay.
 *
 * Returns: (transfer full) (nullable): a plan, %NULL when there is no such place
 */
TlJoinPlan *
tl_join_plan_new (TlSnapshot *existing,
                  TlSnapshot *other,
                  GHashTable *brought,
                  const TlId *place)
{
  g_autoptr (TlJoinPlan) self = g_new0 (TlJoinPlan, 1);
  char document[TL_ID_HEX_LENGTH + 1];

  self->existing = tl_snapshot_ref (existing);
  self->other = tl_snapshot_ref (other);
  self->brought = g_hash_table_ref (brought);
  self->place = tl_snapshot_find (existing, TL_TABLE_PLACE, place);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->change = tl_change_new (TL_CHANGE_KIND_IMPORT);
  if (self->place == NULL)
    return NULL;
  tl_id_to_hex (tl_snapshot_get_document (other), document);
  tl_change_set_note (self->change, TL_NOTE_JOINS, document);
  self->left_out = g_hash_table_new (tl_id_hash, tl_id_equal);
  self->refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->highest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->same_places = tl_join_places_match (existing, other, self->place);
  match_people (self);
  note_refs (self);
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      for (guint i = 0; i < tl_snapshot_count (other, table); i++)
        plan_row (self, table, tl_snapshot_get (other, table, i));
    }
  write_notes (self);
  return g_steal_pointer (&self);
}

/**
 * tl_join_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees a plan.
 */
void
tl_join_plan_free (TlJoinPlan *self)
{
  g_clear_pointer (&self->same_places, g_hash_table_unref);
  g_clear_pointer (&self->same_people, g_hash_table_unref);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->refs, g_hash_table_unref);
  g_clear_pointer (&self->highest, g_hash_table_unref);
  g_hash_table_unref (self->brought);
  g_ptr_array_unref (self->notes);
  tl_change_unref (self->change);
  tl_snapshot_unref (self->existing);
  tl_snapshot_unref (self->other);
  g_free (self);
}

/**
 * tl_join_plan_get_change:
 * @self: a plan
 *
 * Returns: (transfer none): what would be changed; without edits when all of it is there already
 */
TlChange *
tl_join_plan_get_change (const TlJoinPlan *self)
{
  return self->change;
}

/**
 * tl_join_plan_get_counts:
 * @self: a plan
 * @table: a table
 *
 * Returns: how many of its rows would be added or changed
 */
TlImportCounts
tl_join_plan_get_counts (const TlJoinPlan *self,
                         TlTable           table)
{
  return self->counts[table];
}

/**
 * tl_join_plan_get_n_matched:
 * @self: a plan
 * @table: the table of places or of people
 *
 * Returns: how many rows of the other workbook are rows of this one
 */
guint
tl_join_plan_get_n_matched (const TlJoinPlan *self,
                            TlTable           table)
{
  return self->n_matched[table];
}

/**
 * tl_join_plan_get_n_notes:
 * @self: a plan
 *
 * Returns: how many remarks there are
 */
guint
tl_join_plan_get_n_notes (const TlJoinPlan *self)
{
  return self->notes->len;
}

/**
 * tl_join_plan_get_note:
 * @self: a plan
 * @index: less than their number
 *
 * Returns: (transfer none): something that whoever decides should know, a sentence
 */
const char *
tl_join_plan_get_note (const TlJoinPlan *self,
                       guint             index)
{
  return g_ptr_array_index (self->notes, index);
}
