/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"

G_BEGIN_DECLS

/**
 * TlPracticeFindingForm:
 *
 * Where the trainee writes one finding.
 */
#define TL_TYPE_PRACTICE_FINDING_FORM (tl_practice_finding_form_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeFindingForm, tl_practice_finding_form, TL, PRACTICE_FINDING_FORM, AdwBin)

void tl_practice_finding_form_set_desk (TlPracticeFindingForm *self,
                                        TlPracticeDesk        *desk);

G_END_DECLS
