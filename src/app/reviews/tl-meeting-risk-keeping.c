/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-risk-private.h"

/* What is typed on a risk's page is kept by several keepers: of each question, of the notes, and of the decision. */

static GPtrArray *
list_keepers (TlMeetingRisk *self)
{
  GPtrArray *keepers = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->challenges)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (keepers, tl_meeting_challenge_get_keeper (TL_MEETING_CHALLENGE (child)));
  if (self->look != NULL)
    g_ptr_array_add (keepers, self->look);
  if (tl_meeting_decision_get_keeper (self->decision) != NULL)
    g_ptr_array_add (keepers, tl_meeting_decision_get_keeper (self->decision));
  return keepers;
}

/**
 * tl_meeting_risk_keep:
 * @self: a page
 *
 * Keeps at once what was typed.
 */
void
tl_meeting_risk_keep (TlMeetingRisk *self)
{
  g_autoptr (GPtrArray) keepers = NULL;

  g_return_if_fail (TL_IS_MEETING_RISK (self));

  keepers = list_keepers (self);
  for (guint i = 0; i < keepers->len; i++)
    tl_draft_keeper_keep (g_ptr_array_index (keepers, i));
}

/**
 * tl_meeting_risk_get_keeping:
 * @self: a page
 *
 * Returns: how far what was typed is kept
 */
TlKeeping
tl_meeting_risk_get_keeping (TlMeetingRisk *self)
{
  g_autoptr (GPtrArray) keepers = list_keepers (self);
  TlKeeping keeping = TL_KEEPING_KEPT;

  for (guint i = 0; i < keepers->len; i++)
    keeping = MAX (keeping, tl_draft_keeper_get_keeping (g_ptr_array_index (keepers, i)));
  return keeping;
}

/**
 * tl_meeting_risk_get_typing:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the text in which something is being typed that is no change yet
 */
GtkWidget *
tl_meeting_risk_get_typing (TlMeetingRisk *self)
{
  g_autoptr (GPtrArray) keepers = list_keepers (self);

  for (guint i = 0; i < keepers->len; i++)
    if (tl_draft_keeper_get_typing (g_ptr_array_index (keepers, i)) != NULL)
      return tl_draft_keeper_get_typing (g_ptr_array_index (keepers, i));
  return NULL;
}

/**
 * tl_meeting_risk_get_problem:
 * @self: a page
 *
 * Returns: (nullable): why something can't be kept
 */
const char *
tl_meeting_risk_get_problem (TlMeetingRisk *self)
{
  g_autoptr (GPtrArray) keepers = list_keepers (self);

  for (guint i = 0; i < keepers->len; i++)
    if (tl_draft_keeper_get_problem (g_ptr_array_index (keepers, i)) != NULL)
      return tl_draft_keeper_get_problem (g_ptr_array_index (keepers, i));
  return NULL;
}

/**
 * tl_meeting_risk_mark_problem:
 * @self: a page
 *
 * Marks what stands in the way of keeping what was typed, and gives it the keyboard.
 */
void
tl_meeting_risk_mark_problem (TlMeetingRisk *self)
{
  g_return_if_fail (TL_IS_MEETING_RISK (self));

  if (tl_meeting_decision_mark_problem (self->decision))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->challenges)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tl_draft_keeper_get_problem (tl_meeting_challenge_get_keeper (TL_MEETING_CHALLENGE (child))) != NULL)
      {
        gtk_widget_grab_focus (child);
        return;
      }
}
