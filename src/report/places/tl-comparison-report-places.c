/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of places that lag, what others need to be judged, and what they may learn from each other. */
#include "config.h"

#include "tl-comparison-report.h"

#include "tl-format.h"
#include "tl-paragraph.h"
#include "tl-place-words.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>

static void
append_words (GString      *text,
              TlPlaceWords  words)
{
  tl_place_words_append_markup (&words, text);
  tl_place_words_clear (&words);
}

static void
add_lagging (TlFlow                  *flow,
             const TlPlaceComparison *self,
             const TlPlaceJudgement  *place)
{
  TlDay as_at = tl_assessment_get_as_at (self->assessment);
  g_autofree char *name = g_markup_escape_text (place->place->name, -1);
  g_autofree char *dates = tl_place_words_dates (place->place, as_at);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "<b>%s:</b>", name);
  append_words (text, tl_place_words_cause (place, as_at));
  append_words (text, tl_place_words_support (place, self->risk, as_at));
  append_words (text, tl_place_words_look (place, self->risk, as_at));
  if (dates != NULL && place->place->until_date != TL_NO_DAY)
    g_string_append_printf (text, " %s", dates);
  tl_flow_add_space (flow, 4.0);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY, text->str);
}

/* Places of which the same is to be said are named together. */
static void
add_enough (TlFlow                  *flow,
            const TlPlaceComparison *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &self->comparison->places[i];
      char *sentence = tl_place_words_enough (self, place);
      guint found;

      if (sentence == NULL)
        continue;
      if (!g_ptr_array_find_with_equal_func (sentences, sentence, g_str_equal, &found))
        {
          found = sentences->len;
          g_ptr_array_add (sentences, g_strdup (sentence));
          g_ptr_array_add (names, g_ptr_array_new ());
        }
      g_ptr_array_add (g_ptr_array_index (names, found), (gpointer) place->place->name);
      g_free (sentence);
    }
  for (guint i = 0; i < sentences->len; i++)
    {
      GPtrArray *list = g_ptr_array_index (names, i);
      g_autofree char *said = NULL;
      g_autofree char *markup = NULL;

      g_ptr_array_add (list, NULL);
      said = tl_format_list ((const char * const *) list->pdata);
      markup = g_markup_printf_escaped ("<b>%s:</b> %s", said, (const char *) g_ptr_array_index (sentences, i));
      tl_flow_add_space (flow, 4.0);
      tl_flow_add_paragraph (flow, TL_PRINT_BODY, markup);
    }
}

static void
add_learning (TlFlow                  *flow,
              const TlPlaceComparison *self)
{
  TlDay as_at = tl_assessment_get_as_at (self->assessment);
  g_autoptr (GArray) learning = tl_risk_list_learning (self->risk->facts, NULL, as_at);

  for (guint i = 0; i < learning->len; i++)
    {
      const TlSharedLearning *shared = &g_array_index (learning, TlSharedLearning, i);
      const TlLearningFacts *facts = shared->learning;
      g_autofree char *text = tl_report_sentence (facts->text != NULL ? facts->text : "");
      g_autofree char *reach = tl_place_words_reach (shared, as_at);
      g_autofree char *day = tl_format_day_short (facts->date, as_at);
      g_autofree char *markup = NULL;

      if (facts->from_place != NULL)
        /* Translators: a place that does well, the day of what was learnt there, what it is, and whom it has reached */
        markup = g_markup_printf_escaped (_("<b>Learning from %1$s</b>, %2$s: %3$s %4$s"), facts->from_place->name, day, text, reach);
      else
        /* Translators: the day of what was learnt, what it is, and whom it has reached */
        markup = g_markup_printf_escaped (_("<b>Learning</b>, %1$s: %2$s %3$s"), day, text, reach);
      tl_flow_add_space (flow, 4.0);
      tl_flow_add_paragraph (flow, TL_PRINT_BODY, markup);
    }
}

/**
 * tl_comparison_report_add_places:
 * @flow: where to add
 * @comparison: a comparison
 *
 * Adds, of each place that is weak or on watch, why it lags, what support it has and when it is looked at again; of each
 * that can't be judged, what sample would do; and what places may learn from each other.
 */
void
tl_comparison_report_add_places (TlFlow                  *flow,
                                 const TlPlaceComparison *comparison)
{
  for (guint i = 0; comparison->comparison->comparable && i < comparison->comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->comparison->places[i];

      if (place->state == TL_PLACE_STATE_WEAK || place->state == TL_PLACE_STATE_WATCH)
        add_lagging (flow, comparison, place);
    }
  add_enough (flow, comparison);
  add_learning (flow, comparison);
}
