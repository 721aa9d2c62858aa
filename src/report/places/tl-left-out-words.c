/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-comparison-words.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

static void
add (GString *text,
     char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/* What is wrong with the numbers. */
static void
add_numbers (GString              *text,
             const TlLeftOut      *left_out,
             const TlMeasureFacts *facts)
{
  guint n = left_out->impossible;

  if (n > 0 && facts->kind == TL_MEASURE_KIND_PROPORTION)
    add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u reading is left out as impossible: more than there were, below zero, or no number.",
                                             "%u readings are left out as impossible: more than there were, below zero, or no number.",
                                             n), n));
  else if (n > 0)
    add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u reading is left out as impossible: below zero, out of none, or no number.",
                                             "%u readings are left out as impossible: below zero, out of none, or no number.",
                                             n), n));
  n = left_out->nothing;
  if (n > 0)
    add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reading of 0 of 0 adds nothing: there was nothing to sample.",
                                             "%u readings of 0 of 0 add nothing: there was nothing to sample.", n), n));
  n = left_out->bare;
  if (n > 0)
    add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u bare percentage isn’t added up: it doesn’t say out of how many.",
                                             "%u bare percentages aren’t added up: they don’t say out of how many.", n), n));
}

/* What would count twice, or belongs to no row. */
static void
add_places (GString             *text,
            const TlLeftOut     *left_out,
            const TlPlaceComparison *self)
{
  const char *kind = tl_word_label (TL_TYPE_PLACE_KIND, self->comparison->dimension);
  guint n = left_out->above;

  if (n > 0)
    add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u reading that sums up others is left out, so that no record counts twice.",
                                             "%u readings that sum up others are left out, so that no record counts twice.", n), n));
  n = left_out->unplaced;
  if (n > 0)
    /* Translators: a number of readings, and a kind of place, such as "shift" */
    add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u reading names no %2$s, and is in none of these figures.",
                                             "%1$u readings name no %2$s, and are in none of these figures.", n), n, kind));
  n = left_out->elsewhere;
  if (n > 0)
    add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reading is from a place that this risk isn’t about.",
                                             "%u readings are from places that this risk isn’t about.", n), n));
}

static void
add_ended (GString             *text,
           const TlLeftOut     *left_out,
           TlDay                as_at)
{
  const TlPlaceFacts *place = left_out->ended_place;
  guint n = left_out->ended;
  g_autofree char *day = NULL;

  if (n == 0)
    return;
  if (place->until_date != TL_NO_DAY && place->until_date <= as_at)
    {
      day = tl_format_day_short (place->until_date, as_at);
      /* Translators: a number of readings, a place, the day it ended */
      add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                               "%1$u reading is left out, as its place is no longer there: %2$s ended on %3$s.",
                                               "%1$u readings are left out, as their places are no longer there: %2$s ended on %3$s.",
                                               n), n, place->name, day));
      return;
    }
  /* Translators: a number of readings, a place */
  add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u reading is left out, as its place wasn’t there yet: %2$s.",
                                           "%1$u readings are left out, as their places weren’t there yet: %2$s.", n),
                              n, place->name));
}

static void
add_early (GString         *text,
           const TlLeftOut *left_out,
           TlDay            as_at)
{
  const TlPlaceFacts *place = left_out->early_place;
  guint n = left_out->early;
  g_autofree char *day = n > 0 ? tl_format_day_short (place->from_date, as_at) : NULL;

  if (n > 0)
    /* Translators: a number of readings, a place, the day it began */
    add (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%1$u reading counts although it is dated before its place began, as is said of %2$s, from %3$s; one of the dates may be wrong.",
                                             "%1$u readings count although they are dated before their place began, as is said of %2$s, from %3$s; one of the dates may be wrong.",
                                             n), n, place->name, day));
}

/**
 * tl_comparison_say_left_out:
 * @self: a comparison
 *
 * Says which readings of the time compared are in none of its figures and why, and which are in them though their dates
 * look wrong.
 *
 * Returns: (transfer full) (nullable): some sentences, %NULL when all count as they should
 */
char *
tl_comparison_say_left_out (const TlPlaceComparison *self)
{
  GString *text = g_string_new (NULL);
  TlDay as_at = tl_assessment_get_as_at (self->assessment);

  add_numbers (text, &self->left_out, self->measure->facts);
  add_places (text, &self->left_out, self);
  add_ended (text, &self->left_out, as_at);
  add_early (text, &self->left_out, as_at);
  if (text->len > 0)
    return g_string_free_and_steal (text);
  g_string_free (text, TRUE);
  return NULL;
}
