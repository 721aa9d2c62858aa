/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-clock.h"
#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlSavedState:
 * @TL_SAVED_STATE_UNTITLED: it has no file yet; everything is kept in the working copy
 * @TL_SAVED_STATE_SAVED: the file has everything
 * @TL_SAVED_STATE_UNSAVED: the working copy has more than the file; it will be saved by itself
 * @TL_SAVED_STATE_SAVING: it is being saved
 * @TL_SAVED_STATE_CANT_SAVE: it can't be saved there; everything is kept in the working copy
 * @TL_SAVED_STATE_CONFLICT: the file has everything, and two people's changes to one thing wait to be settled; a
 *   workbook's state, as a saver doesn't know of conflicts
 * @TL_SAVED_STATE_READ_ONLY: it can't be edited
 *
 * Whether a workbook's file has what the window shows.
 */
typedef enum
{
  TL_SAVED_STATE_UNTITLED,
  TL_SAVED_STATE_SAVED,
  TL_SAVED_STATE_UNSAVED,
  TL_SAVED_STATE_SAVING,
  TL_SAVED_STATE_CANT_SAVE,
  TL_SAVED_STATE_CONFLICT,
  TL_SAVED_STATE_READ_ONLY,
} TlSavedState;

#define TL_TYPE_SAVED_STATE (tl_saved_state_get_type ())
GType tl_saved_state_get_type (void);

/**
 * TlSaver:
 *
 * Saves a document by itself after a quiet time, goes on trying while it can't, less and less often, and says how things
 * stand. Having taken in somebody else's changes it looks at the file again a minute later, since a synchronised folder
 * may bring more.
 */
#define TL_TYPE_SAVER (tl_saver_get_type ())
G_DECLARE_FINAL_TYPE (TlSaver, tl_saver, TL, SAVER, GObject)

TlSaver      *tl_saver_new         (TlStore              *store,
                                    guint                 quiet_time);
TlSaver      *tl_saver_new_with_clock (TlStore           *store,
                                    guint                 quiet_time,
                                    const TlClock        *clock);
void          tl_saver_stop        (TlSaver              *self);
TlSavedState  tl_saver_get_state   (TlSaver              *self);
const char   *tl_saver_get_problem (TlSaver              *self);
const char   *tl_saver_get_reason  (TlSaver              *self);
void          tl_saver_save_async  (TlSaver              *self,
                                    GFile                *file,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean      tl_saver_save_finish (TlSaver              *self,
                                    GAsyncResult         *result,
                                    GError              **error);

/* After how long a saving that failed is tried again, the first time and at most, and a file looked at again into which
 * somebody else had saved, in milliseconds. */
#define TL_SAVER_FIRST_RETRY (10 * 1000)
#define TL_SAVER_LONGEST_RETRY (5 * 60 * 1000)
#define TL_SAVER_LOOK_AGAIN (60 * 1000)

/* How long nothing must have changed before a document is saved by itself, in milliseconds. */
#define TL_SAVER_QUIET_TIME 5000

G_END_DECLS
