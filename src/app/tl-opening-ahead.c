/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-opening-ahead.h"

typedef struct
{
  TlStoreOrigin origin;
  GFile *file;
  GCancellable *cancellable;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Ahead;

/* The one that nobody has claimed yet; the program is started once. */
static Ahead *unclaimed;

static void
let_go_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_close_finish (TL_WORKBOOK (source), result, &error))
    g_message ("Closing the workbook: %s", error->message);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Ahead *self = user_data;

  if (self->callback != NULL)
    self->callback (source, result, self->user_data);
  else
    {
      g_autoptr (TlWorkbook) workbook = tl_workbook_open_finish (result, NULL);

      unclaimed = NULL;
      if (workbook != NULL)
        tl_workbook_close_async (workbook, let_go_cb, NULL);
    }
  g_object_unref (self->file);
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * tl_opening_ahead_begin:
 * @origin: whether to open a file or a copy of it
 * @file: the file
 * @ids: where new ids come from
 * @last_look: (transfer full) (nullable): what was looked at last
 *
 * Begins to open a workbook. Whoever wants it claims it before the main loop goes on; otherwise it is closed again.
 */
void
tl_opening_ahead_begin (TlStoreOrigin  origin,
                        GFile         *file,
                        TlIdSource    *ids,
                        TlLastLook    *last_look)
{
  Ahead *self = NULL;

  g_return_if_fail (unclaimed == NULL);
  g_return_if_fail (G_IS_FILE (file));

  self = g_new0 (Ahead, 1);
  self->origin = origin;
  self->file = g_object_ref (file);
  self->cancellable = g_cancellable_new ();
  unclaimed = self;
  tl_workbook_open_outline_async (origin, file, ids, last_look, self->cancellable, opened_cb, self);
}

/**
 * tl_opening_ahead_claim:
 * @origin: whether to open a file or a copy of it
 * @file: the file
 * @cancellable: (out) (transfer full): cancels it
 * @callback: called when it is open; finish with [func@Tl.Workbook.open_finish]
 * @user_data: for @callback
 *
 * Takes over what has been begun, if it is that.
 *
 * Returns: whether it is, so that @callback is called
 */
gboolean
tl_opening_ahead_claim (TlStoreOrigin         origin,
                        GFile                *file,
                        GCancellable        **cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  Ahead *self = unclaimed;

  if (self == NULL || file == NULL || self->origin != origin || !g_file_equal (self->file, file))
    return FALSE;
  unclaimed = NULL;
  self->callback = callback;
  self->user_data = user_data;
  *cancellable = g_object_ref (self->cancellable);
  return TRUE;
}
