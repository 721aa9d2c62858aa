/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-conditions.h"

#include <glib/gi18n.h>

#include "tl-closing-case.h"
#include "tl-mark-cell.h"
#include "tl-risk-mending.h"

struct _TlMeetingConditions
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TlMeetingConditions, tl_meeting_conditions, GTK_TYPE_BOX)

static GtkWidget *
make_mark (gboolean met)
{
  GtkWidget *mark;

  if (!met)
    return tl_mark_cell_new_link (TL_LINK_STATE_MISSING);
  mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_tooltip_text (mark, _("met"));
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  /* As wide as the marks of what lacks. */
  gtk_widget_set_margin_start (mark, 2);
  gtk_widget_set_margin_end (mark, 2);
  return mark;
}

/* Findings each have their own way; a click shows them all. */
static GtkWidget *
make_button (const TlClosingAnswer *condition)
{
  GtkWidget *button;

  if (tl_risk_mending_can (condition->remedy))
    button = tl_risk_mending_button_for (condition->remedy, !tl_id_is_none (&condition->row) ? &condition->row : NULL);
  else if (condition->remedy != TL_REMEDY_NONE)
    return NULL;
  else
    {
      button = gtk_button_new_with_label (_("Show the Findings"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "meeting.show-findings");
    }
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
make_row (const TlClosingAnswer *condition,
          GtkWidget             *button)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (condition->text);
  /* Translators: whether a condition is met, and the condition */
  g_autofree char *name = g_strdup_printf (_("%1$s: %2$s"), condition->met ? _("met") : _("not met"), condition->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, condition->met ? "dimmed" : "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (texts), button);
  gtk_box_append (GTK_BOX (row), make_mark (condition->met));
  gtk_box_append (GTK_BOX (row), texts);
  return row;
}

static void
tl_meeting_conditions_class_init (TlMeetingConditionsClass *klass)
{
}

static void
tl_meeting_conditions_init (TlMeetingConditions *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/* Whether the keyboard is on one of the buttons. */
static int
find_focused (TlMeetingConditions *self)
{
  int i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL; row = gtk_widget_get_next_sibling (row), i++)
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return i;
  return -1;
}

/**
 * tl_meeting_conditions_show:
 * @self: conditions
 * @conditions: (element-type TlClosingAnswer): the conditions on which a risk may close
 * @editable: whether anything may be done about them
 *
 * Shows on which conditions a risk may close, met ones first.
 */
void
tl_meeting_conditions_show (TlMeetingConditions *self,
                            GPtrArray           *conditions,
                            gboolean             editable)
{
  int focused;
  GtkWidget *row;

  g_return_if_fail (TL_IS_MEETING_CONDITIONS (self));

  focused = find_focused (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), row);
  for (int met = TRUE; met >= FALSE; met--)
    for (guint i = 0; i < conditions->len; i++)
      {
        const TlClosingAnswer *condition = g_ptr_array_index (conditions, i);

        if (condition->met == met)
          gtk_box_append (GTK_BOX (self), make_row (condition, !met && editable ? make_button (condition) : NULL));
      }

  row = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (int i = 0; i < focused && row != NULL; i++)
    row = gtk_widget_get_next_sibling (row);
  if (focused >= 0 && (row == NULL || !gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
