/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-day.h"
#include "tl-words.h"

G_BEGIN_DECLS

/**
 * TlPracticeExtract:
 * @ref: its ref, unlike any other in the case
 * @source: what sort of evidence it would be
 * @date: when it was written or said
 * @from: where it is kept, or who said it
 * @title: what to ask for
 * @text: (array zero-terminated=1): what it says, in paragraphs
 * @risks: (array zero-terminated=1): refs of the risks that it bears on; may be empty
 * @place: (nullable): ref of the place that it is from
 *
 * Something raw that a trainee may ask for: part of a record, a rota, what somebody said. It isn't in the workbook.
 */
typedef struct
{
  const char *ref;
  TlSource source;
  TlDay date;
  const char *from;
  const char *title;
  const char * const *text;
  const char * const *risks;
  const char *place;
} TlPracticeExtract;

/**
 * TlPracticeModel:
 * @risk: ref of the risk that it is about
 * @fact: what was found
 * @sources: (array zero-terminated=1): refs of what it rests on
 * @reach: how far it reaches
 * @places: (array zero-terminated=1): refs of the places that it reaches; may be empty
 * @regulations: (array zero-terminated=1): codes of the regulations that it touches
 *
 * The finding that an expert would write.
 */
typedef struct
{
  const char *risk;
  const char *fact;
  const char * const *sources;
  const char *reach;
  const char * const *places;
  const char * const *regulations;
} TlPracticeModel;

/**
 * TlPracticeCase:
 *
 * An invented service to practise on: the page of a case. Its workbook is a document like any other, which holds the answer
 * sheet as well.
 */
#define TL_TYPE_PRACTICE_CASE (tl_practice_case_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeCase, tl_practice_case, TL, PRACTICE_CASE, GObject)

TlPracticeCase          *tl_practice_case_load         (GFile              *folder,
                                                        GCancellable       *cancellable,
                                                        GError            **error);
TlPracticeCase          *tl_practice_case_load_page    (GFile              *page,
                                                        const char         *id,
                                                        GCancellable       *cancellable,
                                                        GError            **error);
GPtrArray               *tl_practice_case_list         (GFile              *folder,
                                                        GPtrArray          *problems,
                                                        GCancellable       *cancellable);

const char              *tl_practice_case_get_id       (TlPracticeCase     *self);
const char              *tl_practice_case_get_title    (TlPracticeCase     *self);
const char              *tl_practice_case_get_care     (TlPracticeCase     *self);
int                      tl_practice_case_get_level    (TlPracticeCase     *self);
int                      tl_practice_case_get_minutes  (TlPracticeCase     *self);
GFile                   *tl_practice_case_get_workbook (TlPracticeCase     *self);
const char * const      *tl_practice_case_get_setting  (TlPracticeCase     *self);
const char * const      *tl_practice_case_get_questions (TlPracticeCase    *self);
const char * const      *tl_practice_case_get_teaches  (TlPracticeCase     *self);
const char * const      *tl_practice_case_get_trail    (TlPracticeCase     *self);
const TlPracticeModel   *tl_practice_case_get_model    (TlPracticeCase     *self);
guint                    tl_practice_case_get_n_extracts (TlPracticeCase   *self);
const TlPracticeExtract *tl_practice_case_get_extract  (TlPracticeCase     *self,
                                                        guint               index);
const TlPracticeExtract *tl_practice_case_find_extract (TlPracticeCase     *self,
                                                        const char         *ref);

G_END_DECLS
