/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/**
 * TlDropUse:
 * @TL_DROP_REFUSED: nothing can be done with them
 * @TL_DROP_OPENED: they are workbooks, and are opened
 * @TL_DROP_IMPORTED: it is a spreadsheet or a folder of them, and is imported
 *
 * What becomes of files that are dropped on a window.
 */
typedef enum
{
  TL_DROP_REFUSED,
  TL_DROP_OPENED,
  TL_DROP_IMPORTED,
} TlDropUse;

void      tl_window_install_drop (TlWindow   *self);
gboolean  tl_file_is_spreadsheet (GFile      *file);
TlDropUse tl_window_plan_drop    (TlWindow   *self,
                                  GSList     *files,
                                  char      **sentence);

G_END_DECLS
