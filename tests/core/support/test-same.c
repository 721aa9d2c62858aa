/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-same.h"

#include <math.h>
#include <string.h>

#include "tl-check-json.h"

static const char *
hex (gconstpointer row)
{
  static char texts[8][TL_ID_HEX_LENGTH + 1];
  static guint next;
  char *text = texts[next++ % G_N_ELEMENTS (texts)];

  if (row == NULL)
    return "-";
  tl_id_to_hex (&((const TlFacts *) row)->id, text);
  return text;
}

static void
dump_list (GString           *text,
           const char        *name,
           const TlFactsList *list)
{
  g_string_append_printf (text, " %s[", name);
  for (guint i = 0; i < list->n; i++)
    g_string_append_printf (text, "%s ", hex (list->rows[i]));
  g_string_append_c (text, ']');
}

static void
dump_texts (GString            *text,
            const char * const *texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    g_string_append_printf (text, "“%s”", texts[i]);
}

static void
dump_field (GString       *text,
            const TlField *field,
            gconstpointer  row)
{
  gconstpointer at = (const guint8 *) row + field->offset;
  const TlWho *who = at;

  g_string_append_printf (text, " %s=", field->column);
  switch (field->type)
    {
    case TL_FIELD_TEXT:
      g_string_append (text, *(const char * const *) at != NULL ? *(const char * const *) at : "(null)");
      break;
    case TL_FIELD_TEXTS:
      dump_texts (text, *(const char * const * const *) at);
      break;
    case TL_FIELD_NUMBER:
      g_string_append_printf (text, "%.17g", *(const double *) at);
      break;
    case TL_FIELD_DAY:
    case TL_FIELD_WHOLE:
    case TL_FIELD_WORD:
      g_string_append_printf (text, "%d", *(const int *) at);
      break;
    case TL_FIELD_LINK:
      g_string_append (text, hex (*(gconstpointer *) at));
      break;
    case TL_FIELD_LINKS:
      dump_list (text, "", at);
      break;
    case TL_FIELD_WHO:
      g_string_append_printf (text, "%s %s", hex (who->person), who->text != NULL ? who->text : "(null)");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
dump_back_lists (GString       *text,
                 TlTable        table,
                 gconstpointer  row)
{
  for (TlTable other = 0; other < TL_N_TABLES; other++)
    {
      const TlTableLayout *layout = tl_layout_get (other);

      for (guint i = 0; i < layout->n_fields; i++)
        {
          if (layout->fields[i].target == table && layout->fields[i].back_offset != 0)
            dump_list (text, layout->name, (gconstpointer) ((const guint8 *) row + layout->fields[i].back_offset));
        }
    }
}

static char *
dump_row (TlTable        table,
          const TlFacts *row)
{
  const TlTableLayout *layout = tl_layout_get (table);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %s %d", layout->name, hex (row), row->ref != NULL ? row->ref : "(null)",
                          row->occurrence);
  for (guint i = 0; i < layout->n_fields; i++)
    dump_field (text, &layout->fields[i], row);
  dump_back_lists (text, table, row);
  return g_string_free_and_steal (text);
}

static gboolean
same_found (const TlSnapshot *patched,
            const TlSnapshot *fresh,
            TlTable           table,
            const TlFacts    *row)
{
  const TlFacts *by_ref = row->ref != NULL ? tl_snapshot_find_ref (patched, table, row->ref) : NULL;
  const TlFacts *fresh_by_ref = row->ref != NULL ? tl_snapshot_find_ref (fresh, table, row->ref) : NULL;

  return tl_snapshot_find (patched, table, &row->id) == row && g_str_equal (hex (by_ref), hex (fresh_by_ref));
}

static gboolean
same_table (const TlSnapshot *patched,
            const TlSnapshot *fresh,
            TlTable           table)
{
  if (tl_snapshot_count (patched, table) != tl_snapshot_count (fresh, table))
    {
      g_printerr ("# %s has %u rows, not %u\n", tl_layout_get (table)->name, tl_snapshot_count (patched, table),
                  tl_snapshot_count (fresh, table));
      return FALSE;
    }
  for (guint i = 0; i < tl_snapshot_count (fresh, table); i++)
    {
      g_autofree char *row = dump_row (table, tl_snapshot_get (patched, table, i));
      g_autofree char *wanted = dump_row (table, tl_snapshot_get (fresh, table, i));

      if (!g_str_equal (row, wanted) || !same_found (patched, fresh, table, tl_snapshot_get (patched, table, i)))
        {
          g_printerr ("# row %u is\n# %s\n# not\n# %s\n", i, row, wanted);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
test_same_snapshot (const TlSnapshot *patched,
                    const TlSnapshot *fresh)
{
  gboolean same = tl_digest_equal (tl_snapshot_get_head (patched), tl_snapshot_get_head (fresh))
                  && memcmp (tl_snapshot_get_settings (patched), tl_snapshot_get_settings (fresh), sizeof (TlSettings)) == 0
                  && tl_snapshot_get_today (patched) == tl_snapshot_get_today (fresh);

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    same &= same_table (patched, fresh, table);
  return same;
}

static void
dump_series (GString        *text,
             const TlSeries *series)
{
  g_string_append_printf (text, "  series %u %u %u\n", series->n_points, series->left_out, series->left_out_above);
  for (guint i = 0; i < series->n_points; i++)
    {
      const TlPoint *point = &series->points[i];

      g_string_append_printf (text, "   %d %d %.17g %.17g %.17g %d %d %d %.17g %.17g %.17g %d %u %d %d %d\n", point->start,
                              point->end, point->numerator, point->denominator, point->value, point->ended, point->counted,
                              point->nothing_to_sample, point->mean, point->lower, point->upper, point->trial,
                              point->segment, (int) point->signal, (int) point->side, (int) point->good);
    }
}

static void
dump_comparison (GString            *text,
                 const TlComparison *comparison)
{
  g_string_append_printf (text, "  comparison %d %d %d %d %d %d %d %u %.17g %.17g %.17g %.17g %.17g %.17g %.17g %d %u\n",
                          (int) comparison->dimension, (int) comparison->evenness, comparison->hidden, comparison->adjusted,
                          comparison->comparable, comparison->window_start, comparison->window_end,
                          comparison->window_periods, comparison->pooled_numerator, comparison->pooled_denominator,
                          comparison->pooled_value, comparison->pooled_low, comparison->pooled_high, comparison->gap,
                          comparison->first_gap, (int) comparison->gap_trend, comparison->n_weak);
  for (guint i = 0; i < comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];

      g_string_append_printf (text, "   place %s %d %.17g %.17g %.17g %.17g %.17g %.17g %s %u\n", hex (place->place),
                              (int) place->state, place->numerator, place->denominator, place->value, place->low,
                              place->high, place->z, hex (place->cause), place->n_open_support);
    }
}

static void
dump_measure (GString                  *text,
              const TlMeasureJudgement *measure)
{
  g_string_append_printf (text, " measure %s %d %.17g %d %.17g %d %d %d %d %u %d %d %d %d %d\n", hex (measure->facts),
                          (int) measure->role, measure->target_value, measure->at_most, measure->baseline_value,
                          measure->latest != NULL ? (int) (measure->latest - measure->series->points) : -1,
                          (int) measure->target, (int) measure->change, (int) measure->holding, measure->held_for,
                          measure->held_since, measure->met_since, (int) measure->assurance, measure->baseline_start,
                          measure->baseline_end);
  dump_series (text, measure->series);
  for (guint i = 0; i < measure->n_comparisons; i++)
    dump_comparison (text, &measure->comparisons[i]);
}

static void
dump_items (GString               *text,
            const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      g_string_append_printf (text, " action %s %d %d %d %d %d %d %d %d\n", hex (action->facts), action->open, action->due,
                              action->first_due, action->done, action->ended, action->proven, action->times_moved,
                              action->days_overdue);
    }
  for (guint i = 0; i < risk->n_evidence; i++)
    {
      const TlEvidenceItem *item = &risk->evidence[i];
      g_autofree char *words = tl_evidence_item_dup_text (item);

      g_string_append_printf (text, " evidence %d %d %d %d %s %s %s %s\n", item->date, (int) item->source, (int) item->kind,
                              (int) item->verdict, hex (item->facts), hex (item->reading), hex (tl_evidence_item_get_place (item)), words);
    }
  for (guint i = 0; i < risk->n_expected; i++)
    {
      const TlExpectedJudgement *expected = &risk->expected[i];

      g_string_append_printf (text, " expected %s %d %d %d", hex (expected->facts), expected->current, expected->last,
                              expected->days_late);
      for (guint j = 0; j < expected->n_silences; j++)
        g_string_append_printf (text, " %d %d %d", expected->silences[j].from_date, expected->silences[j].until_date,
                                expected->silences[j].days);
      g_string_append_c (text, '\n');
    }
}

static void
dump_line (GString               *text,
           const TlRiskJudgement *risk)
{
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      g_string_append_printf (text, " link %d %s %s ", (int) risk->line[i].state, risk->line[i].ground,
                              tl_word_get (TL_TYPE_REMEDY, (int) risk->line[i].remedy));
      dump_texts (text, (const char * const *) risk->line[i].lacking);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, " position %d close %d ", (int) risk->position, risk->may_close);
  dump_texts (text, (const char * const *) risk->unmet);
  g_string_append_c (text, '\n');
}

static void
dump_risk (GString               *text,
           const TlRiskJudgement *risk)
{
  g_string_append_printf (text, "risk %s %d %d %d %d %d %d %d %d %d %s %u", hex (risk->facts), (int) risk->state,
                          (int) risk->ending, risk->ended_on, risk->reopened_on, risk->opened, risk->likelihood,
                          risk->impact, risk->rating, (int) risk->band, hex (risk->owner), risk->n_owners);
  for (guint i = 0; i < risk->n_supporters; i++)
    g_string_append_printf (text, " %s", hex (risk->supporters[i]));
  g_string_append_printf (text, " days %d %d %d %d primary %s findings", risk->review_days,
                          risk->last_looked_at, risk->next_review, risk->first_action,
                          hex (risk->primary != NULL ? risk->primary->facts : NULL));
  for (int i = 0; i < TL_N_SEVERITIES; i++)
    g_string_append_printf (text, " %u", risk->n_findings[i]);
  g_string_append_c (text, '\n');
  dump_line (text, risk);
  dump_items (text, risk);
  for (guint i = 0; i < risk->n_measures; i++)
    dump_measure (text, &risk->measures[i]);
}

char *
test_dump_risk (const TlRiskJudgement *risk)
{
  GString *text = g_string_new (NULL);

  dump_risk (text, risk);
  return g_string_free_and_steal (text);
}

static void
dump_finding (GString         *text,
              const TlFinding *finding)
{
  g_string_append_printf (text, "finding %s %d %d %d %s %s %s %s %s %s %d %s %s %s\n", finding->check, (int) finding->severity,
                          (int) finding->link, (int) finding->remedy,
                          hex (finding->risk), finding->subject != NULL ? finding->subject : "-",
                          finding->other != NULL ? finding->other : "-", hex (finding->place),
                          hex (finding->rests_on[0]), hex (finding->rests_on[1]), finding->across, finding->text,
                          finding->settle, hex (finding->answer));
}

/* A comparison, with what its rows come to and what was left out of it. */
char *
test_dump_comparison (const TlPlaceComparison *comparison)
{
  const TlLeftOut *left_out = &comparison->left_out;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "period %d alone %d target %d here %.17g %.17g %.17g %.17g %.17g left out %u %u %u %u %u %u %u "
                          "%s %u %s\n", (int) comparison->period.span, comparison->alone, (int) comparison->measure->target,
                          comparison->here.numerator, comparison->here.denominator, comparison->here.value,
                          comparison->here.low, comparison->here.high, left_out->impossible, left_out->nothing,
                          left_out->above, left_out->bare, left_out->unplaced, left_out->elsewhere, left_out->ended,
                          hex (left_out->ended_place), left_out->early, hex (left_out->early_place));
  dump_comparison (text, comparison->comparison);
  return g_string_free_and_steal (text);
}

