/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-book.h"

G_BEGIN_DECLS

/* Spreadsheets as services and councils keep them, written with real merged cells and dates. */

typedef struct _TestTracker TestTracker;

TestTracker   *test_tracker_new   (const char  *path);
void           test_tracker_sheet (TestTracker *self,
                                   const char  *name);
/* The next row; a text such as "@2026-03-31" is a real date, "~2026-03-01" one of which only month and year are shown,
 * "" an empty cell. */
void           test_tracker_row   (TestTracker *self,
                                   ...) G_GNUC_NULL_TERMINATED;
void           test_tracker_skip  (TestTracker *self);
/* Cells shown as one, with their text, as in "A1:F1=Action plan". Row and columns are those of a spreadsheet. */
void           test_tracker_merge (TestTracker *self,
                                   const char  *range);
/* Ends it and reads it back. */
TlForeignBook *test_tracker_read  (TestTracker *self);

G_END_DECLS
