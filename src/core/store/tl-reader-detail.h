/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-schema.h"

G_BEGIN_DECLS

gboolean    tl_reader_detail_find_risk (TlDatabase           *database,
                                        const TlId           *id,
                                        TlId                 *risk,
                                        GError              **error);
const char *tl_reader_detail_choose    (const TlSchemaTable  *table);

G_END_DECLS
