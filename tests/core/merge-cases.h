/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What two people do to copies of one workbook, and what they find after merging. Rows are named by a letter for their
 * table and a digit; ";" goes on with another row, "|" with another change. "+R3 title=Falls" adds a row, "-R3" removes
 * one, "R3 title=Falls,ref=R7" changes one; "~" is nothing. In what is found, "-R3" is a row that isn't there. Theirs is
 * later than ours. A conflict is written "R1.title=earlier/later". */
typedef struct
{
  const char *name;
  const char *ours;
  const char *theirs;
  const char *found;
  const char *conflicts;
} MergeCase;

extern const MergeCase merge_cases[];
extern const guint n_merge_cases;
extern const char merge_base[];

G_END_DECLS
