/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"

G_BEGIN_DECLS

/**
 * TlPracticeJudgementDialog:
 *
 * Where a judgement is made, changed and taken back. What is written in it counts, and is kept, at once.
 */
#define TL_TYPE_PRACTICE_JUDGEMENT_DIALOG (tl_practice_judgement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeJudgementDialog, tl_practice_judgement_dialog, TL, PRACTICE_JUDGEMENT_DIALOG, AdwDialog)

TlPracticeJudgementDialog *tl_practice_judgement_dialog_new   (TlPracticeDesk       *desk,
                                                               TlPracticeJudgement  *judgement);
AdwDialog                 *tl_practice_judgement_dialog_begin (TlPracticeDesk       *desk,
                                                               GtkWidget            *parent,
                                                               const char           *risk,
                                                               TlLineLink            link,
                                                               const char           *ref);

G_END_DECLS
