/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-mapping-private.h"
#include "tl-foreign-memory.h"

G_BEGIN_DECLS

gboolean tl_foreign_memory_recall          (TlForeignMemory  *self,
                                            TlForeignLayout  *layout);
gboolean tl_foreign_memory_find_like       (TlForeignMemory  *self,
                                            const TlForeignLayout *layout,
                                            TlForeignKind    *kind);
void     tl_foreign_memory_recall_some     (TlForeignMemory  *self,
                                            TlForeignLayout  *layout);
void     tl_foreign_memory_recall_meanings (TlForeignMemory  *self,
                                            TlForeignMapping *mapping);

G_END_DECLS
