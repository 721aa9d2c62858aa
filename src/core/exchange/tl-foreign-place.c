/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <string.h>

static const char *
make_place (TlForeignWork        *work,
            const TlForeignCells *cells,
            TlForeignField        field,
            const char           *name)
{
  int column = cells->columns[field];
  g_autofree char *heading =
    column >= 0 ? tl_foreign_fold (work->mapping->layouts[cells->sheet].headings[column]) : g_strdup ("");
  g_autofree char *folded = tl_foreign_fold (name);
  TlForeignOut *out = tl_foreign_out_add (work, TL_TABLE_PLACE, NULL, NULL, cells);
  gboolean team = strstr (heading, "team") != NULL || strstr (heading, "unit") != NULL || strstr (heading, "floor") != NULL;

  tl_foreign_out_set (out, "name", name, column);
  tl_foreign_out_set (out, "kind", team ? "team" : "location", column);
  g_hash_table_insert (work->places, g_steal_pointer (&folded), g_strdup (out->ref));
  return out->ref;
}

static gboolean
is_everywhere (const char *folded)
{
  static const char * const words[] = { "all", "all homes", "all sites", "all services", "all locations", "provider wide",
                                        "whole home", "whole service", "n a", "na", "various", "all units", "all areas",
                                        "organisation wide", "company wide", "corporate", "head office", "tbc", "" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (folded, words[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_foreign_place_find:
 * @work: a result in the making
 * @cells: the row
 * @field: which of its cells
 * @text: what stands there
 * @kept: (inout) (nullable): a word that is left out is added to it
 *
 * Finds out which place is meant. One that isn't in the workbook yet becomes a new location, or a team where the
 * heading says so.
 *
 * Returns: (transfer none) (nullable): its ref
 */
const char *
tl_foreign_place_find (TlForeignWork         *work,
                       const TlForeignCells  *cells,
                       TlForeignField         field,
                       const char            *text,
                       char                 **kept)
{
  g_autofree char *word = tl_foreign_one_line (text);
  g_autofree char *folded = tl_foreign_fold (word);
  const char *known = g_hash_table_lookup (work->places, folded);
  const TlPlaceFacts *place = tl_snapshot_find_ref (work->existing, TL_TABLE_PLACE, word);
  const char *meaning;

  if (*word == '\0')
    return NULL;
  if (place != NULL && known == NULL)
    known = place->base.ref;
  meaning = tl_foreign_work_look_up (work, cells, field, word, is_everywhere (folded) ? "" : known != NULL ? known : word);
  if (*meaning == '\0')
    {
      tl_foreign_keep_word (kept, word);
      return NULL;
    }
  place = tl_snapshot_find_ref (work->existing, TL_TABLE_PLACE, meaning);
  if (place != NULL)
    return place->base.ref;
  g_free (folded);
  folded = tl_foreign_fold (meaning);
  known = g_hash_table_lookup (work->places, folded);
  if (known != NULL)
    return known;
  {
    GHashTableIter iter;
    gpointer ref;

    g_hash_table_iter_init (&iter, work->places);
    while (g_hash_table_iter_next (&iter, NULL, &ref))
      {
        if (g_str_equal (ref, meaning))
          return ref;
      }
  }
  return make_place (work, cells, field, meaning);
}

/**
 * tl_foreign_place_of_sheet:
 * @work: a result in the making
 * @cells: a row of a plan that has no column for places
 *
 * Many a provider keeps a sheet for each home. Its name is a place where the workbook knows it, or somebody says so.
 *
 * Returns: (transfer none) (nullable): the place's ref
 */
const char *
tl_foreign_place_of_sheet (TlForeignWork        *work,
                           const TlForeignCells *cells)
{
  const char *name = tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (work->book, cells->sheet));
  g_autofree char *folded = NULL;
  g_autofree char *kept = NULL;
  guint n_plans = 0;

  for (guint i = 0; i < work->mapping->n_sheets; i++)
    n_plans += work->mapping->layouts[i].kind == TL_FOREIGN_KIND_PLAN;
  if (cells->columns[TL_FOREIGN_FIELD_ACTION_PLACE] >= 0 || n_plans < 2)
    return NULL;
  folded = tl_foreign_fold (name);
  if (g_hash_table_contains (work->places, folded))
    return tl_foreign_place_find (work, cells, TL_FOREIGN_FIELD_ACTION_PLACE, name, &kept);
  /* Nobody knows whether "Completed" is a home; the word is listed, so that somebody can say that it is. */
  if (*tl_foreign_work_look_up (work, cells, TL_FOREIGN_FIELD_ACTION_PLACE, name, "") == '\0')
    return NULL;
  return tl_foreign_place_find (work, cells, TL_FOREIGN_FIELD_ACTION_PLACE, name, &kept);
}
