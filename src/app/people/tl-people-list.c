/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-people-list.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-row-words.h"

/* No provider is deeper than this. */
#define DEEPEST 16

typedef struct
{
  TlSnapshot *snapshot;
  TlTable table;
  char *folded;
  TlDay day;
  GHashTable *duties;
  GPtrArray *items;
} Filling;

/* ── Of a person ──────────────────────────────────────────────────────────── */

/* Which open risks each person answers for, by id. */
static GHashTable *
map_duties (TlAssessment *assessment)
{
  GHashTable *duties = g_hash_table_new_full (tl_id_hash, tl_id_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);
      const TlPersonFacts *person = risk->owner != NULL ? risk->owner->person : NULL;
      GPtrArray *refs = person != NULL ? g_hash_table_lookup (duties, &person->base.id) : NULL;

      if (person == NULL || risk->state != TL_RISK_STATE_OPEN)
        continue;
      if (refs == NULL)
        {
          refs = g_ptr_array_new ();
          g_hash_table_insert (duties, (gpointer) &person->base.id, refs);
        }
      g_ptr_array_add (refs, (gpointer) (risk->facts->base.ref != NULL ? risk->facts->base.ref : risk->facts->title));
    }
  return duties;
}

static char *
say_duties (Filling       *self,
            const TlFacts *row)
{
  GPtrArray *refs = self->table == TL_TABLE_PERSON ? g_hash_table_lookup (self->duties, &row->id) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (refs == NULL)
    return g_strdup ("");
  for (guint i = 0; i < refs->len; i++)
    g_ptr_array_add (names, refs->pdata[i] != NULL ? refs->pdata[i] : (gpointer) "");
  g_ptr_array_add (names, NULL);
  list = tl_format_list ((const char * const *) names->pdata);
  /* Translators: %s is a list of risks, such as "R1 and R4" */
  return g_strdup_printf (_("Answers for %s"), list);
}

/* ── Rows ─────────────────────────────────────────────────────────────────── */

static TlDay
get_until (TlTable        table,
           const TlFacts *row)
{
  if (table == TL_TABLE_PLACE)
    return ((const TlPlaceFacts *) row)->until_date;
  return table == TL_TABLE_PERSON ? ((const TlPersonFacts *) row)->until_date : TL_NO_DAY;
}

static gboolean
has_ended (Filling       *self,
           const TlFacts *row)
{
  TlDay until = get_until (self->table, row);

  return until != TL_NO_DAY && until <= self->day;
}

static void
add (Filling       *self,
     const TlFacts *row,
     guint          depth)
{
  g_autofree char *title = tl_row_words_title (self->table, row), *detail = tl_row_words_detail (self->table, row);
  g_autofree char *duties = say_duties (self, row);
  g_autoptr (TlPeopleItem) item = tl_people_item_new (self->table, &row->id, title, detail, duties, depth,
                                                      has_ended (self, row));

  if (tl_people_item_matches (item, self->folded))
    g_ptr_array_add (self->items, g_steal_pointer (&item));
}

static void
add_rows (Filling  *self,
          gboolean  ended)
{
  for (guint i = 0; i < tl_snapshot_count (self->snapshot, self->table); i++)
    {
      const TlFacts *row = tl_snapshot_get (self->snapshot, self->table, i);

      if (has_ended (self, row) == ended)
        add (self, row, 0);
    }
}

/* The provider first, and last what lies across its places. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TlPlaceFacts *one = *(const TlPlaceFacts * const *) a, *two = *(const TlPlaceFacts * const *) b;

  if (one->kind != two->kind)
    return (int) one->kind - (int) two->kind;
  return tl_facts_compare (TL_TABLE_PLACE, &one->base, &two->base);
}

/* Beneath each place those that lie directly within it. */
static GHashTable *
map_children (Filling *self)
{
  GHashTable *children = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < tl_snapshot_count (self->snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (self->snapshot, TL_TABLE_PLACE, i);
      GPtrArray *own = g_hash_table_lookup (children, place->parent);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (children, (gpointer) place->parent, own);
        }
      g_ptr_array_add (own, (gpointer) place);
    }
  return children;
}

static void
add_branch (Filling            *self,
            GHashTable         *children,
            GHashTable         *seen,
            const TlPlaceFacts *parent,
            guint               depth)
{
  GPtrArray *own = g_hash_table_lookup (children, parent);

  if (own != NULL)
    g_ptr_array_sort (own, compare_places);
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const TlPlaceFacts *place = g_ptr_array_index (own, i);

      if (!g_hash_table_add (seen, (gpointer) place))
        continue;
      add (self, &place->base, *self->folded == '\0' ? MIN (depth, DEEPEST) : 0);
      add_branch (self, children, seen, place, depth + 1);
    }
}

/* Places that contain each other, as a merge may leave them, hang on nothing and come last. */
static void
add_places (Filling *self)
{
  g_autoptr (GHashTable) children = map_children (self), seen = g_hash_table_new (NULL, NULL);

  add_branch (self, children, seen, NULL, 0);
  for (guint i = 0; i < tl_snapshot_count (self->snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (self->snapshot, TL_TABLE_PLACE, i);

      if (!g_hash_table_contains (seen, place))
        add (self, &place->base, 0);
    }
}

/* ── The list ─────────────────────────────────────────────────────────────── */

/* What says the same stays, so that the keyboard does, too. */
static void
splice (GListStore *list,
        GPtrArray  *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list)), first = 0, last = 0;

  for (; first < MIN (n, items->len); first++)
    {
      g_autoptr (TlPeopleItem) item = g_list_model_get_item (G_LIST_MODEL (list), first);

      if (!tl_people_item_equal (item, g_ptr_array_index (items, first)))
        break;
    }
  for (; last < MIN (n, items->len) - first; last++)
    {
      g_autoptr (TlPeopleItem) item = g_list_model_get_item (G_LIST_MODEL (list), n - 1 - last);

      if (!tl_people_item_equal (item, g_ptr_array_index (items, items->len - 1 - last)))
        break;
    }
  if (first + last < MAX (n, items->len))
    g_list_store_splice (list, first, n - first - last, items->pdata + first, items->len - first - last);
}

/**
 * tl_people_list_fill:
 * @list: (element-type TlPeopleItem): a list
 * @workbook: (nullable): a workbook
 * @table: people, places or forums
 * @search: what is searched for; empty for all
 *
 * Makes the list say what the workbook does now.
 */
void
tl_people_list_fill (GListStore *list,
                     TlWorkbook *workbook,
                     TlTable     table,
                     const char *search)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) duties = NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (search)), *folded = g_utf8_casefold (trimmed, -1);
  Filling self = { NULL, table, folded, TL_NO_DAY, NULL, items };

  if (workbook != NULL)
    {
      self.snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
      self.day = tl_assessment_get_as_at (tl_workbook_get_assessment (workbook));
      self.duties = duties = map_duties (tl_workbook_get_assessment (workbook));
    }
  if (workbook != NULL && table == TL_TABLE_PLACE)
    add_places (&self);
  else if (workbook != NULL)
    {
      add_rows (&self, FALSE);
      add_rows (&self, TRUE);
    }
  splice (list, items);
}
