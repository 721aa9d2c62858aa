/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"

/* All of a workbook's content as text, a line for each row, so that two of them can be compared. */

char *test_dump     (const TlSnapshot *snapshot,
                     gboolean          with_ids);
char *test_dump_row (const TlSnapshot *snapshot,
                     TlTable           table,
                     gconstpointer     row);
