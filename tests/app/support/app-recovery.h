/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-risks-view.h"

/* A recovery in the program's own window, begun with an empty workbook whose today is 9 June 2026, on the page of its only
 * risk. */

typedef struct
{
  TlWindow *window;
  TlWorkbook *workbook;
  TlRiskPage *page;
} AppRecovery;

void     app_recovery_settle_today  (AppRecovery *recovery);
void     app_recovery_end           (AppRecovery *recovery);
gboolean app_recovery_has_dialog    (gpointer     window);
gboolean app_recovery_has_no_dialog (gpointer     window);
void     app_recovery_assert_says   (AppRecovery *recovery,
                                     TlLineLink   link,
                                     const char  *sentence);
void     app_recovery_assert_shows  (AppRecovery *recovery,
                                     const char  *sentence);
