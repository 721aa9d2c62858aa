/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-practice-thing.h"

G_BEGIN_DECLS

/**
 * TlPracticeLine:
 * @label: what it says, as "Root cause"
 * @text: in words
 *
 * A line of what a thing says.
 */
typedef struct
{
  char *label;
  char *text;
} TlPracticeLine;

/**
 * TlPracticeBook:
 *
 * What a trainee may see of a case before the debrief: the facts of its workbook, and its extracts. What the program
 * concludes of them isn't in it, nor the answer sheet, nor what evidence was taken for, nor answered findings.
 */
#define TL_TYPE_PRACTICE_BOOK (tl_practice_book_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeBook, tl_practice_book, TL, PRACTICE_BOOK, GObject)

TlPracticeBook  *tl_practice_book_new          (TlPracticeCase   *practice_case,
                                                TlAssessment     *assessment);
GListModel      *tl_practice_book_get_things   (TlPracticeBook   *self);
TlPracticeThing *tl_practice_book_find         (TlPracticeBook   *self,
                                                const char       *ref);
char            *tl_practice_book_name         (TlPracticeBook   *self,
                                                const char       *ref);
GPtrArray       *tl_practice_book_list_lines   (TlPracticeBook   *self,
                                                TlPracticeThing  *thing);
GPtrArray       *tl_practice_book_list_records (TlPracticeBook   *self,
                                                TlPracticeThing  *thing);
GPtrArray       *tl_practice_book_list_related (TlPracticeBook   *self,
                                                TlPracticeThing  *thing);
gboolean         tl_practice_book_shows        (TlTable           table,
                                                const TlField    *field);

G_END_DECLS
