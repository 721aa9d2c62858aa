/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-words.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-review-rules.h"
#include "tl-row-words.h"

static const char *
name_forum (const TlReviewFacts *review)
{
  return review->forum != NULL && review->forum->name != NULL ? review->forum->name : _("Review");
}

/**
 * tl_review_words_title:
 * @review: a review
 *
 * Returns: (transfer full): where and when it was held: "Provider oversight, 9 June 2026"
 */
char *
tl_review_words_title (const TlReviewFacts *review)
{
  g_autofree char *day = review->date != TL_NO_DAY ? tl_format_day_long (review->date) : g_strdup (_("no date"));

  /* Translators: a forum, and the day of its meeting */
  return g_strdup_printf (_("%1$s, %2$s"), name_forum (review), day);
}

static void
add_count (GPtrArray *parts,
           TlTable    table,
           guint      n)
{
  if (n > 0)
    g_ptr_array_add (parts, tl_row_words_count (table, n));
}

/**
 * tl_review_words_caption:
 * @review: a review
 *
 * Returns: (transfer full): who held it, and what came of it
 */
char *
tl_review_words_caption (const TlReviewFacts *review)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *chair = review->chair.person != NULL ? review->chair.person->name : review->chair.text;
  TlLevel level = review->level != TL_LEVEL_NONE || review->forum == NULL ? review->level : review->forum->level;

  if (level != TL_LEVEL_NONE)
    g_ptr_array_add (parts, tl_format_capital (tl_word_label (TL_TYPE_LEVEL, (int) level)));
  if (chair != NULL && *chair != '\0')
    /* Translators: %s is a person */
    g_ptr_array_add (parts, g_strdup_printf (_("chair %s"), chair));
  if (review->looked_at.n > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u risk looked at", "%u risks looked at", review->looked_at.n),
                                             review->looked_at.n));
  add_count (parts, TL_TABLE_CHALLENGE, review->challenges.n);
  add_count (parts, TL_TABLE_DECISION, review->decisions.n);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * tl_review_words_standing:
 * @review: a review
 * @as_at: the day for which it is shown
 *
 * Returns: (transfer full): that it is still to come, or not finished yet; empty when it is
 */
char *
tl_review_words_standing (const TlReviewFacts *review,
                          TlDay                as_at)
{
  if (review->date != TL_NO_DAY && review->date > as_at)
    return g_strdup (_("to come"));
  return g_strdup (tl_review_is_finished (review, as_at) ? "" : _("not finished"));
}

/**
 * tl_review_words_rhythm:
 * @forum: a forum
 *
 * Returns: (transfer full): its level, and how often it meets: "Provider level, monthly"
 */
char *
tl_review_words_rhythm (const TlForumFacts *forum)
{
  const char *every = tl_word_label (TL_TYPE_INTERVAL, (int) forum->every);

  if (forum->level == TL_LEVEL_PROVIDER)
    /* Translators: %s is how often a forum meets, such as "monthly" */
    return forum->every != TL_INTERVAL_NONE ? g_strdup_printf (_("Provider level, %s"), every) : g_strdup (_("Provider level"));
  if (forum->level == TL_LEVEL_SERVICE)
    /* Translators: %s is how often a forum meets, such as "monthly" */
    return forum->every != TL_INTERVAL_NONE ? g_strdup_printf (_("Service level, %s"), every) : g_strdup (_("Service level"));
  return forum->every != TL_INTERVAL_NONE ? tl_format_capital (every) : g_strdup (_("No rhythm set"));
}
