/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-people-item.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/* Lists people with what they answer for, places as a tree, and forums; those whose time is over come last. */

void tl_people_list_fill (GListStore *list,
                          TlWorkbook *workbook,
                          TlTable     table,
                          const char *search);

G_END_DECLS
