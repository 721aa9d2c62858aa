/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-working-copy.h"

G_BEGIN_DECLS

/* What stands in the folder of a working copy. */
#define TL_WORKING_COPY_NOTE "note"
#define TL_WORKING_COPY_TRACES "traces"
#define TL_WORKING_COPY_TYPED "typed"

struct _TlWorkingCopy
{
  char *folder;
  char *path;
  int lock;
  TlWorkingCopyNote note;
};

int            tl_working_copy_take_lock   (const char         *folder,
                                            int                 flags,
                                            gboolean            wait);
gboolean       tl_working_copy_refuse      (const char         *folder,
                                            int                 system,
                                            GError            **error);
const char    *tl_working_copy_ensure_base (GError            **error);
TlWorkingCopy *tl_working_copy_make        (const char         *folder,
                                            int                 lock);
gboolean       tl_working_copy_read_note   (TlWorkingCopy      *self,
                                            GError            **error);
void           tl_working_copy_clear_note  (TlWorkingCopyNote  *note);

G_END_DECLS
