/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a picture differs from the everyday one. */
typedef enum
{
  PICTURE_PLAIN = 0,
  PICTURE_DARK = 1 << 0,
  PICTURE_NARROW = 1 << 1,
  PICTURE_LARGE_TEXT = 1 << 2,
  PICTURE_MIRRORED = 1 << 3,
  /* With what improved and what is uneven. */
  PICTURE_EXPANDED = 1 << 4,
  /* As it was recorded before anything was done. */
  PICTURE_RECORDED = 1 << 5,
  PICTURE_WIDE = 1 << 6,
  /* So small that it can be read in a page of the help or a list of programs. */
  PICTURE_SMALL = 1 << 7,
  /* With the window's round corners, as a desktop shows it. */
  PICTURE_WINDOW = 1 << 8,
} PictureFlags;

/* What is taken a picture of. */
typedef struct
{
  const char *name;
  /* %NULL for a window without a workbook. */
  const char *view;
  /* The ref of the risk that is in hand. */
  const char *risk;
  PictureFlags flags;
  /* What is done first, in the view. */
  const char *action;
} TlPicture;

extern const TlPicture tl_pictures[];
extern const guint tl_n_pictures;

G_END_DECLS
