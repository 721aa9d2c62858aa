/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <string.h>

/* What a list can show on a line or two; the whole text is then the baseline issue. */
#define LONGEST_TITLE 120

/**
 * tl_foreign_risk_free:
 * @risk: (transfer full): a risk that the file names
 *
 * Frees it.
 */
void
tl_foreign_risk_free (TlForeignRisk *risk)
{
  g_free (risk->title);
  g_free (risk->written_ref);
  g_free (risk->place);
  g_free (risk);
}

/**
 * tl_foreign_risk_make_title:
 * @text: what names a concern
 *
 * Returns: (transfer full): its first line or sentence, where it is a paragraph
 */
char *
tl_foreign_risk_make_title (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);
  g_autofree char *line = tl_foreign_one_line (lines[0] != NULL ? lines[0] : "");
  const char *stop = strstr (line, ". ");
  g_autofree char *start = NULL;
  char *space;

  if (g_utf8_strlen (line, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&line);
  if (stop != NULL && g_utf8_strlen (line, stop - line) <= LONGEST_TITLE)
    return g_strndup (line, (gsize) (stop - line));
  start = g_utf8_substring (line, 0, LONGEST_TITLE);
  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (start, "…", NULL);
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  g_autofree char *folded_a = tl_foreign_fold (a), *folded_b = tl_foreign_fold (b);

  return g_str_equal (folded_a, folded_b);
}

static void
add_to_index (GHashTable *index,
              const char *title,
              gpointer    what)
{
  g_autofree char *folded = tl_foreign_fold (title);
  GPtrArray *list = g_hash_table_lookup (index, folded);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index, g_steal_pointer (&folded), list);
    }
  g_ptr_array_add (list, what);
}

/* Returns: (nullable): what has the title, in the order in which it came */
static const GPtrArray *
find_in_index (GHashTable *index,
               const char *title)
{
  g_autofree char *folded = tl_foreign_fold (title);

  return g_hash_table_lookup (index, folded);
}

static gboolean
is_free (TlForeignWork     *work,
         const TlRiskFacts *risk)
{
  return risk->base.ref != NULL && risk->title != NULL && !g_hash_table_contains (work->claimed, risk);
}

static gboolean
has_scope (const TlRiskFacts *risk,
           const char        *place)
{
  for (guint i = 0; i < risk->scope.n; i++)
    {
      if (g_strcmp0 (TL_FACTS_AT (risk->scope, TlFacts, i)->ref, place) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable): the risk that the workbook has from an earlier import, or by the same title */
static const TlRiskFacts *
find_existing (TlForeignWork *work,
               const char    *title,
               const char    *written_ref,
               const char    *place)
{
  const GPtrArray *named = find_in_index (work->existing_risks, title);
  g_autofree char *bare = g_strconcat ("R", written_ref, NULL);

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const TlRiskFacts *risk = g_ptr_array_index (named, i);

      if (is_free (work, risk) && (place == NULL || risk->scope.n == 0 || has_scope (risk, place)))
        return risk;
    }
  for (guint i = 0; *written_ref != '\0' && i < tl_snapshot_count (work->existing, TL_TABLE_RISK); i++)
    {
      const TlRiskFacts *risk = tl_snapshot_get (work->existing, TL_TABLE_RISK, i);

      /* The same number in two lists doesn't make them one; about the same words do. */
      if (is_free (work, risk) && (place == NULL || risk->scope.n == 0 || has_scope (risk, place))
          && (g_str_equal (risk->base.ref, written_ref) || g_str_equal (risk->base.ref, bare)
              || g_strcmp0 (risk->origin_reference, written_ref) == 0)
          && tl_foreign_is_alike (risk->title, title))
        return risk;
    }
  return NULL;
}

/**
 * tl_foreign_risk_add:
 * @work: a result in the making
 * @cells: the first row that names it
 * @text: its concern
 * @written_ref: what the file calls it, "" for nothing
 * @from: which column names it, -1 for none
 *
 * Begins a risk: one that the workbook has from an earlier import or by the same title, otherwise a new one.
 *
 * Returns: (transfer none): the risk
 */
TlForeignRisk *
tl_foreign_risk_add (TlForeignWork        *work,
                     const TlForeignCells *cells,
                     const char           *text,
                     const char           *written_ref,
                     int                   from)
{
  TlForeignRisk *risk = g_new0 (TlForeignRisk, 1);
  const TlRiskFacts *existing;

  risk->title = tl_foreign_risk_make_title (text);
  risk->written_ref = g_strdup (written_ref);
  risk->place = g_strdup (tl_foreign_place_of_sheet (work, cells));
  existing = find_existing (work, risk->title, written_ref, risk->place);
  if (existing != NULL)
    tl_foreign_work_claim (work, &existing->base);
  risk->out = tl_foreign_out_add (work, TL_TABLE_RISK, existing != NULL ? &existing->base : NULL, written_ref, cells);
  tl_foreign_out_set (risk->out, "title", risk->title, from);
  if (!is_same_text (risk->title, text))
    tl_foreign_out_set (risk->out, "baseline_issue", text, from);
  if (*written_ref != '\0' && g_strcmp0 (risk->out->ref, written_ref) != 0
      && cells->columns[TL_FOREIGN_FIELD_RISK_ORIGIN_REFERENCE] < 0)
    tl_foreign_out_set (risk->out, "origin_reference", written_ref, cells->columns[TL_FOREIGN_FIELD_RISK_REF]);
  g_ptr_array_add (work->risks, risk);
  add_to_index (work->risk_index, risk->title, risk);
  return risk;
}

/**
 * tl_foreign_risk_find:
 * @work: a result in the making
 * @cells: a row
 * @title: the title of its concern
 * @written_ref: what the file calls it, "" for nothing
 *
 * The same concern on several rows is one risk; the same words under another number, or of another home, are another.
 *
 * Returns: (transfer none) (nullable): the risk, if an earlier row named it
 */
TlForeignRisk *
tl_foreign_risk_find (TlForeignWork        *work,
                      const TlForeignCells *cells,
                      const char           *title,
                      const char           *written_ref)
{
  const GPtrArray *named = find_in_index (work->risk_index, title);
  const char *place = tl_foreign_place_of_sheet (work, cells);

  for (guint i = named != NULL ? named->len : 0; i > 0; i--)
    {
      TlForeignRisk *risk = g_ptr_array_index (named, i - 1);

      if (g_strcmp0 (risk->place, place) == 0
          && (*written_ref == '\0' || *risk->written_ref == '\0' || is_same_text (risk->written_ref, written_ref)))
        return risk;
    }
  return NULL;
}

/**
 * tl_foreign_risks_begin:
 * @work: a result in the making
 *
 * Gets to know the workbook's risks.
 */
void
tl_foreign_risks_begin (TlForeignWork *work)
{
  for (guint i = 0; i < tl_snapshot_count (work->existing, TL_TABLE_RISK); i++)
    {
      const TlRiskFacts *risk = tl_snapshot_get (work->existing, TL_TABLE_RISK, i);

      if (risk->title != NULL)
        add_to_index (work->existing_risks, risk->title, (gpointer) risk);
    }
}
