/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-id.h"

G_BEGIN_DECLS

/**
 * TlKeptPlace:
 * @TL_KEPT_PLACE_NONE: it was never saved to a file
 * @TL_KEPT_PLACE_FILE: its file is where it was, and goes on with it when it is opened
 * @TL_KEPT_PLACE_GONE: its file isn't there any more
 * @TL_KEPT_PLACE_OTHER: what is there now isn't this workbook
 *
 * Where the file is whose changes a working copy has.
 */
typedef enum
{
  TL_KEPT_PLACE_NONE,
  TL_KEPT_PLACE_FILE,
  TL_KEPT_PLACE_GONE,
  TL_KEPT_PLACE_OTHER,
} TlKeptPlace;

/**
 * TlKeptTrouble:
 * @TL_KEPT_TROUBLE_NONE: it can be gone on with
 * @TL_KEPT_TROUBLE_NEWER: a newer version of the program left it, and can go on with it
 * @TL_KEPT_TROUBLE_DAMAGED: it can't be read
 *
 * Whether a working copy can be used.
 */
typedef enum
{
  TL_KEPT_TROUBLE_NONE,
  TL_KEPT_TROUBLE_NEWER,
  TL_KEPT_TROUBLE_DAMAGED,
} TlKeptTrouble;

/**
 * TlKeptCopy:
 *
 * A working copy that no program is using and that has changes which its file hasn't, as it was when it was looked for.
 */
#define TL_TYPE_KEPT_COPY (tl_kept_copy_get_type ())
G_DECLARE_FINAL_TYPE (TlKeptCopy, tl_kept_copy, TL, KEPT_COPY, GObject)

const TlId    *tl_kept_copy_get_document  (TlKeptCopy           *self);
const char    *tl_kept_copy_get_provider  (TlKeptCopy           *self);
GFile         *tl_kept_copy_get_file      (TlKeptCopy           *self);
GFile         *tl_kept_copy_get_folder    (TlKeptCopy           *self);
TlKeptPlace    tl_kept_copy_get_place     (TlKeptCopy           *self);
TlKeptTrouble  tl_kept_copy_get_trouble   (TlKeptCopy           *self);
gint64         tl_kept_copy_get_edited    (TlKeptCopy           *self);
guint          tl_kept_copy_get_n_unsaved (TlKeptCopy           *self);

void           tl_kept_copy_list_async    (GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray     *tl_kept_copy_list_finish   (GAsyncResult         *result,
                                           GError              **error);
void           tl_kept_copy_remove_async  (TlKeptCopy           *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean       tl_kept_copy_remove_finish (TlKeptCopy           *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void           tl_kept_copy_match_async   (TlKeptCopy           *self,
                                           GFile                *file,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean       tl_kept_copy_match_finish  (TlKeptCopy           *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
