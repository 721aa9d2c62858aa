/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What moves what is seen, before each frame. */
typedef void (*BenchMove) (gpointer data);

typedef struct
{
  GArray *times;
  guint n_frames;
  guint n_late;
  double most;
} BenchFrames;

BenchFrames *bench_frames_new   (void);
double       bench_frames_take  (BenchFrames *self,
                                 GtkWidget   *window,
                                 BenchMove    move,
                                 gpointer     data);
void         bench_frames_clear (BenchFrames *self);
char        *bench_frames_say   (BenchFrames *self,
                                 const char  *said);

G_END_DECLS
