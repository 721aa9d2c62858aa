/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-row.h"

G_BEGIN_DECLS

/* The sentences with which the writer says no. All return %FALSE, and set @error. */

gboolean tl_refuse_value    (const TlRow          *row,
                             const TlSchemaColumn *column,
                             const TlValue        *value,
                             GError              **error);
gboolean tl_refuse_conflict (const TlRow          *row,
                             const char           *column,
                             const TlValue        *value,
                             GError              **error);
gboolean tl_refuse_absent   (const TlRow          *row,
                             GError              **error);
gboolean tl_refuse_name     (const char           *table,
                             const char           *column,
                             GError              **error);
gboolean tl_refuse_link     (const TlRow          *row,
                             const TlSchemaColumn *column,
                             GError              **error);
gboolean tl_refuse_removal  (const TlRow          *row,
                             const TlSchemaTable  *named_in,
                             GError              **error);

G_END_DECLS
