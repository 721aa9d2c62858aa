/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-format.h"

/* Which day everything is shown for: that of what is concluded, and not the one that was chosen as long as this is still
 * being worked out. */

static TlDay
get_shown_day (TlWindow *self)
{
  TlAssessment *outline = tl_workbook_get_outline (self->workbook);

  return outline != NULL ? tl_assessment_get_as_at (outline) : tl_workbook_get_as_at (self->workbook);
}

static char *
describe_awaited (TlWindow *self)
{
  TlDay chosen = tl_workbook_get_as_at (self->workbook);
  g_autofree char *day = tl_format_day_long (chosen);

  if (chosen == tl_workbook_get_today (self->workbook))
    return g_strdup (_("Working out how everything stands today."));
  /* Translators: %s is a day such as "9 June 2026" */
  return g_strdup_printf (_("Working out how everything stood on %s."), day);
}

static void
say_awaited_cb (gpointer user_data)
{
  TlWindow *self = user_data;
  g_autofree char *sentence = describe_awaited (self);

  self->awaiting_day = 0;
  adw_banner_set_title (self->as_at_banner, sentence);
  adw_banner_set_revealed (self->as_at_banner, TRUE);
  tl_announce (GTK_WIDGET (self), sentence);
}

void
tl_window_end_day (TlWindow *self)
{
  g_clear_handle_id (&self->awaiting_day, g_source_remove);
}

/* Another day was chosen, or is shown by now. */
void
tl_window_update_day (TlWindow *self)
{
  g_autofree char *day = NULL, *label = NULL, *banner = NULL, *day_long = NULL;
  TlDay shown;

  tl_window_end_day (self);
  if (self->workbook == NULL)
    return;
  shown = get_shown_day (self);
  day = tl_format_day (shown);
  day_long = tl_format_day_long (shown);
  /* Translators: %s is a day such as "9 Jun 2026" */
  label = g_strdup_printf (_("As at %s"), day);
  gtk_label_set_label (self->as_at_label, label);
  /* Translators: %s is a day such as "9 June 2026" */
  banner = g_strdup_printf (_("Shown as it stood on %s. Editing is off."), day_long);
  adw_banner_set_title (self->as_at_banner, banner);
  adw_banner_set_revealed (self->as_at_banner, shown != tl_workbook_get_today (self->workbook));
  if (shown != tl_workbook_get_as_at (self->workbook))
    self->awaiting_day = g_timeout_add_once (TL_WINDOW_PATIENCE, say_awaited_cb, self);
}
