/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-row.h"
#include "tl-row-chooser.h"

G_BEGIN_DECLS

/* What the fields that choose rows have in common. */

TlTable           tl_row_adding_get_table (TlFieldRow      *row);
TlRowChooserFlags tl_row_adding_get_flags (TlFieldRow      *row);
void              tl_row_adding_begin     (TlFieldRow      *row,
                                           const char      *name);
char             *tl_row_adding_name      (TlFieldRow      *row,
                                           const TlId      *id);

G_END_DECLS