/* Everything that is concluded, in its order, with the rows it speaks of by their ids. */
char *
test_dump_assessment (TlAssessment *assessment)
{
  GString *text = g_string_new (NULL);
  g_autofree char *json = tl_check_to_json (assessment, NULL, TRUE);

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      dump_risk (text, risk);
      if (tl_assessment_find_risk (assessment, &risk->facts->base.id) != risk)
        g_string_append (text, "isn’t found\n");
    }
  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    dump_finding (text, tl_assessment_get_finding (assessment, i));
  for (guint i = 0; i < tl_assessment_get_n_answered (assessment); i++)
    dump_finding (text, tl_assessment_get_answered (assessment, i));
  g_string_append (text, json);
  return g_string_free_and_steal (text);
}

gboolean
test_same_assessment (TlAssessment *updated,
                      TlAssessment *fresh)
{
  g_autofree char *text = test_dump_assessment (updated);
  g_autofree char *wanted = test_dump_assessment (fresh);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) wanted_lines = NULL;
  guint i = 0;

  if (g_str_equal (text, wanted))
    return TRUE;
  lines = g_strsplit (text, "\n", -1);
  wanted_lines = g_strsplit (wanted, "\n", -1);
  while (lines[i] != NULL && wanted_lines[i] != NULL && g_str_equal (lines[i], wanted_lines[i]))
    i++;
  g_printerr ("# line %u is\n# %s\n# not\n# %s\n", i, lines[i] != NULL ? lines[i] : "(end)",
              wanted_lines[i] != NULL ? wanted_lines[i] : "(end)");
  return FALSE;
}
