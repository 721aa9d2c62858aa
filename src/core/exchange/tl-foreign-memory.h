/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-mapping.h"

G_BEGIN_DECLS

/* TlForeignMemory: how sheets that aren't ours were understood before, known by their headings. */

TlForeignMemory *tl_foreign_memory_new   (void);
TlForeignMemory *tl_foreign_memory_load  (GFile                   *file,
                                          GCancellable            *cancellable);
TlForeignMemory *tl_foreign_memory_parse (const char              *text,
                                          gsize                    length);
void             tl_foreign_memory_free  (TlForeignMemory         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlForeignMemory, tl_foreign_memory_free)

void             tl_foreign_memory_keep  (TlForeignMemory         *self,
                                          const TlForeignMapping  *mapping);
gboolean         tl_foreign_memory_save  (TlForeignMemory         *self,
                                          GFile                   *file,
                                          GCancellable            *cancellable,
                                          GError                 **error);

G_END_DECLS
