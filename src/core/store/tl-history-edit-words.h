/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history.h"
#include "tl-schema.h"

G_BEGIN_DECLS

/* What a single edit did, in words: "changed Title of R1 from … to …". */

gboolean tl_history_edit_is_live      (const TlEdit *edit);
gboolean tl_history_edit_becomes_live (const TlEdit *edit);
gboolean tl_history_says_edit         (const TlEdit *edit);
gboolean tl_history_was_erased        (TlDatabase     *database,
                                       const TlChange *change,
                                       const TlEdit   *edit);

char *tl_history_words_say_row    (TlDatabase           *database,
                                   const TlSchemaTable  *table,
                                   const TlEdit         *edit);
char *tl_history_words_name_field (TlDatabase           *database,
                                   const TlSchemaTable  *table,
                                   const TlSchemaColumn *column,
                                   const TlId           *id);
char *tl_history_words_say_edit   (TlDatabase           *database,
                                   const TlChange       *change,
                                   const TlEdit         *edit);

G_END_DECLS
