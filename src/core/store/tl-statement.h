/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "tl-change.h"

G_BEGIN_DECLS

/* Values into and out of SQLite's prepared statements. Parameters count from 1 and columns from 0, as SQLite does. */

void          tl_statement_bind_id          (sqlite3_stmt    *statement,
                                             int              index,
                                             const TlId      *id);
void          tl_statement_bind_own_id      (sqlite3_stmt    *statement,
                                             int              index,
                                             const TlId      *id);
void          tl_statement_bind_digest      (sqlite3_stmt    *statement,
                                             int              index,
                                             const TlDigest  *digest);
void          tl_statement_bind_bytes       (sqlite3_stmt    *statement,
                                             int              index,
                                             GBytes          *bytes);
void          tl_statement_bind_text        (sqlite3_stmt    *statement,
                                             int              index,
                                             const char      *text);
void          tl_statement_bind_value       (sqlite3_stmt    *statement,
                                             int              index,
                                             const TlValue   *value);
int           tl_statement_take_failure     (sqlite3_stmt    *statement);
gboolean      tl_statement_get_id           (sqlite3_stmt    *statement,
                                             int              column,
                                             TlId            *id);
gboolean      tl_statement_get_digest       (sqlite3_stmt    *statement,
                                             int              column,
                                             TlDigest        *digest);
GBytes       *tl_statement_get_bytes        (sqlite3_stmt    *statement,
                                             int              column);
char         *tl_statement_get_text         (sqlite3_stmt    *statement,
                                             int              column);
void          tl_statement_get_value        (sqlite3_stmt    *statement,
                                             int              column,
                                             TlValue         *value);

/* Room for a day, a word of a list, a ref. */
#define TL_SHORT_TEXT 32
gboolean      tl_statement_look_at_value    (sqlite3_stmt    *statement,
                                             int              column,
                                             char             short_text[TL_SHORT_TEXT],
                                             TlValue         *value);

G_END_DECLS
