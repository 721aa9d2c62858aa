/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-desk.h"

G_BEGIN_DECLS

struct _TlPracticeDesk
{
  GObject parent_instance;

  TlPracticeCase *practice_case;
  GFile *folder;
  TlWorkbook *workbook;
  TlAssessment *assessment;
  TlPracticeBook *book;
  TlPracticeRun *run;
  TlPracticeKeeper *keeper;
  TlPracticeDebrief *debrief;
  char *left_behind;
};

void tl_practice_desk_set_run (TlPracticeDesk *self,
                               TlPracticeRun  *run);

G_END_DECLS
