/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-flow.h"

G_BEGIN_DECLS

/* Shared by the files of the flow: tl-flow.c fills it, tl-flow-break.c finds where its pages end,
 * tl-flow-draw.c draws them. */

typedef struct
{
  TlBlock *block;
  guint index;
  TlSliceFlags flags;
  double height;
  float space;
  float head;
  float reach;
  guint page;
  int depth;
  double y;
} TlSlice;

struct _TlFlow
{
  TlTypesetter *typesetter;
  double x;
  double width;
  double height;
  GPtrArray *blocks;
  GArray *slices;
  GArray *insets;
  GArray *page_starts;
  double inset;
  double space;
  double head;
  gboolean flush;
  TlCloseness closeness;
  gboolean new_page;
  /* How many groups are open. */
  int depth;
};

G_END_DECLS
