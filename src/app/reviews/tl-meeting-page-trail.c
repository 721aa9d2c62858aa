/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-page-private.h"

#include <glib/gi18n.h>

#include "tl-review-rules.h"
#include "tl-store-trail.h"
#include "tl-workbook-undo.h"

/* When a review was finished, by what the history says of it, and what was corrected since. */

static char *
describe (TlMeetingPage       *self,
          const TlReviewTrail *trail)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n = trail->corrections->len;

  /* Translators: a moment, and the person who did it */
  g_ptr_array_add (parts, g_strdup_printf (_("Finished %1$s by %2$s."), trail->when, trail->who));
  /* Translators: %s is a fingerprint, as it stands on paper */
  g_ptr_array_add (parts, g_strdup_printf (_("Fingerprint %s."), trail->fingerprint));
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u correction since.", "%u corrections since.", n), n));
  if (self->correcting)
    g_ptr_array_add (parts, g_strdup (_("What you change now is shown as a correction.")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlMeetingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReviewTrail) trail = tl_store_read_trail_finish (TL_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workbook == NULL)
    return;
  g_clear_object (&self->reading);
  /* What came by import has no such change in this history. */
  if (trail == NULL)
    return;
  text = describe (self, trail);
  gtk_label_set_label (self->standing_label, text);
  tl_meeting_rest_show_corrections (self->rest_page, trail->corrections);
}

void
tl_meeting_page_stop_reading (TlMeetingPage *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* Asks the history of a review that is finished. */
void
tl_meeting_page_read_trail (TlMeetingPage *self)
{
  const TlReviewFacts *review = tl_meeting_page_find_review (self);

  tl_meeting_page_stop_reading (self);
  if (review == NULL || !tl_review_is_finished (review, tl_workbook_get_as_at (self->workbook)))
    {
      tl_meeting_rest_show_corrections (self->rest_page, NULL);
      return;
    }
  self->reading = g_cancellable_new ();
  tl_store_read_trail_async (tl_workbook_get_store (self->workbook), &self->review, self->reading, read_cb,
                             g_object_ref (self));
}
