/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-last.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-meeting-since.h"

struct _TlMeetingLast
{
  AdwBin parent_instance;

  GtkLabel *heading_label;
  GtkLabel *caption_label;
  GtkBox *decisions;
};

G_DEFINE_FINAL_TYPE (TlMeetingLast, tl_meeting_last, ADW_TYPE_BIN)

static void
tl_meeting_last_dispose (GObject *object)
{
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_MEETING_LAST);

  G_OBJECT_CLASS (tl_meeting_last_parent_class)->dispose (object);
}

static void
tl_meeting_last_class_init (TlMeetingLastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_meeting_last_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/meeting-last.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMeetingLast, heading_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingLast, caption_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingLast, decisions);
}

static void
tl_meeting_last_init (TlMeetingLast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_decision (TlMeetingLast          *self,
              const TlDecisionEffect *effect)
{
  /* Translators: a risk, and what was decided on it, as in "R1 Medicines: change" */
  g_autofree char *heading = g_strdup_printf (_("%1$s: %2$s"), effect->title,
                                              tl_word_label (TL_TYPE_DECISION_KIND, (int) effect->kind));
  GtkWidget *part = tl_meeting_since_new_effect (effect, heading);

  gtk_widget_add_css_class (part, "card");
  gtk_widget_add_css_class (part, "meeting-card");
  gtk_box_append (self->decisions, part);
}

/**
 * tl_meeting_last_show:
 * @self: a page
 * @agenda: the agenda of a review
 * @as_at: the day for which everything is shown
 *
 * Shows what was decided before.
 */
void
tl_meeting_last_show (TlMeetingLast  *self,
                      const TlAgenda *agenda,
                      TlDay           as_at)
{
  g_autofree char *day = agenda->previous_day != TL_NO_DAY ? tl_format_day_short (agenda->previous_day, as_at) : NULL;
  /* Translators: %s is a day such as "12 May" */
  g_autofree char *heading = day != NULL ? g_strdup_printf (_("Decided on %s"), day) : g_strdup (_("Decided before"));
  g_autofree char *count = NULL;
  GtkWidget *child;

  g_return_if_fail (TL_IS_MEETING_LAST (self));

  if (agenda->last_decisions->len > 0)
    count = tl_decision_effect_dup_count (agenda->last_decisions);
  gtk_label_set_label (self->heading_label, heading);
  gtk_label_set_label (self->caption_label, count != NULL ? count : _("Nothing was decided at the last review of this forum."));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->decisions))) != NULL)
    gtk_box_remove (self->decisions, child);
  for (guint i = 0; i < agenda->last_decisions->len; i++)
    add_decision (self, g_ptr_array_index (agenda->last_decisions, i));
}
