/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-practice.h"

#include <glib/gi18n.h>

#include "tl-practice-watermark.h"
#include "tl-window-private.h"
#include "tl-workbook-kept.h"

#define DEBRIEFED "tl-practice-debriefed"
#define MARK "tl-practice-mark"

/**
 * tl_window_show_practice:
 * @self: a window without a workbook
 * @workbook: the workbook of a case that was debriefed
 *
 * Shows it with everything that is concluded of it.
 */
void
tl_window_show_practice (TlWindow *self,
                         GFile    *workbook)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  g_object_set_data (G_OBJECT (self), DEBRIEFED, GINT_TO_POINTER (TRUE));
  tl_window_open_copy (self, workbook);
}

static gboolean
is_practice (TlWindow *self)
{
  return self->workbook != NULL && tl_workbook_is_practice (self->workbook);
}

/* The word lies over everything in the window, as in the window of practice. */
static void
add_mark (TlWindow *self)
{
  GtkWidget *content = g_object_ref (adw_toast_overlay_get_child (self->toasts));
  GtkWidget *overlay = gtk_overlay_new (), *mark = g_object_new (TL_TYPE_PRACTICE_WATERMARK, NULL);

  adw_toast_overlay_set_child (self->toasts, NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), mark);
  adw_toast_overlay_set_child (self->toasts, overlay);
  g_object_set_data (G_OBJECT (self), MARK, mark);
  g_object_unref (content);
}

/**
 * tl_window_mark_practice:
 * @self: a window
 *
 * Gives the window another colour and the word across it while it shows a practice case.
 */
void
tl_window_mark_practice (TlWindow *self)
{
  gboolean practice = is_practice (self);
  GtkWidget *mark = g_object_get_data (G_OBJECT (self), MARK);

  if (practice && mark == NULL)
    add_mark (self);
  else if (mark != NULL)
    gtk_widget_set_visible (mark, practice);
  if (practice)
    gtk_widget_add_css_class (GTK_WIDGET (self), "practice");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "practice");
}

/**
 * tl_window_refuse_practice:
 * @self: a window whose workbook was just read
 *
 * A case that is opened as if it were any workbook would show at once what a trainee is to find.
 *
 * Returns: whether it was refused, and the window is empty again
 */
gboolean
tl_window_refuse_practice (TlWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!is_practice (self) || g_object_get_data (G_OBJECT (self), DEBRIEFED) != NULL)
    return FALSE;
  error = g_error_new_literal (TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
                               _("This is the workbook of a practice case, with its answers. Open the case from Practice, where what Throughline concludes stays hidden until the debrief."));
  tl_window_take_reading_failure (self, error);
  return TRUE;
}
