/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-flow.h"
#include "tl-marks.h"

G_BEGIN_DECLS

/* Left edges, from the flow's own: the questions, and the text beside them. */
#define TL_THREAD_QUESTION_X 20.0
#define TL_THREAD_TEXT_X 117.0
#define TL_THREAD_NARROW_TEXT_X 98.0

/**
 * TlThreadMark:
 * @TL_THREAD_MARK_NONE: no mark; the thread passes by or has ended
 * @TL_THREAD_MARK_FIRST: the first mark of a line
 * @TL_THREAD_MARK_SOLID: a mark up to which the line holds
 * @TL_THREAD_MARK_DOTTED: a mark beyond the position
 *
 * How a mark hangs on the thread.
 */
typedef enum
{
  TL_THREAD_MARK_NONE,
  TL_THREAD_MARK_FIRST,
  TL_THREAD_MARK_SOLID,
  TL_THREAD_MARK_DOTTED,
} TlThreadMark;

/**
 * TlQuestion:
 * @question: (nullable): the question, plain text; %NULL where one question has a second part
 * @caption: (nullable): what stands beneath it, plain text
 * @level: level of its heading
 * @mark: how its mark hangs on the thread
 * @state: the mark
 *
 * A question in the margin, beside what answers it.
 */
typedef struct
{
  const char *question;
  const char *caption;
  guint level;
  TlThreadMark mark;
  TlLinkState state;
} TlQuestion;

/**
 * TlThread:
 *
 * The thread down the margin of a flow: the marks of the questions and what joins them, over all pages.
 */
typedef struct _TlThread TlThread;

TlThread *tl_thread_new            (TlFlow           *flow);
void      tl_thread_free           (TlThread         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlThread, tl_thread_free)

void      tl_thread_set_narrow     (TlThread         *self,
                                    gboolean          narrow);
void      tl_thread_begin_question (TlThread         *self,
                                    const TlQuestion *question);
void      tl_thread_end_question   (TlThread         *self);
void      tl_thread_take           (TlThread         *self,
                                    TlThread         *trial,
                                    guint             offset);
void      tl_thread_break          (TlThread         *self);
void      tl_thread_draw_page      (TlThread         *self,
                                    TlCanvas         *canvas,
                                    guint             page,
                                    double            y);

G_END_DECLS
