/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-words.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

static const TlLearningReachFacts *
find_reach (const TlLearningFacts *learning,
            const TlPlaceFacts    *place)
{
  for (guint i = 0; place != NULL && i < learning->reach.n; i++)
    {
      const TlLearningReachFacts *reach = learning->reach.rows[i];

      if (reach->place == place)
        return reach;
    }
  return NULL;
}

static char *
say_reach (const TlLearningFacts *learning,
           const TlPlaceFacts    *place,
           TlDay                  as_at)
{
  const TlLearningReachFacts *reach = find_reach (learning, place);
  g_autofree char *noted = tl_format_day_short (learning->date, as_at);
  g_autofree char *day = NULL;

  if (reach == NULL)
    return g_strdup_printf (_("noted %s"), noted);
  if (!tl_learning_reach_is_taken_up (reach, as_at))
    return g_strdup_printf (_("noted %s, not taken up here yet"), noted);
  day = tl_format_day_short (reach->taken_up, as_at);
  return g_strdup_printf (_("noted %s, taken up here %s"), noted, day);
}

/* What a place should take up comes before what it found itself, and that before what others found. */
static int
rank_learning (const TlLearningFacts *learning,
               const TlPlaceFacts    *place)
{
  if (find_reach (learning, place) != NULL)
    return 2;
  return place != NULL && learning->from_place == place ? 1 : 0;
}

static const TlLearningFacts *
find_learning (const TlPlaceFacts *place,
               const TlRiskFacts  *risk,
               TlDay               as_at,
               guint              *n)
{
  const TlLearningFacts *found = NULL;

  *n = 0;
  for (guint i = 0; i < risk->learning.n; i++)
    {
      const TlLearningFacts *learning = TL_FACTS_AT (risk->learning, TlLearningFacts, i);
      int rank = rank_learning (learning, place), found_rank = found != NULL ? rank_learning (found, place) : -1;

      if (learning->date == TL_NO_DAY || learning->date > as_at)
        continue;
      (*n)++;
      if (rank > found_rank || (rank == found_rank && learning->date > found->date))
        found = learning;
    }
  return found;
}

/**
 * tl_place_words_find_learning:
 * @place: (nullable): a place, none for all together
 * @risk: the risk it is compared for
 * @as_at: the day for which everything is shown
 * @reach: (out) (nullable): what says that it should reach the place, %NULL when nothing does
 *
 * Returns: (nullable): what [func@Tl.place_words_learning] speaks of
 */
const TlLearningFacts *
tl_place_words_find_learning (const TlPlaceFacts          *place,
                              const TlRiskJudgement       *risk,
                              TlDay                        as_at,
                              const TlLearningReachFacts **reach)
{
  guint n;
  const TlLearningFacts *learning = find_learning (place, risk->facts, as_at, &n);

  *reach = learning != NULL ? find_reach (learning, place) : NULL;
  return learning;
}

/**
 * tl_place_words_learning:
 * @place: (nullable): a place, none for all together
 * @risk: the risk it is compared for
 * @as_at: the day for which everything is shown
 *
 * Returns: what worked somewhere, and whether this place has taken it up
 */
TlPlaceWords
tl_place_words_learning (const TlPlaceFacts    *place,
                         const TlRiskJudgement *risk,
                         TlDay                  as_at)
{
  TlPlaceWords words = { .heading = g_strdup (_("Learning to share")) };
  guint n;
  const TlLearningFacts *learning = find_learning (place, risk->facts, as_at, &n);

  if (learning == NULL)
    {
      words.text = g_strdup (_("None is noted for this risk."));
      words.ground = g_strdup ("");
      return words;
    }
  words.text = g_strdup (learning->text != NULL ? learning->text : "");
  words.ground = say_reach (learning, place, as_at);
  if (n > 1)
    {
      g_autofree char *rest = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; and %u more", "%s; and %u more", n - 1),
                                               words.ground, n - 1);

      g_set_str (&words.ground, rest);
    }

  return words;
}

static char *
list_reached (const TlLearningFacts *learning,
              TlDay                  as_at,
              gboolean               taken_up)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < learning->reach.n; i++)
    {
      const TlLearningReachFacts *reach = learning->reach.rows[i];

      if (reach->place != NULL && tl_learning_reach_is_taken_up (reach, as_at) == taken_up)
        g_strv_builder_add (names, reach->place->name);
    }
  list = g_strv_builder_end (names);
  return tl_format_list ((const char * const *) list);
}

/**
 * tl_place_words_reach:
 * @learning: what worked, and how far it has come
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full): whom it should reach and who has taken it up, in a sentence
 */
char *
tl_place_words_reach (const TlSharedLearning *learning,
                      TlDay                   as_at)
{
  g_autofree char *taken_up = list_reached (learning->learning, as_at, TRUE);
  g_autofree char *open = list_reached (learning->learning, as_at, FALSE);

  if (learning->n_reach == 0)
    return g_strdup (_("Nobody is named whom it should reach."));
  if (*open == '\0')
    /* Translators: %s is a list of places */
    return g_strdup_printf (_("Taken up by %s: all whom it should reach."), taken_up);
  if (*taken_up == '\0' && learning->n_late > 0)
    return g_strdup_printf (_("Not taken up yet, after more than %1$d days, by %2$s."), TL_LEARNING_DAYS, open);
  if (*taken_up == '\0')
    return g_strdup_printf (_("To be taken up by %s."), open);
  if (learning->n_late > 0)
    /* Translators: places that have taken it up, a number of days, those that have not */
    return g_strdup_printf (_("Taken up by %1$s; not yet, after more than %2$d days, by %3$s."), taken_up, TL_LEARNING_DAYS,
                            open);
  /* Translators: places that have taken it up, those that have not */
  return g_strdup_printf (_("Taken up by %1$s; still to come: %2$s."), taken_up, open);
}
