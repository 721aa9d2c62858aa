/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-page.h"
#include "tl-practice-window.h"

G_BEGIN_DECLS

/* Practising, in the program's own window. What is waited for takes a window or a desk. */

gboolean          app_practice_has_looked      (gpointer          window);
gboolean          app_practice_has_page        (gpointer          window);
gboolean          app_practice_is_kept         (gpointer          desk);
gboolean          app_practice_is_debriefed    (gpointer          desk);
TlPracticeWindow *app_practice_open_window     (void);
TlPracticeDesk   *app_practice_open_case       (TlPracticeWindow *window,
                                                const char       *id);
void              app_practice_close           (TlPracticeWindow *window);
void              app_practice_forget          (const char       *id);
void              app_practice_judge_as_expert (TlPracticeDesk   *desk,
                                                const char       *id);

G_END_DECLS
