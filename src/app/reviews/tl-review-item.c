/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-item.h"

#include <string.h>

#include "tl-review-words.h"

struct _TlReviewItem
{
  GObject parent_instance;

  TlId id;
  char *title;
  char *caption;
  char *standing;
  /* What is searched: all that is said of it, and its risks. */
  char *folded;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_CAPTION,
  PROP_STANDING,
} TlReviewItemProperty;

static GParamSpec *properties[PROP_STANDING + 1];

G_DEFINE_FINAL_TYPE (TlReviewItem, tl_review_item, G_TYPE_OBJECT)

static void
tl_review_item_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlReviewItem *self = TL_REVIEW_ITEM (object);

  switch ((TlReviewItemProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_STANDING:
      g_value_set_string (value, self->standing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_review_item_finalize (GObject *object)
{
  TlReviewItem *self = TL_REVIEW_ITEM (object);

  g_free (self->title);
  g_free (self->caption);
  g_free (self->standing);
  g_free (self->folded);

  G_OBJECT_CLASS (tl_review_item_parent_class)->finalize (object);
}

static void
tl_review_item_class_init (TlReviewItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_review_item_get_property;
  object_class->finalize = tl_review_item_finalize;

  /**
   * TlReviewItem:title:
   *
   * Where and when it was held.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TlReviewItem:caption:
   *
   * Who held it, and what came of it.
   */
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  /**
   * TlReviewItem:standing:
   *
   * That it isn't finished; empty when it is.
   */
  properties[PROP_STANDING] = g_param_spec_string ("standing", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_review_item_init (TlReviewItem *self)
{
}

static void
append_risk (GString           *text,
             const TlRiskFacts *risk)
{
  if (risk != NULL)
    g_string_append_printf (text, "\n%s %s", risk->base.ref != NULL ? risk->base.ref : "", risk->title != NULL ? risk->title : "");
}

static char *
fold (TlReviewItem        *self,
      const TlReviewFacts *review)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n%s\n%s", self->title, self->caption, self->standing,
                          review->base.ref != NULL ? review->base.ref : "");
  for (guint i = 0; i < review->looked_at.n; i++)
    append_risk (text, TL_FACTS_AT (review->looked_at, TlLookedAtFacts, i)->risk);
  for (guint i = 0; i < review->challenges.n; i++)
    append_risk (text, TL_FACTS_AT (review->challenges, TlChallengeFacts, i)->risk);
  for (guint i = 0; i < review->decisions.n; i++)
    append_risk (text, TL_FACTS_AT (review->decisions, TlDecisionFacts, i)->risk);
  return g_utf8_casefold (text->str, -1);
}

/**
 * tl_review_item_new:
 * @review: a review; nothing of it is kept
 * @as_at: the day for which it is listed
 *
 * Returns: (transfer full): the review as it is listed
 */
TlReviewItem *
tl_review_item_new (const TlReviewFacts *review,
                    TlDay                as_at)
{
  TlReviewItem *self = g_object_new (TL_TYPE_REVIEW_ITEM, NULL);

  self->id = review->base.id;
  self->title = tl_review_words_title (review);
  self->caption = tl_review_words_caption (review);
  self->standing = tl_review_words_standing (review, as_at);
  self->folded = fold (self, review);
  return self;
}

/**
 * tl_review_item_get_id:
 * @self: a listed review
 *
 * Returns: (transfer none): the review's id
 */
const TlId *
tl_review_item_get_id (TlReviewItem *self)
{
  g_return_val_if_fail (TL_IS_REVIEW_ITEM (self), NULL);

  return &self->id;
}

/**
 * tl_review_item_matches:
 * @self: a listed review
 * @folded: what is searched for, case folded
 *
 * Returns: whether it or one of its risks says so
 */
gboolean
tl_review_item_matches (TlReviewItem *self,
                        const char   *folded)
{
  g_return_val_if_fail (TL_IS_REVIEW_ITEM (self), FALSE);

  return strstr (self->folded, folded) != NULL;
}
