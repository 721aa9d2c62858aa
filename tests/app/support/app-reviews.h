/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-meeting-page.h"
#include "tl-review-rules.h"
#include "tl-reviews-view.h"

/* Reviews in the program's own window, on the sample, whose today is 9 June 2026. V63 is the provider's review of that day,
 * and R1 a risk on its agenda. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  TlReviewsView *view;
} AppReviews;

void                 app_reviews_set_up    (AppReviews    *self,
                                            gconstpointer  data);
void                 app_reviews_reopen    (AppReviews    *self);
void                 app_reviews_tear_down (AppReviews    *self,
                                            gconstpointer  data);
gboolean             app_reviews_is_quiet  (gpointer       data);
gboolean             app_reviews_is_held   (gpointer       data);
void                 app_reviews_settle    (AppReviews    *self);
TlSnapshot          *app_reviews_snapshot  (AppReviews    *self);
gconstpointer        app_reviews_find      (AppReviews    *self,
                                            TlTable        table,
                                            const char    *ref);
TlMeetingPage       *app_reviews_page      (AppReviews    *self);
const TlReviewFacts *app_reviews_review    (AppReviews    *self);
int                  app_reviews_item      (AppReviews    *self);
void                 app_reviews_hold      (AppReviews    *self,
                                            const char    *review,
                                            const char    *risk);
gboolean             app_reviews_says      (AppReviews    *self,
                                            const char    *part);
void                 app_reviews_undo      (AppReviews    *self);
void                 app_reviews_apply     (AppReviews    *self,
                                            TlChange      *change);
