/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-people-item.h"

G_BEGIN_DECLS

/**
 * TlPeopleRow:
 *
 * A row of the list of people, places or forums, with a menu of what can be done.
 */
#define TL_TYPE_PEOPLE_ROW (tl_people_row_get_type ())
G_DECLARE_FINAL_TYPE (TlPeopleRow, tl_people_row, TL, PEOPLE_ROW, GtkWidget)

G_END_DECLS
