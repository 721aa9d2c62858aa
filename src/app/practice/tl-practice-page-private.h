/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-page.h"

#include "tl-practice-briefing.h"
#include "tl-practice-debrief-page.h"
#include "tl-practice-finding-form.h"
#include "tl-practice-judging.h"
#include "tl-practice-reading.h"

G_BEGIN_DECLS

struct _TlPracticePage
{
  AdwNavigationPage parent_instance;

  AdwViewStack *stack;
  AdwViewStackPage *judging_page;
  AdwViewStackPage *finding_page;
  AdwViewStackPage *debrief_page;
  GtkWidget *finish_button;
  GtkWidget *print_button;
  AdwBanner *banner;
  TlPracticeBriefing *briefing;
  TlPracticeReading *reading;
  TlPracticeJudging *judging;
  TlPracticeFindingForm *finding;
  TlPracticeDebriefPage *debrief;

  TlPracticeDesk *desk;
  GSignalGroup *kept;
  gboolean finishing;
};

void tl_practice_page_install_files (GtkWidgetClass *widget_class);
void tl_practice_page_install_paper (GtkWidgetClass *widget_class);
void tl_practice_page_say           (TlPracticePage *self,
                                     const char     *sentence);
void tl_practice_page_tell          (TlPracticePage *self,
                                     const char     *heading,
                                     const char     *body);

G_END_DECLS
