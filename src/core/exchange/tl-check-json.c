/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-check-json.h"

#include <json-glib/json-glib.h>

#include <math.h>

static void
add_text (JsonBuilder *json,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (json, name);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
add_number (JsonBuilder *json,
            const char  *name,
            double       number)
{
  json_builder_set_member_name (json, name);
  if (!isfinite (number))
    json_builder_add_null_value (json);
  else if (number == floor (number) && fabs (number) < 1e15)
    json_builder_add_int_value (json, (gint64) number);
  else
    json_builder_add_double_value (json, number);
}

static void
add_truth (JsonBuilder *json,
           const char  *name,
           gboolean     truth)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, truth);
}

static void
add_word (JsonBuilder *json,
          const char  *name,
          GType        words,
          int          value)
{
  add_text (json, name, tl_word_get (words, value));
}

static void
add_day (JsonBuilder *json,
         const char  *name,
         TlDay        day)
{
  char iso[TL_DAY_ISO_LENGTH + 1];

  if (day != TL_NO_DAY)
    tl_day_to_iso (day, iso);
  add_text (json, name, day != TL_NO_DAY ? iso : NULL);
}

static void
add_ref (JsonBuilder   *json,
         const char    *name,
         const TlFacts *facts)
{
  add_text (json, name, facts != NULL ? facts->ref : NULL);
}

static void
add_line (JsonBuilder           *json,
          const TlRiskJudgement *risk)
{
  json_builder_set_member_name (json, "line");
  json_builder_begin_object (json);
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    add_word (json, tl_word_get (TL_TYPE_LINE_LINK, i + TL_LINE_LINK_FOUND), TL_TYPE_LINK_STATE,
              (int) risk->line[i].state);
  json_builder_end_object (json);
}

static void
add_latest (JsonBuilder   *json,
            const TlPoint *latest)
{
  json_builder_set_member_name (json, "latest");
  if (latest == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  add_day (json, "period", latest->start);
  add_number (json, "value", latest->value);
  add_number (json, "numerator", latest->numerator);
  add_number (json, "denominator", latest->denominator);
  json_builder_end_object (json);
}

static void
add_comparisons (JsonBuilder              *json,
                 const TlMeasureJudgement *measure)
{
  gboolean hidden = FALSE;

  json_builder_set_member_name (json, "places");
  json_builder_begin_array (json);
  for (guint i = 0; i < measure->n_comparisons; i++)
    {
      const TlComparison *comparison = &measure->comparisons[i];

      for (guint j = 0; j < comparison->n_places; j++)
        {
          const TlPlaceJudgement *place = &comparison->places[j];

          json_builder_begin_object (json);
          add_word (json, "dimension", TL_TYPE_PLACE_KIND, (int) comparison->dimension);
          add_ref (json, "place", &place->place->base);
          /* A place that isn't compared has no state. */
          add_text (json, "state", comparison->comparable ? tl_word_get (TL_TYPE_PLACE_STATE, (int) place->state) : NULL);
          add_number (json, "numerator", place->numerator);
          add_number (json, "denominator", place->denominator);
          add_number (json, "z", place->z);
          json_builder_end_object (json);
        }
      hidden |= comparison->hidden;
    }
  json_builder_end_array (json);

  json_builder_set_member_name (json, "evenness");
  json_builder_begin_object (json);
  for (guint i = 0; i < measure->n_comparisons; i++)
    add_word (json, tl_word_get (TL_TYPE_PLACE_KIND, (int) measure->comparisons[i].dimension), TL_TYPE_EVENNESS,
              (int) measure->comparisons[i].evenness);
  json_builder_end_object (json);
  add_truth (json, "hidden", hidden);
}

static void
add_point (JsonBuilder   *json,
           const TlPoint *point)
{
  json_builder_begin_object (json);
  add_day (json, "period", point->start);
  add_number (json, "value", point->value);
  add_number (json, "mean", point->mean);
  add_number (json, "lower", point->lower);
  add_number (json, "upper", point->upper);
  add_word (json, "signal", TL_TYPE_SIGNAL, (int) point->signal);
  add_word (json, "side", TL_TYPE_SIDE, (int) point->side);
  json_builder_set_member_name (json, "good");
  if (point->good == TL_FLAG_NONE)
    json_builder_add_null_value (json);
  else
    json_builder_add_boolean_value (json, point->good == TL_FLAG_YES);
  json_builder_end_object (json);
}

/* A period without a reading isn't a point of the chart. */
static void
add_series (JsonBuilder    *json,
            const TlSeries *series)
{
  json_builder_set_member_name (json, "series");
  json_builder_begin_array (json);
  for (guint i = 0; series != NULL && i < series->n_points; i++)
    {
      const TlPoint *point = &series->points[i];

      if (!isnan (point->value) || point->nothing_to_sample)
        add_point (json, point);
    }
  json_builder_end_array (json);
}

static void
add_measure (JsonBuilder              *json,
             const TlMeasureJudgement *measure,
             gboolean                  with_series)
{
  json_builder_begin_object (json);
  add_ref (json, "ref", &measure->facts->base);
  add_word (json, "target", TL_TYPE_TARGET_STATE, (int) measure->target);
  add_word (json, "change", TL_TYPE_CHANGE_STATE, (int) measure->change);
  add_word (json, "holding", TL_TYPE_HOLDING_STATE, (int) measure->holding);
  add_word (json, "assurance", TL_TYPE_TARGET_ASSURANCE, (int) measure->assurance);
  add_latest (json, measure->latest);
  add_comparisons (json, measure);
  if (with_series)
    add_series (json, measure->series);
  json_builder_end_object (json);
}

static void
add_texts (JsonBuilder         *json,
           const char          *name,
           const char * const  *texts)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (json, texts[i]);
  json_builder_end_array (json);
}

