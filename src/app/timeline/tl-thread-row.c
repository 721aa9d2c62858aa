/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-thread-row.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-mark-cell.h"

struct _TlThreadRow
{
  GtkListBoxRow parent_instance;

  GtkBox *mark_box;
  GtkLabel *label;
  GtkLabel *day;
  GtkLabel *text;

  char *sentence;
};

G_DEFINE_FINAL_TYPE (TlThreadRow, tl_thread_row, GTK_TYPE_LIST_BOX_ROW)

static void
tl_thread_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_THREAD_ROW);

  G_OBJECT_CLASS (tl_thread_row_parent_class)->dispose (object);
}

static void
tl_thread_row_finalize (GObject *object)
{
  g_free (TL_THREAD_ROW (object)->sentence);

  G_OBJECT_CLASS (tl_thread_row_parent_class)->finalize (object);
}

static void
tl_thread_row_class_init (TlThreadRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_thread_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_thread_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/timeline/thread-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlThreadRow, mark_box);
  gtk_widget_class_bind_template_child (widget_class, TlThreadRow, label);
  gtk_widget_class_bind_template_child (widget_class, TlThreadRow, day);
  gtk_widget_class_bind_template_child (widget_class, TlThreadRow, text);
}

static void
tl_thread_row_init (TlThreadRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is missing has no day of its own: the one that it is counted from is in its sentence. */
static char *
say_day (const TlActionStep *step)
{
  return step->date != TL_NO_DAY && step->state != TL_LINK_STATE_MISSING ? tl_format_day (step->date) : g_strdup ("");
}

/**
 * tl_thread_row_new:
 * @thread: a thread
 * @index: one of its steps
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
tl_thread_row_new (const TlActionThread *thread,
                   guint                 index)
{
  TlThreadRow *self = g_object_new (TL_TYPE_THREAD_ROW, NULL);
  const TlActionStep *step = tl_action_thread_get_step (thread, index);
  const char *label = tl_action_step_get_label (step->kind), *state = tl_word_label (TL_TYPE_LINK_STATE, step->state);
  g_autofree char *day = say_day (step);

  gtk_box_append (self->mark_box, tl_mark_cell_new_link (step->state));
  gtk_label_set_label (self->label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), tl_action_step_get_question (step->kind));
  gtk_label_set_label (self->day, day);
  gtk_widget_set_visible (GTK_WIDGET (self->day), *day != '\0');
  gtk_label_set_label (self->text, step->text);
  if (step->state == TL_LINK_STATE_MISSING)
    gtk_widget_add_css_class (GTK_WIDGET (self), "gap");
  if (*day != '\0')
    /* Translators: which step of how many, what it is about, sound, weak or missing, the day, and a sentence */
    self->sentence = g_strdup_printf (_("Step %1$u of %2$u: %3$s, %4$s, %5$s. %6$s"), index + 1, thread->steps->len, label, state,
                                      day, step->text);
  else
    /* Translators: which step of how many, what it is about, sound, weak or missing, and a sentence */
    self->sentence = g_strdup_printf (_("Step %1$u of %2$u: %3$s, %4$s. %5$s"), index + 1, thread->steps->len, label, state,
                                      step->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->sentence, -1);
  return GTK_WIDGET (self);
}

/**
 * tl_thread_row_describe:
 * @self: a row
 *
 * Returns: (transfer full): all that it says, to be read out
 */
char *
tl_thread_row_describe (TlThreadRow *self)
{
  g_return_val_if_fail (TL_IS_THREAD_ROW (self), NULL);

  return g_strdup (self->sentence);
}
