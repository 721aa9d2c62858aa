/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-rating-words-field.h"

#include <glib/gi18n.h>

#include "tl-rating.h"

struct _TlRatingWordsField
{
  TlFieldRow parent_instance;

  GtkLabel *label;
  TlDraft *draft;
};

G_DEFINE_FINAL_TYPE (TlRatingWordsField, tl_rating_words_field, TL_TYPE_FIELD_ROW)

static void
update (TlRatingWordsField *self)
{
  TlDraft *draft = tl_field_row_get_draft (TL_FIELD_ROW (self));
  double likelihood = tl_draft_get_number (draft, "likelihood"), impact = tl_draft_get_number (draft, "impact");
  g_autofree char *text = NULL;

  if (likelihood >= 1 && likelihood <= 5 && impact >= 1 && impact <= 5)
    {
      int rating = (int) likelihood * (int) impact;

      text = g_strdup_printf (_("Likelihood %1$d, impact %2$d: %3$d, %4$s"), (int) likelihood, (int) impact, rating,
                              tl_word_label (TL_TYPE_BAND, (int) tl_band_of_rating (rating)));
    }
  gtk_label_set_label (self->label, text != NULL ? text : _("Nothing chosen yet"));
}

/* It speaks of two fields, of which the row follows only its own. */
static void
tl_rating_words_field_show (TlFieldRow *row)
{
  TlRatingWordsField *self = TL_RATING_WORDS_FIELD (row);
  TlDraft *draft = tl_field_row_get_draft (row);

  if (self->draft != draft)
    g_signal_connect_object (draft, "changed::likelihood", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->draft = draft;
  update (self);
}

static void
tl_rating_words_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_RATING_WORDS_FIELD);

  G_OBJECT_CLASS (tl_rating_words_field_parent_class)->dispose (object);
}

static void
tl_rating_words_field_class_init (TlRatingWordsFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_rating_words_field_dispose;
  TL_FIELD_ROW_CLASS (klass)->show = tl_rating_words_field_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/rating-words-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRatingWordsField, label);
}

static void
tl_rating_words_field_init (TlRatingWordsField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_field_row_set_control (TL_FIELD_ROW (self), GTK_WIDGET (self->label));
}
