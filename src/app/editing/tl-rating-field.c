/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-rating-field.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-rating-grid.h"

struct _TlRatingField
{
  TlFieldRow parent_instance;

  TlRatingGrid *grid;
  gboolean showing;
  gboolean marked;
};

G_DEFINE_FINAL_TYPE (TlRatingField, tl_rating_field, TL_TYPE_FIELD_ROW)

static void
write_number (TlDraft    *draft,
              const char *column,
              int         number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  tl_draft_set_text (draft, column, text);
}

/* Both are chosen at once: whoever hears of the one finds the other there. */
static void
chosen_cb (TlRatingField *self)
{
  TlDraft *draft = tl_field_row_get_draft (TL_FIELD_ROW (self));

  if (draft == NULL || self->showing)
    return;
  self->showing = TRUE;
  write_number (draft, "impact", tl_rating_grid_get_impact (self->grid));
  write_number (draft, "likelihood", tl_rating_grid_get_likelihood (self->grid));
  self->showing = FALSE;
}

static void
mark (TlRatingField       *self,
      const TlRatingFacts *rating,
      gboolean             now)
{
  g_autofree char *day = rating->date != TL_NO_DAY ? tl_format_day_long (rating->date) : g_strdup (_("No date"));
  /* Translators: a day, and why a risk was rated so on it */
  g_autofree char *words = rating->reason != NULL ? g_strdup_printf (_("%1$s: %2$s"), day, rating->reason) : g_strdup (day);

  if (rating->likelihood >= 1 && rating->likelihood <= 5 && rating->impact >= 1 && rating->impact <= 5)
    tl_rating_grid_mark (self->grid, rating->likelihood, rating->impact, words, now);
}

/* How the risk was rated, up to this rating. */
static void
mark_ratings (TlRatingField *self,
              TlDraft       *draft)
{
  const TlRiskFacts *risk = tl_draft_get_facts (draft, "risk");

  self->marked = TRUE;
  if (risk == NULL)
    return;
  for (guint i = 0; i < risk->ratings.n; i++)
    mark (self, TL_FACTS_AT (risk->ratings, TlRatingFacts, i), i + 1 == risk->ratings.n);
  if (risk->ratings.n == 0 && risk->likelihood > 0 && risk->impact > 0)
    tl_rating_grid_mark (self->grid, risk->likelihood, risk->impact, _("When it was opened"), TRUE);
}

static void
tl_rating_field_show (TlFieldRow *row)
{
  TlRatingField *self = TL_RATING_FIELD (row);
  TlDraft *draft = tl_field_row_get_draft (row);
  double likelihood = tl_draft_get_number (draft, "likelihood"), impact = tl_draft_get_number (draft, "impact");

  if (!self->marked)
    mark_ratings (self, draft);
  if (self->showing || !(likelihood >= 1 && likelihood <= 5 && impact >= 1 && impact <= 5))
    return;
  self->showing = TRUE;
  tl_rating_grid_choose (self->grid, (int) likelihood, (int) impact);
  self->showing = FALSE;
}

static void
tl_rating_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_RATING_FIELD);

  G_OBJECT_CLASS (tl_rating_field_parent_class)->dispose (object);
}

static void
tl_rating_field_class_init (TlRatingFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_RATING_GRID);

  G_OBJECT_CLASS (klass)->dispose = tl_rating_field_dispose;
  TL_FIELD_ROW_CLASS (klass)->show = tl_rating_field_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/rating-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRatingField, grid);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
tl_rating_field_init (TlRatingField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_field_row_set_control (TL_FIELD_ROW (self), GTK_WIDGET (self->grid));
}