static void
add_risk (JsonBuilder           *json,
          const TlRiskJudgement *risk,
          gboolean               with_series)
{
  json_builder_begin_object (json);
  add_ref (json, "ref", &risk->facts->base);
  add_word (json, "state", TL_TYPE_RISK_STATE, (int) risk->state);
  add_text (json, "position", tl_position_get_word (risk->position));
  add_line (json, risk);
  add_truth (json, "may_close", risk->may_close);
  add_texts (json, "unmet", (const char * const *) risk->unmet);
  json_builder_set_member_name (json, "measures");
  json_builder_begin_array (json);
  for (guint i = 0; i < risk->n_measures; i++)
    add_measure (json, &risk->measures[i], with_series);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_finding (JsonBuilder     *json,
             const TlFinding *finding)
{
  json_builder_begin_object (json);
  add_text (json, "check", finding->check);
  add_word (json, "severity", TL_TYPE_SEVERITY, (int) finding->severity);
  add_ref (json, "risk", (const TlFacts *) finding->risk);
  add_text (json, "subject", finding->subject);
  add_text (json, "other", finding->other);
  add_ref (json, "place", (const TlFacts *) finding->place);
  add_text (json, "text", finding->text);
  add_text (json, "settle", finding->settle);
  json_builder_end_object (json);
}

static void
add_risks (JsonBuilder       *json,
           TlAssessment      *assessment,
           const TlRiskFacts *only,
           gboolean           with_series)
{
  json_builder_set_member_name (json, "risks");
  json_builder_begin_array (json);
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (only == NULL || risk->facts == only)
        add_risk (json, risk, with_series);
    }
  json_builder_end_array (json);
}

static void
add_findings (JsonBuilder       *json,
              TlAssessment      *assessment,
              const TlRiskFacts *only)
{
  json_builder_set_member_name (json, "findings");
  json_builder_begin_array (json);
  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (only == NULL || finding->risk == only)
        add_finding (json, finding);
    }
  json_builder_end_array (json);
}

/**
 * tl_check_to_json:
 * @assessment: what is concluded of a workbook
 * @only: (nullable): the one risk to write, %NULL for all
 * @with_series: whether to write every period of each measure
 *
 * Writes what is concluded for other programs. Words are those of the fixed lists, whatever the language; the
 * sentences are in the person's language.
 *
 * Returns: (transfer full): JSON, ended by a newline
 */
char *
tl_check_to_json (TlAssessment      *assessment,
                  const TlRiskFacts *only,
                  gboolean           with_series)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  add_text (json, "workbook", tl_snapshot_get_provider (tl_assessment_get_snapshot (assessment)));
  add_day (json, "as_at", tl_assessment_get_as_at (assessment));
  add_risks (json, assessment, only, with_series);
  add_findings (json, assessment, only);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
