/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-mapping.h"

G_BEGIN_DECLS

TlForeignMapping *tl_foreign_mapping_again (const TlForeignMapping *self,
                                            TlForeignBook          *book,
                                            TlSnapshot             *existing,
                                            TlForeignMemory        *memory);

G_END_DECLS
