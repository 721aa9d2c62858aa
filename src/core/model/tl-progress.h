/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlProgressStage:
 * @TL_PROGRESS_STAGE_NONE: nothing has begun, or nobody counts
 * @TL_PROGRESS_STAGE_READING: a file is read; how many rows it has isn't known before its end
 * @TL_PROGRESS_STAGE_TELLING: it is found out which of our own things rows tell of
 * @TL_PROGRESS_STAGE_CHECKING: it is found out what rows say
 * @TL_PROGRESS_STAGE_COMPARING: rows are compared with what the workbook has
 * @TL_PROGRESS_STAGE_WRITING: rows are written into the workbook
 * @TL_PROGRESS_STAGE_EXPORTING: rows are written into a file
 * @TL_PROGRESS_STAGE_LAYING_OUT: the parts of a report are laid out on pages
 * @TL_PROGRESS_STAGE_DRAWING: its pages are drawn
 * @TL_PROGRESS_STAGE_FINISHING: all rows are done, and are put on the disk; nobody knows how long that takes
 *
 * What long work with rows is at.
 */
typedef enum
{
  TL_PROGRESS_STAGE_NONE,
  TL_PROGRESS_STAGE_READING,
  TL_PROGRESS_STAGE_TELLING,
  TL_PROGRESS_STAGE_CHECKING,
  TL_PROGRESS_STAGE_COMPARING,
  TL_PROGRESS_STAGE_WRITING,
  TL_PROGRESS_STAGE_EXPORTING,
  TL_PROGRESS_STAGE_LAYING_OUT,
  TL_PROGRESS_STAGE_DRAWING,
  TL_PROGRESS_STAGE_FINISHING,
} TlProgressStage;

/**
 * TlProgress:
 *
 * A cancellable that also tells how far the work is that it was given to. Whoever works counts, on any thread; whoever
 * shows it looks when it likes, so that counting costs the main loop nothing.
 */
#define TL_TYPE_PROGRESS (tl_progress_get_type ())
G_DECLARE_FINAL_TYPE (TlProgress, tl_progress, TL, PROGRESS, GCancellable)

/**
 * TlProgressFunc:
 * @self: what is told
 * @user_data: what was given with the function
 *
 * Is called now and then on the thread that works.
 */
typedef void (*TlProgressFunc) (TlProgress *self,
                                gpointer    user_data);

TlProgress      *tl_progress_new          (TlProgressFunc    func,
                                           gpointer          user_data);

/* For whoever works: with any other cancellable, or none, they count nothing. */
void             tl_progress_begin        (GCancellable     *cancellable,
                                           TlProgressStage   stage,
                                           gsize             all);
void             tl_progress_begin_file   (GCancellable     *cancellable,
                                           GFile            *file);
void             tl_progress_add_bytes    (GCancellable     *cancellable,
                                           gsize             n_bytes);
gboolean         tl_progress_step         (GCancellable     *cancellable,
                                           GError          **error);

/* For whoever shows it. */
TlProgressStage  tl_progress_get_stage    (TlProgress       *self);
guint            tl_progress_get_rows     (TlProgress       *self);
double           tl_progress_get_fraction (TlProgress       *self);
char            *tl_progress_to_text      (TlProgress       *self);

G_END_DECLS
