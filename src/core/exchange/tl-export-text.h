/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"

G_BEGIN_DECLS

/* What stands in an exported cell, and is understood again by an import. */

void  tl_export_write_number (double                number,
                              char                 *digits);
char *tl_export_join_texts   (const char * const   *texts);
char *tl_export_name_row     (TlTable               table,
                              const TlFacts        *row);
char *tl_export_join_rows    (TlTable               table,
                              const TlFactsList    *rows);

char *tl_export_get_text     (const TlField        *field,
                              gconstpointer         row);

G_END_DECLS
