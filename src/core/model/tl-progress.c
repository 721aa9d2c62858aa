/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-progress.h"

#include <glib/gi18n-lib.h>

/* Often enough for a bar that moves, and to stop at once. */
#define ROWS_AT_A_TIME 256

struct _TlProgress
{
  GCancellable parent_instance;

  TlProgressFunc func;
  gpointer user_data;

  /* Each is written by the thread that works and read by any other. */
  gint stage;
  gint rows;
  gsize bytes;
  /* Bytes while a file is read, otherwise rows. */
  gsize all;
};

G_DEFINE_FINAL_TYPE (TlProgress, tl_progress, G_TYPE_CANCELLABLE)

static void
tl_progress_class_init (TlProgressClass *klass)
{
}

static void
tl_progress_init (TlProgress *self)
{
}

/**
 * tl_progress_new:
 * @func: (nullable): called every few hundred rows, on the thread that works
 * @user_data: for @func
 *
 * Returns: (transfer full): something to give to work that takes long
 */
TlProgress *
tl_progress_new (TlProgressFunc func,
                 gpointer       user_data)
{
  TlProgress *self = g_object_new (TL_TYPE_PROGRESS, NULL);

  self->func = func;
  self->user_data = user_data;
  return self;
}

/**
 * tl_progress_begin:
 * @cancellable: (nullable): a progress, or not
 * @stage: what begins
 * @all: how many bytes there are to read, otherwise how many rows; 0 when that isn't known
 *
 * Counts from nothing again.
 */
void
tl_progress_begin (GCancellable    *cancellable,
                   TlProgressStage  stage,
                   gsize            all)
{
  TlProgress *self;

  if (cancellable == NULL || !TL_IS_PROGRESS (cancellable))
    return;
  self = TL_PROGRESS (cancellable);
  g_atomic_int_set (&self->stage, TL_PROGRESS_STAGE_NONE);
  g_atomic_int_set (&self->rows, 0);
  g_atomic_pointer_set (&self->bytes, 0);
  g_atomic_pointer_set (&self->all, all);
  g_atomic_int_set (&self->stage, (gint) stage);
}

/**
 * tl_progress_begin_file:
 * @cancellable: (nullable): a progress, or not
 * @file: a file
 *
 * Begins to count the reading of a file. Blocks: not for the main thread.
 */
void
tl_progress_begin_file (GCancellable *cancellable,
                        GFile        *file)
{
  g_autoptr (GFileInfo) info = NULL;

  if (cancellable == NULL || !TL_IS_PROGRESS (cancellable))
    return;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_READING, info != NULL ? (gsize) g_file_info_get_size (info) : 0);
}

/**
 * tl_progress_add_bytes:
 * @cancellable: (nullable): a progress, or not
 * @n_bytes: how many more bytes of the file have been read
 *
 * Counts on, while a file is read.
 */
void
tl_progress_add_bytes (GCancellable *cancellable,
                       gsize         n_bytes)
{
  if (cancellable != NULL && TL_IS_PROGRESS (cancellable))
    g_atomic_pointer_add (&TL_PROGRESS (cancellable)->bytes, (gssize) n_bytes);
}

/**
 * tl_progress_step:
 * @cancellable: (nullable): any cancellable, which may be a progress
 * @error: that it was cancelled
 *
 * Counts one more row, and looks now and then whether to go on.
 *
 * Returns: whether to go on
 */
gboolean
tl_progress_step (GCancellable  *cancellable,
                  GError       **error)
{
  TlProgress *self;

  if (cancellable == NULL || !TL_IS_PROGRESS (cancellable))
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  self = TL_PROGRESS (cancellable);
  if ((g_atomic_int_add (&self->rows, 1) + 1) % ROWS_AT_A_TIME != 0)
    return TRUE;
  if (self->func != NULL)
    self->func (self, self->user_data);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * tl_progress_get_stage:
 * @self: a progress
 *
 * Returns: what is done now
 */
TlProgressStage
tl_progress_get_stage (TlProgress *self)
{
  return (TlProgressStage) g_atomic_int_get (&self->stage);
}

/**
 * tl_progress_get_rows:
 * @self: a progress
 *
 * Returns: with how many rows that has been done
 */
guint
tl_progress_get_rows (TlProgress *self)
{
  return (guint) g_atomic_int_get (&self->rows);
}

/**
 * tl_progress_get_fraction:
 * @self: a progress
 *
 * Returns: how much of what is done now has been done, from 0 to 1; -1 when that isn't known
 */
double
tl_progress_get_fraction (TlProgress *self)
{
  TlProgressStage stage = tl_progress_get_stage (self);
  gsize all = (gsize) g_atomic_pointer_get (&self->all);
  gsize done = stage == TL_PROGRESS_STAGE_READING ? (gsize) g_atomic_pointer_get (&self->bytes)
                                                  : (gsize) tl_progress_get_rows (self);

  if (stage == TL_PROGRESS_STAGE_NONE || all == 0)
    return -1;
  return MIN ((double) done / (double) all, 1);
}

/**
 * tl_progress_to_text:
 * @self: a progress
 *
 * Returns: (transfer full) (nullable): what is done now and how far it is, as “Checking: 12,000 of 100,000 rows”; %NULL
 *   when nothing has begun
 */
char *
tl_progress_to_text (TlProgress *self)
{
  guint rows = tl_progress_get_rows (self), all = (guint) (gsize) g_atomic_pointer_get (&self->all);

  switch (tl_progress_get_stage (self))
    {
    case TL_PROGRESS_STAGE_READING:
      return g_strdup_printf (ngettext ("Reading: %'u row", "Reading: %'u rows", rows), rows);
    case TL_PROGRESS_STAGE_TELLING:
      return g_strdup_printf (ngettext ("Understanding: %1$'u of %2$'u row", "Understanding: %1$'u of %2$'u rows", all),
                              rows, all);
    case TL_PROGRESS_STAGE_CHECKING:
      return g_strdup_printf (ngettext ("Checking: %1$'u of %2$'u row", "Checking: %1$'u of %2$'u rows", all), rows, all);
    case TL_PROGRESS_STAGE_COMPARING:
      return g_strdup_printf (ngettext ("Comparing: %1$'u of %2$'u row", "Comparing: %1$'u of %2$'u rows", all), rows,
                              all);
    case TL_PROGRESS_STAGE_WRITING:
      return g_strdup_printf (ngettext ("Writing: %1$'u of %2$'u row", "Writing: %1$'u of %2$'u rows", all), rows, all);
    case TL_PROGRESS_STAGE_EXPORTING:
      return g_strdup_printf (ngettext ("Exporting: %1$'u of %2$'u row", "Exporting: %1$'u of %2$'u rows", all), rows,
                              all);
    case TL_PROGRESS_STAGE_LAYING_OUT:
      return g_strdup_printf (ngettext ("Laying out: %1$'u of %2$'u part", "Laying out: %1$'u of %2$'u parts", all), rows,
                              all);
    case TL_PROGRESS_STAGE_DRAWING:
      return g_strdup_printf (ngettext ("Drawing: %1$'u of %2$'u page", "Drawing: %1$'u of %2$'u pages", all), rows, all);
    case TL_PROGRESS_STAGE_FINISHING:
      return g_strdup (_("Finishing"));
    case TL_PROGRESS_STAGE_NONE:
    default:
      return NULL;
    }
}
