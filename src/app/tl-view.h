/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlView:
 *
 * A view of the window: it has the workbook, and the risk in hand, which all views share.
 */
#define TL_TYPE_VIEW (tl_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlView, tl_view, TL, VIEW, AdwBin)

/**
 * TlViewClass:
 * @workbook_changed: another workbook, or none; called before @assessment_changed
 * @assessment_changed: something else is concluded, or nothing when there is no workbook
 * @risk_changed: another risk is in hand, or none
 * @let_go: (nullable): the view is out of sight, and what it shows is concluded no longer: it lets go of that, and is told
 *   what changed when it comes into sight
 * @shows_outline: whether it can show a workbook of which nothing is concluded yet; @assessment_changed is called then too
 * @shows_detail: whether it can show a workbook of which only one risk is concluded yet, without any finding;
 *   @assessment_changed is called then too
 *
 * A view is told nothing before it is first in sight. Afterwards one without @let_go is told at once. One without
 * @shows_outline is told of a workbook only when something is concluded of it, one with @shows_detail when something is of
 * one risk.
 */
struct _TlViewClass
{
  AdwBinClass parent_class;

  void (* workbook_changed)   (TlView *self);
  void (* assessment_changed) (TlView *self);
  void (* risk_changed)       (TlView *self);
  void (* let_go)             (TlView *self);
  gboolean shows_outline;
  gboolean shows_detail;

  gpointer padding[4];
};

TlWorkbook *tl_view_get_workbook (TlView     *self);
void        tl_view_set_workbook (TlView     *self,
                                  TlWorkbook *workbook);
TlRisk     *tl_view_get_risk     (TlView     *self);
void        tl_view_set_risk     (TlView     *self,
                                  TlRisk     *risk);

gboolean tl_view_type_can_show (GType       type,
                                TlWorkbook *workbook);

G_END_DECLS
