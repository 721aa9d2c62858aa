/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"
#include "tl-value.h"

G_BEGIN_DECLS

/**
 * TlJoinLink:
 * @table: the table of a row that is pointed to
 * @row: the row
 * @id: (out): the id that it has, or is to have, in the other workbook
 * @data: data that was given along
 *
 * Returns: whether it is there
 */
typedef gboolean (*TlJoinLink) (TlTable        table,
                                const TlFacts *row,
                                TlId          *id,
                                gpointer       data);

/**
 * TlJoinValue:
 * @column: name of a column
 * @value: what a row has there
 * @broken: whether it points to a row that isn't there
 * @data: data that was given along
 */
typedef void (*TlJoinValue) (const char    *column,
                             const TlValue *value,
                             gboolean       broken,
                             gpointer       data);

void     tl_join_values_read  (const TlField  *field,
                               gconstpointer   row,
                               TlJoinLink      link,
                               TlJoinValue     value,
                               gpointer        data);
gboolean tl_join_values_keep_links (TlTable    table,
                               const TlFacts  *row,
                               TlId           *id,
                               gpointer        data);

G_END_DECLS
