/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-words.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-report-words.h"

void
tl_place_words_clear (TlPlaceWords *self)
{
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->ground, g_free);
}

/**
 * tl_place_words_append_markup:
 * @self: what is said
 * @text: where to append it, after a space
 *
 * Sets it as running text, as Pango's markup: a sentence, strong where something lacks, and who says so.
 */
void
tl_place_words_append_markup (const TlPlaceWords *self,
                              GString            *text)
{
  g_autofree char *sentence = tl_report_sentence (self->text);
  g_autofree char *joined = g_strdelimit (g_strdup (sentence), "\n", ';');
  g_autofree char *escaped = g_markup_escape_text (joined, -1);
  g_autofree char *ground = g_markup_escape_text (self->ground != NULL ? self->ground : "", -1);

  if (*escaped == '\0')
    return;
  g_string_append_printf (text, self->concern ? " <b>%s</b>" : " %s", escaped);
  if (*ground != '\0')
    g_string_append_printf (text, " (%s)", ground);
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
      words.heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Support: %u open", "Support: %u open", n), n);
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

/* ── Since when it is there, and when it is looked at again ── */

/**
 * tl_place_words_dates:
 * @place: a place
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer full) (nullable): that it has ended or is to end, or when it began, if that is said; %NULL for a place
 *   without dates
 */
char *
tl_place_words_dates (const TlPlaceFacts *place,
                      TlDay               as_at)
{
  g_autofree char *from = place->from_date != TL_NO_DAY ? tl_format_day_short (place->from_date, as_at) : NULL;
  g_autofree char *until = place->until_date != TL_NO_DAY ? tl_format_day_short (place->until_date, as_at) : NULL;

  if (until != NULL)
    return place->until_date <= as_at ? g_strdup_printf (_("It ended on %s."), until)
                                      : g_strdup_printf (_("It ends on %s."), until);
  if (from != NULL)
    return place->from_date <= as_at ? g_strdup_printf (_("It is there since %s."), from)
                                     : g_strdup_printf (_("It begins on %s."), from);
  return NULL;
}

/**
 * tl_place_words_look:
 * @place: a place
 * @risk: the risk it is compared for
 * @as_at: the day for which everything is shown
 *
 * Returns: when it is looked at again, and what says so
 */
TlPlaceWords
tl_place_words_look (const TlPlaceJudgement *place,
                     const TlRiskJudgement  *risk,
                     TlDay                   as_at)
{
  TlNextLook look = tl_place_get_next_look (place->place, risk, as_at);
  TlPlaceWords words = { .heading = g_strdup (_("Next look")), .ground = g_strdup ("") };
  g_autofree char *day = look.day != TL_NO_DAY ? tl_format_day_short (look.day, as_at) : NULL;

  words.concern = lags (place) && (look.action == NULL || look.days_late > 0);
  if (day == NULL)
    words.text = g_strdup (_("Nothing says when it is looked at again."));
  else if (look.days_late > 0)
    words.text = g_strdup_printf (_("It should have been looked at again by %s."), day);
  else
    words.text = g_strdup_printf (_("It is looked at again by %s."), day);
  if (look.action != NULL)
    g_set_str (&words.ground, look.action->facts->title != NULL ? look.action->facts->title : "");
  else if (day != NULL)
    g_set_str (&words.ground, _("the risk’s next review; nothing is agreed for this place alone"));
  return words;
}
