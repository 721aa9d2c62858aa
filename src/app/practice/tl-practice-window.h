/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-application.h"
#include "tl-practice-list.h"
#include "tl-practice-page.h"

G_BEGIN_DECLS

/**
 * TlPracticeWindow:
 *
 * Where somebody practises. It is a window of its own, of another colour and with a word across it, in which no workbook
 * of a real service is ever shown: nothing in it can save into one, import, merge or export.
 */
#define TL_TYPE_PRACTICE_WINDOW (tl_practice_window_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeWindow, tl_practice_window, TL, PRACTICE_WINDOW, AdwApplicationWindow)

TlPracticeWindow *tl_practice_window_new       (TlApplication     *application);
TlPracticeList   *tl_practice_window_get_list  (TlPracticeWindow  *self);
TlPracticePage   *tl_practice_window_get_page  (TlPracticeWindow  *self);
void              tl_practice_window_open      (TlPracticeWindow  *self,
                                                TlPracticeCase    *practice_case);
void              tl_practice_window_take      (TlPracticeWindow  *self,
                                                GFile             *file);
void              tl_practice_window_say       (TlPracticeWindow  *self,
                                                const char        *sentence);
void              tl_practice_window_tell      (TlPracticeWindow  *self,
                                                const char        *heading,
                                                const char        *body);

G_END_DECLS
