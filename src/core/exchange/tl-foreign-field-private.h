/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-field.h"

G_BEGIN_DECLS

/* What the words of a status come to. Open says nothing that a workbook has to be told. */
#define TL_FOREIGN_STATUS_DONE "done"
#define TL_FOREIGN_STATUS_OPEN "open"
#define TL_FOREIGN_STATUS_ENDED "ended"

const TlField *tl_foreign_field_get_ours (TlForeignField  field,
                                          TlTable        *table);

G_END_DECLS
