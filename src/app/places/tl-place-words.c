/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-words.h"

#include <glib/gi18n.h>

#include "tl-format.h"

void
tl_place_words_clear (TlPlaceWords *self)
{
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->ground, g_free);
}

static gboolean
lags (const TlPlaceJudgement *place)
{
  return place->state == TL_PLACE_STATE_WEAK || place->state == TL_PLACE_STATE_WATCH;
}

static const char *
name_who (const TlWho *who)
{
  return who->person != NULL ? who->person->name : who->text;
}

/**
 * tl_place_words_cause:
 * @place: a place
 * @as_at: the day for which everything is shown
 *
 * Returns: why the place lags, as far as that is recorded
 */
TlPlaceWords
tl_place_words_cause (const TlPlaceJudgement *place,
                      TlDay                   as_at)
{
  TlPlaceWords words = { .heading = g_strdup (_("Why it lags")), .ground = g_strdup ("") };
  const TlCauseFacts *cause = place->cause;
  g_autofree char *kind = NULL;
  g_autoptr(GString) ground = g_string_new (NULL);

  if (cause == NULL)
    {
      words.concern = place->state == TL_PLACE_STATE_WEAK;
      words.text = g_strdup (place->state == TL_PLACE_STATE_IN_LINE ? _("Nothing is recorded; it doesn’t lag.")
                                                                    : _("No cause is recorded."));
      return words;
    }

  kind = tl_format_capital (tl_word_label (TL_TYPE_CAUSE_KIND, cause->cause));
  words.text = g_strdup (cause->detail != NULL ? cause->detail : kind);
  if (cause->detail != NULL && *kind != '\0')
    g_string_append (ground, kind);
  if (name_who (&cause->by) != NULL)
    g_string_append_printf (ground, ground->len > 0 ? " · %s" : "%s", name_who (&cause->by));
  if (cause->date != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_short (cause->date, as_at);

      g_string_append_printf (ground, ground->len > 0 ? ", %s" : "%s", day);
    }
  g_set_str (&words.ground, ground->str);

  return words;
}

static char *
list_support (const TlPlaceJudgement *place,
              const TlRiskJudgement  *risk,
              TlDay                   as_at)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      if (!action->open || action->facts->purpose != TL_PURPOSE_SUPPORT || action->facts->place != place->place)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, action->facts->title);
      if (action->due != TL_NO_DAY)
        {
          g_autofree char *day = tl_format_day_short (action->due, as_at);

          g_string_append_printf (text, action->days_overdue > 0 ? _(", was due %s") : _(", due %s"), day);
        }
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tl_place_words_support:
 * @place: a place
 * @risk: the risk it is compared for
 * @as_at: the day for which everything is shown
 *
 * Returns: what is under way to support the place
 */
TlPlaceWords
tl_place_words_support (const TlPlaceJudgement *place,
                        const TlRiskJudgement  *risk,
                        TlDay                   as_at)
{
  TlPlaceWords words = { .ground = g_strdup ("") };
  guint n = place->n_open_support;

  if (n > 0)
    {
      words.heading = g_strdup_printf (ngettext ("Support: %u open", "Support: %u open", n), n);
      words.text = list_support (place, risk, as_at);
      return words;
    }

  words.heading = g_strdup (_("Support: none open"));
  words.concern = place->state == TL_PLACE_STATE_WEAK;
  if (place->state == TL_PLACE_STATE_IN_LINE)
    words.text = g_strdup (_("None is open here; it doesn’t lag."));
  else if (!lags (place))
    words.text = g_strdup (_("None is open here."));
  else if (place->cause != NULL && place->cause->date != TL_NO_DAY)
    {
      g_autofree char *day = tl_format_day_short (place->cause->date, as_at);

      words.text = g_strdup_printf (_("Nothing is under way here to close the gap, though the cause has been known since %s."),
                                    day);
    }
  else
    words.text = g_strdup (_("Nothing is under way here to close the gap."));

  return words;
}

/* Whether the place has taken it up by then: when it did, TL_NO_DAY while it has not. */
static gboolean
should_reach (const TlLearningFacts *learning,
              const TlPlaceFacts    *place,
              TlDay                 *taken_up)
{
  for (guint i = 0; i < learning->reach.n; i++)
    {
      const TlLearningReachFacts *reach = TL_FACTS_AT (learning->reach, TlLearningReachFacts, i);

      if (reach->place == place)
        {
          *taken_up = reach->taken_up;
          return TRUE;
        }
    }
  return FALSE;
}

static char *
say_reach (const TlLearningFacts *learning,
           const TlPlaceFacts    *place,
           TlDay                  as_at)
{
  g_autofree char *noted = tl_format_day_short (learning->date, as_at);
  g_autofree char *day = NULL;
  TlDay taken_up = TL_NO_DAY;

  if (place == NULL || !should_reach (learning, place, &taken_up))
    return g_strdup_printf (_("noted %s"), noted);
  if (taken_up == TL_NO_DAY || taken_up > as_at)
    return g_strdup_printf (_("noted %s, not taken up here yet"), noted);
  day = tl_format_day_short (taken_up, as_at);
  return g_strdup_printf (_("noted %s, taken up here %s"), noted, day);
}

/* What this place should take up comes before all else, then the latest. */
static const TlLearningFacts *
find_learning (const TlPlaceFacts *place,
               const TlRiskFacts  *risk,
               TlDay               as_at,
               guint              *n)
{
  const TlLearningFacts *found = NULL;
  gboolean found_reaches = FALSE;

  *n = 0;
  for (guint i = 0; i < risk->learning.n; i++)
    {
      const TlLearningFacts *learning = TL_FACTS_AT (risk->learning, TlLearningFacts, i);
      TlDay taken_up;
      gboolean reaches = place != NULL && should_reach (learning, place, &taken_up);

      if (learning->date == TL_NO_DAY || learning->date > as_at)
        continue;
      (*n)++;
      if (found == NULL || (reaches && !found_reaches) || (reaches == found_reaches && learning->date > found->date))
        {
          found = learning;
          found_reaches = reaches;
        }
    }
  return found;
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
      g_autofree char *rest = g_strdup_printf (ngettext ("%s; and %u more", "%s; and %u more", n - 1), words.ground, n - 1);

      g_set_str (&words.ground, rest);
    }

  return words;
}
